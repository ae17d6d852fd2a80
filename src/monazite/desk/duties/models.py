"""What is to be reported after goods have left, and what was."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from monazite.desk.events.models import Chained
from monazite.desk.gate.models import Declaration
from monazite.desk.people.belongs import Belongs
from monazite.desk.people.models import Organisation, Person


class Duty(Belongs, Chained):
    """One thing that an exporter is to report of licensed goods that left.

    kind: arrival, installation, use … of the regime's table; law: what asks it; office: the customs
    office that let the goods go; licensing: the office that licensed them; due_on: the last day;
    overdue_since: when the desk saw that it was not kept; reported_at: its first report; ended_at:
    the declaration was cancelled or amended after the goods had left.
    """

    AGGREGATE = "duty"

    declaration = models.ForeignKey(Declaration, models.PROTECT, related_name="duties")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="duties")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    licensing = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=16)
    law = models.CharField(max_length=100, blank=True)
    due_on = models.DateField()
    opened_at = models.DateTimeField()
    overdue_since = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """One of a kind for a declaration; the worker looks at those that are open."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["declaration", "kind"], name="duty_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "due_on", "id"], name="duty_own"),
            models.Index(fields=["office", "due_on", "id"], name="duty_office"),
            models.Index(fields=["licensing", "due_on", "id"], name="duty_licensing"),
            models.Index(
                fields=["due_on"],
                condition=Q(reported_at__isnull=True, ended_at__isnull=True),
                name="duty_open",
            ),
        ]

    def __str__(self) -> str:
        """Which duty of which declaration."""
        return f"{self.kind} of {self.declaration_id}"

    def licensing_ids(self) -> frozenset[object]:
        """The office that licensed the goods."""
        return frozenset({self.licensing_id}) - {None}


class Report(models.Model):
    """What an exporter reports to a duty: when it happened, where, how much; a later one adds."""

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="reports")
    number = models.PositiveSmallIntegerField()
    happened_on = models.DateField()
    place = models.CharField(max_length=200)
    quantities = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    papers = models.JSONField(default=list)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["duty", "number"], name="duty_report_number")
        ]

    def __str__(self) -> str:
        """Which report of which duty."""
        return f"report {self.number} of {self.duty_id}"


class DutyPaper(models.Model):
    """A file at a duty, stored by its hash; scan: clean, infected or not_scanned."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    duty = models.ForeignKey(Duty, models.PROTECT, related_name="papers")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    scan = models.CharField(max_length=16)
    uploaded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        """The same file once at a duty."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["duty", "sha256"], name="duty_paper_once")
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name
