"""A challenge: customs asks whether goods are controlled, and nothing leaves until it is answered.

GACC Announcement 123/2025; Decree 792 art. 22.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from monazite.desk.gate.models.declaration import Declaration
from monazite.desk.people.models import Organisation, Person


class Challenge(models.Model):
    """One challenge of some items of a declaration.

    items: their numbers; grounds: codes of findings or of the regime's list; text: said to the
    declarant; answer_by: the last working day for the answer, None where the working days of its
    year were not published yet; notice: what is printed, notice_sha256: its fingerprint; state: of
    `monazite.customs.challenge`. Only state and closed_at ever change.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    declaration = models.ForeignKey(Declaration, models.PROTECT, related_name="challenges")
    number = models.PositiveSmallIntegerField()
    items = models.JSONField(default=list)
    grounds = models.JSONField(default=list)
    text = models.TextField()
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answer_by = models.DateField(null=True)
    notice = models.JSONField()
    notice_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=32)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """Numbered from 1 in a declaration, one open at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["declaration", "number"], name="challenge_number"),
            models.UniqueConstraint(
                fields=["declaration"], condition=Q(closed_at__isnull=True),
                name="challenge_open_once",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        """Which challenge of which declaration."""
        return f"challenge {self.number} of {self.declaration_id}"


class Answer(models.Model):
    """What the declarant says to a challenge, with the papers that they attach (their ids)."""

    challenge = models.ForeignKey(Challenge, models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField()
    papers = models.JSONField(default=list)

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["challenge", "number"], name="answer_number")
        ]

    def __str__(self) -> str:
        """Which answer."""
        return f"answer {self.number} of {self.challenge_id}"


class Sample(models.Model):
    """What a laboratory found in an item: its composition as analysed, by which method."""

    challenge = models.ForeignKey(Challenge, models.PROTECT, related_name="samples")
    number = models.PositiveSmallIntegerField()
    item = models.PositiveSmallIntegerField()
    laboratory = models.CharField(max_length=200)
    method = models.CharField(max_length=64)
    taken_on = models.DateField()
    form = models.CharField(max_length=16, blank=True)
    contains = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["challenge", "number"], name="sample_number")
        ]

    def __str__(self) -> str:
        """Which sample."""
        return f"sample {self.number} of {self.challenge_id}"


class Identification(models.Model):
    """Customs asks the licensing office what the goods are; once in a challenge."""

    challenge = models.OneToOneField(Challenge, models.PROTECT, related_name="identification")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        """Of which challenge."""
        return f"identification of {self.challenge_id}"


class Judgement(models.Model):
    """What is judged of the challenged goods: proposed by one person, in force by another's hand.

    finding: not_controlled or controlled; by_office: customs, or the licensing office that was
    asked to identify the goods; disposal: what follows for controlled goods (of the regime's list);
    notice: what the declarant is told of customs' judgement, notice_sha256: its fingerprint, both
    empty until it stands; state: proposed, standing or sent_back. Only state, signer, signed_at,
    said and the notice ever change.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    challenge = models.ForeignKey(Challenge, models.PROTECT, related_name="judgements")
    number = models.PositiveSmallIntegerField()
    by_office = models.CharField(max_length=16)
    finding = models.CharField(max_length=16)
    disposal = models.CharField(max_length=32, blank=True)
    grounds = models.JSONField(default=list)
    text = models.TextField()
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=16)
    signer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True)
    notice = models.JSONField(default=dict)
    notice_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        """Four eyes: who proposes never signs."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["challenge", "number"], name="judgement_number"),
            models.UniqueConstraint(
                fields=["challenge"], condition=Q(state="proposed"), name="judgement_proposed_once"
            ),
            models.CheckConstraint(
                condition=Q(signer__isnull=True) | ~Q(signer=F("author")),
                name="judgement_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", signer__isnull=True, signed_at__isnull=True)
                | Q(
                    state__in=("standing", "sent_back"), signer__isnull=False,
                    signed_at__isnull=False,
                ),
                name="judgement_signed",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        """Which judgement."""
        return f"judgement {self.number} of {self.challenge_id}"
