"""What posts without a line were given, what was set aside for them, and what they let go."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.events.models import Chained
from monazite.desk.exact import ExactDecimalField
from monazite.desk.licences.models import LicenceLine
from monazite.desk.people.belongs import Belongs
from monazite.desk.people.models import Organisation, Person


class Snapshot(Belongs, Chained):
    """Licences as a post carries them (`monazite.customs.offline`), until a moment.

    document: what was signed, word for word; closed_at: since when nothing more can come of it, and
    nothing is set aside for it.
    """

    AGGREGATE = "snapshot"
    organisation_id = None
    """A snapshot is of no firm: it lies before its customs office alone."""

    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    regime = models.CharField(max_length=8)
    post = models.CharField(max_length=64)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    signature = models.BinaryField(max_length=64)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """Listed by the newest; it expires after it was taken."""

        indexes: ClassVar = [
            models.Index(fields=["office", "-taken_at", "-id"], name="snapshot_newest")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("taken_at")), name="snapshot_term"
            )
        ]

    def __str__(self) -> str:
        """For which post, until when."""
        return f"{self.post} until {self.expires_at:%Y-%m-%d %H:%M}"


class Allotment(models.Model):
    """What of a line is set aside for a post: in the line's unit and currency, and how often."""

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="allotments")
    number = models.PositiveSmallIntegerField()
    line = models.ForeignKey(LicenceLine, models.PROTECT, related_name="+")
    on = models.DateField()
    quantity = ExactDecimalField()
    value = ExactDecimalField()
    uses = models.PositiveIntegerField()

    class Meta:
        """Numbered from 1; a line once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["snapshot", "number"], name="allotment_number"),
            models.UniqueConstraint(fields=["snapshot", "line"], name="allotment_line_once"),
        ]

    def __str__(self) -> str:
        """Which of which snapshot."""
        return f"allotment {self.number} of {self.snapshot_id}"


class Exit(models.Model):
    """What a journal told of one shipment, as it was merged; never changed.

    place, hash: in the post's journal; key: the shipment's fingerprint; draws: each with what was
    freed for it and whether it was entered; conflicts: of `customs.offline.merging`.
    """

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="exits")
    number = models.PositiveIntegerField()
    place = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    reference = models.CharField(max_length=64)
    left_at = models.DateTimeField()
    looked = models.CharField(max_length=200, blank=True)
    declaration = models.JSONField()
    draws = models.JSONField()
    conflicts = models.JSONField()
    merged_at = models.DateTimeField()
    merged_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        """Numbered from 1 in the order in which they came home; each once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["snapshot", "number"], name="exit_number"),
            models.UniqueConstraint(fields=["snapshot", "hash"], name="exit_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["key"], name="exit_key")]

    def __str__(self) -> str:
        """Which of which snapshot."""
        return f"exit {self.number} of {self.snapshot_id}"
