"""A manifest: many declarations handed in at once."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.events.models import Chained
from monazite.desk.people.belongs import Belongs
from monazite.desk.people.models import Organisation, Person

ALL, EACH = "all", "each"


class Manifest(Belongs, Chained):
    """One file or message of many declarations, answered together and each for itself.

    reference: the sender's own; mode: all (nothing is lodged unless every declaration goes) or
    each; lines, cleared, held, refused: how many items it has, and declarations by their answer;
    unlodged: those that could not be kept, each with reference, rows of the file and findings.
    """

    AGGREGATE = "manifest"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="manifests")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    lodged_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=64)
    regime = models.CharField(max_length=8)
    mode = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64)
    lodged_at = models.DateTimeField()
    lines = models.PositiveIntegerField()
    cleared = models.PositiveIntegerField()
    held = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    unlodged = models.JSONField(default=list)

    class Meta:
        """A sender's reference once; the newest first."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "reference"], name="manifest_reference_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-lodged_at", "-id"], name="manifest_own")
        ]

    def office_ids(self) -> frozenset[object]:
        """The customs offices of its declarations: each sees the manifest, and its own of them."""
        rows = self.declarations.order_by().values_list("office_id", flat=True)
        return frozenset({self.office_id, *rows.distinct()})

    def __str__(self) -> str:
        """The sender's reference."""
        return self.reference
