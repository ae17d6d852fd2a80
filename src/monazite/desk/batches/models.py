"""Batches of material, what was drawn of each, and the quotas under which it comes to light."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from monazite.desk.events.models import Chained
from monazite.desk.exact import ExactDecimalField
from monazite.desk.people.belongs import Belongs
from monazite.desk.people.models import AGENCY, Organisation, Person

STEP, EXPORT, HANDED = "step", "export", "handed"


class Batch(Belongs, Chained):
    """One lot of a firm's material at a stage, in a month (its first day).

    number: the desk's; reference: the firm's own; origin: of `customs.batches.stages.ORIGINS`;
    source: what a beginning rests on (quota, licence or declaration of the import, stock report);
    contents: as `customs.batches.content.Content.document`; step, inputs: of a batch that was made,
    what it was made of ({batch number: kilograms}), the same for all batches of the step; drawn_kg:
    the sum of its draws, moved in the statement that adds one; accepted_at: when it came into the
    firm's books; of what another firm handed over not before the receiver says so.
    """

    AGGREGATE = "batch"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="batches")
    regime = models.CharField(max_length=8)
    number = models.CharField(max_length=32, unique=True)
    reference = models.CharField(max_length=64)
    stage = models.CharField(max_length=16)
    origin = models.CharField(max_length=16)
    source = models.CharField(max_length=200, blank=True)
    month = models.DateField()
    mass_kg = ExactDecimalField()
    contents = models.JSONField()
    step = models.UUIDField(null=True)
    inputs = models.JSONField(default=dict)
    drawn_kg = ExactDecimalField(default=0)
    accepted_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        """A firm's reference once; never more drawn than there is."""

        indexes: ClassVar = [
            models.Index(fields=["organisation", "-made_at", "-id"], name="batch_own"),
            models.Index(fields=["regime", "-made_at", "-id"], name="batch_newest"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "reference"], name="batch_reference_once"
            ),
            models.CheckConstraint(condition=Q(mass_kg__gt=0), name="batch_has_mass"),
            models.CheckConstraint(
                condition=Q(drawn_kg__gte=0, drawn_kg__lte=F("mass_kg")),
                name="batch_not_overdrawn",
            ),
        ]

    def __str__(self) -> str:
        """Its number."""
        return self.number

    def office_ids(self) -> frozenset[object]:
        """Every agency of its regime: who of their people may read is the action's to say."""
        offices = Organisation.objects.filter(kind=AGENCY, regime=self.regime, active=True)
        return frozenset(offices.values_list("pk", flat=True))


class Draw(models.Model):
    """So much taken of a batch, or given back (below zero), by whom and for what.

    kind: step (it went into another batch), export (a declaration) or handed (to another firm);
    message_id: unique, so that the same message takes once; reference: the step, the declaration's
    number or the batch that the other firm received.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="draws")
    number = models.PositiveIntegerField()
    message_id = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=16)
    reference = models.CharField(max_length=64)
    mass_kg = ExactDecimalField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Numbered from 1 in a batch; found by what it was for."""

        indexes: ClassVar = [models.Index(fields=["reference"], name="draw_reference")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "number"], name="draw_number")
        ]

    def __str__(self) -> str:
        """Which draw of which batch."""
        return f"draw {self.number} of {self.batch_id}"


class Quota(Belongs, Chained):
    """What a firm may bring to light in a year; the newest of a firm, year and stage counts.

    stage: mining or separation; mass_kg: rare earths counted as oxides; source: the notice.
    """

    AGGREGATE = "quota"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="quotas")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    regime = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=16)
    number = models.PositiveSmallIntegerField()
    mass_kg = ExactDecimalField()
    source = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        """Each revision once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "year", "stage", "number"], name="quota_once"
            ),
            models.CheckConstraint(condition=Q(mass_kg__gte=0), name="quota_not_below_zero"),
        ]

    def __str__(self) -> str:
        """Whose, when, for what."""
        return f"{self.organisation_id} {self.year} {self.stage}"
