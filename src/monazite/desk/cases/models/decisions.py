"""What was advised, settled and decided; each is superseded, never edited."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from monazite.desk.cases.models.case import Case, Task
from monazite.desk.people.models import Organisation, Person

PROPOSED, STANDING, SENT_BACK, SUPERSEDED = "proposed", "standing", "sent_back", "superseded"


class Advice(models.Model):
    """What an office says about a case; internal.

    position: of `monazite.licensing.casework`; grounds: factors of the regime, for a refusal;
    conditions: texts; law_hash, form_sha256: what it was given on.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="advice")
    task = models.ForeignKey(Task, models.PROTECT, related_name="advice")
    agency = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    position = models.CharField(max_length=32)
    grounds = models.JSONField(default=list)
    conditions = models.JSONField(default=list)
    text = models.TextField()
    law_hash = models.CharField(max_length=64)
    form_sha256 = models.CharField(max_length=64)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="successor")

    class Meta:
        """Of each task one first advice; each is superseded once at most."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["task"],
                condition=models.Q(supersedes__isnull=True),
                name="advice_first_once",
            )
        ]

    def __str__(self) -> str:
        """Who says what."""
        return f"{self.agency_id} {self.position} {self.case_id}"


class Settlement(models.Model):
    """How a person settled advice in conflict.

    considered: the advice it settles, each by its task's number and its place there (`3.1`).
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="settlements")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    position = models.CharField(max_length=32)
    grounds = models.JSONField(default=list)
    conditions = models.JSONField(default=list)
    text = models.TextField()
    considered = models.JSONField()
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="successor")

    class Meta:
        """One first settlement of a case."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(supersedes__isnull=True),
                name="settlement_first_once",
            )
        ]

    def __str__(self) -> str:
        """What was settled."""
        return f"{self.position} {self.case_id}"


class Decision(models.Model):
    """What is said to the applicant, once two people have signed it.

    kind: decision, or reconsideration (which leaves the decision standing); outcome: of
    `monazite.licensing.casework`; text: the reasons, said to the applicant; terms: what the licence
    shall hold, as `monazite.licensing.casework.terms` reads it; form_sha256, law_hash: what was
    decided on; state: proposed, standing, sent_back or superseded; signer: the other person; said:
    what the signer wrote. Only state, signer, signed_at and said ever change.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16)
    outcome = models.CharField(max_length=32)
    grounds = models.JSONField(default=list)
    conditions = models.JSONField(default=list)
    text = models.TextField()
    terms = models.JSONField(default=dict)
    form_sha256 = models.CharField(max_length=64)
    law_hash = models.CharField(max_length=64)
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=16)
    signer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="successor")

    class Meta:
        """Four eyes: who proposes never signs, and nothing stands that one person signed."""

        indexes: ClassVar = [
            models.Index(
                fields=["signed_at", "case"],
                condition=models.Q(state=STANDING),
                name="decision_stands_since",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="decision_number"),
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(state=PROPOSED), name="decision_proposed_once"
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state=STANDING, kind="decision"),
                name="decision_stands_once",
            ),
            models.CheckConstraint(
                condition=models.Q(signer__isnull=True) | ~models.Q(signer=models.F("author")),
                name="decision_four_eyes",
            ),
            models.CheckConstraint(
                condition=models.Q(state=PROPOSED, signer__isnull=True, signed_at__isnull=True)
                | models.Q(
                    state__in=(STANDING, SENT_BACK, SUPERSEDED),
                    signer__isnull=False,
                    signed_at__isnull=False,
                ),
                name="decision_signed",
            ),
        ]

    def __str__(self) -> str:
        """What was decided."""
        return f"{self.outcome} ({self.state}) {self.case_id}"


class Reconsideration(models.Model):
    """An applicant's request to look again at a decision."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="reconsiderations")
    number = models.PositiveSmallIntegerField()
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    text = models.TextField()
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="reconsideration_number")
        ]

    def __str__(self) -> str:
        """Which of which case."""
        return f"reconsideration {self.number} of {self.case_id}"
