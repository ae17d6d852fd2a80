"""What a case waits for: an answer, the end of a hold, those above. Each end is its own row."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.cases.models.case import Case
from monazite.desk.people.models import Person


def _numbered(name: str) -> list[models.BaseConstraint]:
    return [models.UniqueConstraint(fields=["case", "number"], name=name)]


class Question(models.Model):
    """Something asked of the applicant, who sees it; kind: question, or what is to be corrected.

    stops_clock: as the regime had it when it was asked.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16)
    text = models.TextField()
    answer_by = models.DateField(null=True)
    stops_clock = models.BooleanField()
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = _numbered("question_number")

    def __str__(self) -> str:
        """Which question of which case."""
        return f"question {self.number} of {self.case_id}"


class Answer(models.Model):
    """What the applicant answered; papers: the ids of the files that came with it."""

    question = models.OneToOneField(Question, models.PROTECT, related_name="answer")
    text = models.TextField()
    papers = models.JSONField(default=list)
    answered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    def __str__(self) -> str:
        """Of which question."""
        return f"answer to {self.question_id}"


class Hold(models.Model):
    """A stop that is dated, reasoned and seen by the applicant.

    reason: of the regime's `holds`; text: what the applicant reads; stops_clock: as the regime's
    law had it when it was placed; until: the day by which it is looked at again.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="holds")
    number = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=32)
    text = models.TextField()
    until = models.DateField(null=True)
    stops_clock = models.BooleanField()
    placed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = _numbered("hold_number")

    def __str__(self) -> str:
        """Which hold of which case."""
        return f"hold {self.number} of {self.case_id}"


class Release(models.Model):
    """The end of a hold."""

    hold = models.OneToOneField(Hold, models.PROTECT, related_name="release")
    text = models.TextField()
    released_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    released_at = models.DateTimeField()

    def __str__(self) -> str:
        """Of which hold."""
        return f"end of {self.hold_id}"


class Referral(models.Model):
    """A case that is laid before those above; no time limit binds from then on.

    office: of the regime's `above`.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="referrals")
    number = models.PositiveSmallIntegerField()
    office = models.CharField(max_length=32)
    text = models.TextField()
    referred_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    referred_at = models.DateTimeField()

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = _numbered("referral_number")

    def __str__(self) -> str:
        """Which referral of which case."""
        return f"referral {self.number} of {self.case_id}"


class HandBack(models.Model):
    """What those above answered."""

    referral = models.OneToOneField(Referral, models.PROTECT, related_name="hand_back")
    text = models.TextField()
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    def __str__(self) -> str:
        """Of which referral."""
        return f"answer to {self.referral_id}"
