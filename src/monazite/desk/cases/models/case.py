"""A case, what is to be done about it and by whom, and why it went there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.applications.models import Application
from monazite.desk.events.models import Chained
from monazite.desk.people.models import Organisation, Person

TASKS = ("accept", "review", "consolidate", "decide", "countersign", "reconsider")
"""Kinds of task: a case lies in the queue of every office that has an open one."""
OPEN, DONE, CANCELLED = "open", "done", "cancelled"


class Case(Chained):
    """The file about one application; where it stands is the application's state.

    agency: the office that decides; officer: who is in charge of it there.
    clock: of the regime (decision, amendment, none); limit_days: working days, None where no limit
    binds; accepted_on, counted, running_since: what `monazite.licensing.casework.clock` derived
    from the events: so many working days were counted before the day from which it runs now (None
    where it stands still); due_index: the number of the working day at which it ends, by which
    queues are sorted (None where none is known); calendar: SHA-256 of the table it was counted on.
    """

    AGGREGATE = "case"

    application = models.OneToOneField(Application, models.PROTECT, related_name="case")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    agency = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    officer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    clock = models.CharField(max_length=16, blank=True)
    limit_days = models.PositiveSmallIntegerField(null=True)
    accepted_on = models.DateField(null=True)
    counted = models.PositiveSmallIntegerField(default=0)
    running_since = models.DateField(null=True)
    due_index = models.IntegerField(null=True)
    calendar = models.CharField(max_length=64, blank=True)

    class Meta:
        """Queues go by what ends first, then by what is left of what stands still."""

        indexes: ClassVar = [
            models.Index(
                fields=["due_index", "id"],
                include=["application"],
                condition=models.Q(running_since__isnull=False, due_index__isnull=False),
                name="case_due",
            ),
            models.Index(
                models.F("limit_days") - models.F("counted"), "id",
                condition=models.Q(
                    limit_days__isnull=False, accepted_on__isnull=False, closed_at__isnull=True
                ) & (models.Q(running_since__isnull=True) | models.Q(due_index__isnull=True)),
                name="case_still",
            ),
            models.Index(
                fields=["opened_at", "id"], include=["application", "closed_at"],
                name="case_oldest",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        """Whose file it is."""
        return f"case of {self.application_id}"


class Task(models.Model):
    """One thing that an office has to do about a case, and its visit to that office's queue.

    rule: the rule of the regime, or the step, that opened it. Only assignee, state, closed_at and
    closed_by ever change, and nothing once it is closed.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="tasks")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=[(kind, kind) for kind in TASKS])
    agency = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    assignee = models.ForeignKey(Person, models.PROTECT, null=True, related_name="tasks")
    state = models.CharField(max_length=16, default=OPEN)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Numbered from 1 in a case; open or closed, never half."""

        indexes: ClassVar = [
            models.Index(
                fields=["agency", "kind", "assignee", "case", "id"], condition=models.Q(state=OPEN),
                name="task_queue",
            ),
            models.Index(
                fields=["case", "agency", "kind", "id"], condition=models.Q(state=OPEN),
                name="task_open_of_case",
            ),
            models.Index(
                fields=["agency", "opened_at", "case", "id"], condition=models.Q(state=OPEN),
                name="task_oldest",
            ),
            models.Index(
                fields=["assignee"], condition=models.Q(state=OPEN), name="task_of_person"
            ),
            models.Index(
                fields=["case", "opened_at"], condition=models.Q(rule="reopened"),
                name="task_reopened",
            ),
        ]  # fmt: skip
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="task_number"),
            models.CheckConstraint(
                condition=models.Q(state=OPEN, closed_at__isnull=True)
                | models.Q(state__in=(DONE, CANCELLED), closed_at__isnull=False),
                name="task_open_or_closed",
            ),
        ]

    def __str__(self) -> str:
        """What of which case."""
        return f"{self.kind} {self.number} of {self.case_id}"


class Routing(models.Model):
    """Why a case went where it went: the facts, every rule asked, and what each answered."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="routings")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    rules = models.CharField(max_length=64)
    law_hash = models.CharField(max_length=64)
    facts = models.JSONField()
    trace = models.JSONField()

    class Meta:
        """Numbered from 1; the last one stands."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="routing_number")
        ]

    def __str__(self) -> str:
        """Which routing of which case."""
        return f"routing {self.number} of {self.case_id}"


class Screening(models.Model):
    """What a comparison of the parties with lists found, and with which state of the lists.

    answers: one for each party: what was compared, with what it agrees; never "clear".
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="screenings")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    screener = models.CharField(max_length=64)
    lists = models.CharField(max_length=64)
    answers = models.JSONField()

    class Meta:
        """Numbered from 1; the last one stands."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="screening_number")
        ]

    def __str__(self) -> str:
        """Which screening of which case."""
        return f"screening {self.number} of {self.case_id}"
