"""Leads: what somebody of the offices should look into; the tips that open some; their files."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from monazite.desk.events.models import Chained
from monazite.desk.people.belongs import Belongs
from monazite.desk.people.models import Organisation, Person

OPEN, TAKEN, CLOSED = "open", "taken", "closed"
EVIDENCE, REMARK = "evidence", "remark"


class Lead(Belongs, Chained):
    """Something to be looked into, and where that stands (`monazite.customs.leads`).

    kind: of `customs.leads.KINDS`; about: what it is about, by names that identify it;
    fingerprint: SHA-256 of kind and about, open once at a time: what is seen again is added to the
    lead that is open; regime: whose offices look into it; opened_by: None where the desk itself
    found it; holder: who looks into it; outcome: of `customs.leads.OUTCOMES`.
    """

    AGGREGATE = "lead"
    organisation_id = None
    """A lead is of no firm: nobody outside the offices may know of it."""

    kind = models.CharField(max_length=24)
    regime = models.CharField(max_length=8)
    about = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=16)
    holder = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=16, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """The same thing is looked into once at a time; an end has a time and an outcome."""

        indexes: ClassVar = [models.Index(fields=["-opened_at", "-id"], name="lead_newest")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["fingerprint"], condition=~Q(state=CLOSED), name="lead_open_once"
            ),
            models.CheckConstraint(
                condition=Q(state=CLOSED, closed_at__isnull=False) & ~Q(outcome="")
                | ~Q(state=CLOSED) & Q(closed_at__isnull=True, outcome=""),
                name="lead_closed_or_not",
            ),
        ]

    def __str__(self) -> str:
        """Its kind and its beginning."""
        return f"{self.kind} {self.fingerprint[:8]}"

    def office_ids(self) -> frozenset[object]:
        """The agencies that look into it."""
        return frozenset(row.agency_id for row in self.offices.all())


class LeadOffice(models.Model):
    """An agency before which a lead lies (need to know)."""

    lead = models.ForeignKey(Lead, models.PROTECT, related_name="offices")
    agency = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        """Each agency once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lead", "agency"], name="lead_office_once")
        ]

    def __str__(self) -> str:
        """Who looks into what."""
        return f"{self.agency_id} {self.lead_id}"


class Entry(models.Model):
    """What is known of a lead, in the order in which it came.

    kind: evidence (facts: as the room that found it has them) or remark (text: of an officer).
    """

    lead = models.ForeignKey(Lead, models.PROTECT, related_name="entries")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16)
    facts = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lead", "number"], name="lead_entry_number")
        ]

    def __str__(self) -> str:
        """Which entry of which lead."""
        return f"entry {self.number} of {self.lead_id}"


class Tip(models.Model):
    """What somebody told of a violation, with or without a name; nothing else is kept of them.

    kind: of `monazite.customs.tips.KINDS`; name, contact: as the teller gave them, "" of an
    anonymous tip; own: told of the teller's own firm, which counts in its favour;
    receipt_sha256: of the code with which the teller alone reads and adds.
    """

    lead = models.OneToOneField(Lead, models.PROTECT, related_name="tip")
    kind = models.CharField(max_length=24)
    own = models.BooleanField()
    name = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    receipt_sha256 = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        """Its kind."""
        return self.kind


class Message(models.Model):
    """A word between the teller and the offices; by: None where it is the teller's."""

    tip = models.ForeignKey(Tip, models.PROTECT, related_name="messages")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Numbered from 1."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tip", "number"], name="tip_message_number")
        ]

    def __str__(self) -> str:
        """Which message."""
        return f"message {self.number} of {self.tip_id}"


class TipPaper(models.Model):
    """A file that came with a tip, stored by its hash; scan: clean, infected or not_scanned."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tip = models.ForeignKey(Tip, models.PROTECT, related_name="papers")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    scan = models.CharField(max_length=16)
    at = models.DateTimeField()

    class Meta:
        """The same file once at a tip."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tip", "sha256"], name="tip_paper_once")
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name
