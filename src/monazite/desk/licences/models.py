"""Licences, their lines and movements, the orders about them and the changes asked of them."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from monazite.desk.applications.models import Application
from monazite.desk.events.models import Chained
from monazite.desk.exact import ExactDecimalField
from monazite.desk.people.models import Organisation, Person

PROPOSED, STANDING, SENT_BACK = "proposed", "standing", "sent_back"


class Licence(Chained):
    """Leave to export, as two people decided it; what state it is in is computed of its columns.

    `monazite.ledger.licence.standing` says what it is on a day: suspended_since, amending_since
    and ended bind at once. terms: what is printed on it (holder, parties, transport …);
    terms_sha256: its fingerprint, on paper and on the verification page; check_code: with the
    number, the key of that page; decision: the decision that it rests on; replaces: the licence
    that an amendment changed.
    """

    AGGREGATE = "licence"

    number = models.CharField(max_length=32, unique=True)
    application = models.OneToOneField(Application, models.PROTECT, related_name="licence")
    decision = models.UUIDField(unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="licences")
    regime = models.CharField(max_length=8)
    kind = models.CharField(max_length=16)
    issued_at = models.DateTimeField()
    valid_from = models.DateField()
    valid_until = models.DateField()
    conditions = models.JSONField(default=list)
    terms = models.JSONField()
    terms_sha256 = models.CharField(max_length=64)
    check_code = models.CharField(max_length=32, unique=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="successor")
    suspended_since = models.DateTimeField(null=True)
    amending_since = models.DateTimeField(null=True)
    ended = models.CharField(max_length=16, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Lists go by the newest; an end has a time."""

        indexes: ClassVar = [
            models.Index(fields=["organisation", "-issued_at", "-id"], name="licence_own"),
            models.Index(fields=["-issued_at", "-id"], name="licence_newest"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended="", ended_at__isnull=True)
                | (~Q(ended="") & Q(ended_at__isnull=False)),
                name="licence_ended_or_not",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")), name="licence_term"
            ),
        ]

    def __str__(self) -> str:
        """Its number."""
        return self.number


class LicenceLine(Chained):
    """One item of a licence, an account of its own: `monazite.ledger` has the arithmetic.

    controlled_by: quantity, value, both or open; quantity in `unit`, value in `currency`;
    sub_period_days with sub_period_quantity or sub_period_value: no more than that in any such
    stretch; uses_max: how often it may be used. used_*, reserved_*, given_back_* and uses: the sums
    of its movements, moved in the statement that adds one; entries: how many there are; bindings:
    how often something stopped its licence, let it go on or replaced it.
    """

    AGGREGATE = "licence_line"

    licence = models.ForeignKey(Licence, models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField()
    description = models.CharField(max_length=1000)
    form = models.CharField(max_length=16)
    contains = models.CharField(max_length=500, blank=True)
    control_code = models.CharField(max_length=20, blank=True)
    hs = models.CharField(max_length=10, blank=True)
    controlled_by = models.CharField(max_length=16)
    unit = models.CharField(max_length=8)
    quantity = ExactDecimalField(null=True)
    currency = models.CharField(max_length=3)
    value = ExactDecimalField(null=True)
    sub_period_days = models.PositiveSmallIntegerField(null=True)
    sub_period_quantity = ExactDecimalField(null=True)
    sub_period_value = ExactDecimalField(null=True)
    uses_max = models.PositiveIntegerField(null=True)
    used_quantity = ExactDecimalField(default=0)
    used_value = ExactDecimalField(default=0)
    reserved_quantity = ExactDecimalField(default=0)
    reserved_value = ExactDecimalField(default=0)
    given_back_quantity = ExactDecimalField(default=0)
    given_back_value = ExactDecimalField(default=0)
    uses = models.PositiveIntegerField(default=0)
    entries = models.PositiveIntegerField(default=0)
    bindings = models.PositiveIntegerField(default=0)

    class Meta:
        """Numbered from 1, a number that customs knows; nothing beyond what was granted."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["licence", "number"], name="licence_line_number"),
            models.CheckConstraint(
                condition=Q(controlled_by="open")
                | Q(controlled_by="quantity", quantity__isnull=False)
                | Q(controlled_by="value", value__isnull=False)
                | Q(controlled_by="both", quantity__isnull=False, value__isnull=False),
                name="licence_line_controlled",
            ),
            models.CheckConstraint(
                condition=~Q(controlled_by__in=("quantity", "both"))
                | Q(
                    quantity__gte=F("used_quantity")
                    + F("reserved_quantity")
                    + F("given_back_quantity")
                ),
                name="licence_line_quantity",
            ),
            models.CheckConstraint(
                condition=~Q(controlled_by__in=("value", "both"))
                | Q(value__gte=F("used_value") + F("reserved_value") + F("given_back_value")),
                name="licence_line_value",
            ),
            models.CheckConstraint(
                condition=Q(used_quantity__gte=0, used_value__gte=0)
                & Q(reserved_quantity__gte=0, reserved_value__gte=0)
                & Q(given_back_quantity__gte=0, given_back_value__gte=0),
                name="licence_line_not_below_zero",
            ),
            models.CheckConstraint(
                condition=Q(uses_max__isnull=True) | Q(uses_max__gte=F("uses")),
                name="licence_line_uses",
            ),
        ]

    def __str__(self) -> str:
        """Which line of which licence."""
        return f"line {self.number} of {self.licence_id}"


class Movement(models.Model):
    """One entry in a line's account; kind: of `monazite.ledger.movements`.

    message_id: chosen by who sends it, so that a repeated message is answered and not done twice;
    on: the day for which it counts; carried_from: the line of the replaced licence.
    """

    line = models.ForeignKey(LicenceLine, models.PROTECT, related_name="movements", db_index=False)
    number = models.PositiveIntegerField()
    message_id = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=16)
    quantity = ExactDecimalField()
    value = ExactDecimalField()
    uses = models.IntegerField(default=0)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    carried_from = models.ForeignKey(
        LicenceLine, models.PROTECT, null=True, related_name="+", db_index=False
    )

    class Meta:
        """Numbered from 1 in a line, by which alone it is found beside its message."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "number"], name="movement_number")
        ]

    def __str__(self) -> str:
        """What of which line."""
        return f"{self.kind} {self.number} of {self.line_id}"


class Report(models.Model):
    """What another customs system told of a line: `monazite.ledger.messages` says what follows.

    message_id: of who sends it; declaration: theirs; sequence: among the reports of that
    declaration about that line; quantity in the line's unit, as it was given in given_unit, of
    substance ("" for the goods themselves), by factor; said: what the first answer told beside its
    entries. Never changed.
    """

    line = models.ForeignKey(LicenceLine, models.PROTECT, related_name="reports")
    number = models.PositiveIntegerField()
    message_id = models.CharField(max_length=64, unique=True)
    declaration = models.CharField(max_length=64)
    semantics = models.CharField(max_length=16)
    sequence = models.PositiveIntegerField()
    as_of = models.DateTimeField()
    quantity = ExactDecimalField()
    value = ExactDecimalField()
    given_quantity = ExactDecimalField()
    given_unit = models.CharField(max_length=8)
    substance = models.CharField(max_length=8, blank=True)
    factor = ExactDecimalField(null=True)
    said = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        """Numbered from 1 in a line; a place in the row of a declaration is taken once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "number"], name="report_number"),
            models.UniqueConstraint(
                fields=["line", "declaration", "sequence"], name="report_sequence_once"
            ),
        ]

    def __str__(self) -> str:
        """Which report about which line."""
        return f"report {self.number} of {self.line_id}"


class Order(models.Model):
    """A suspension, its end, or a revocation: proposed by one person, in force by another's hand.

    kind: suspend, restore or revoke; text: said to the holder; state: proposed, standing or
    sent_back. Only state, signer, signed_at and said ever change.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    licence = models.ForeignKey(Licence, models.PROTECT, related_name="orders")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16)
    grounds = models.JSONField(default=list)
    text = models.TextField()
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=16)
    signer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True)

    class Meta:
        """Four eyes: who proposes never signs."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["licence", "number"], name="order_number"),
            models.UniqueConstraint(
                fields=["licence"], condition=Q(state=PROPOSED), name="order_proposed_once"
            ),
            models.CheckConstraint(
                condition=Q(signer__isnull=True) | ~Q(signer=F("author")), name="order_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(state=PROPOSED, signer__isnull=True, signed_at__isnull=True)
                | Q(state__in=(STANDING, SENT_BACK), signer__isnull=False, signed_at__isnull=False),
                name="order_signed",
            ),
        ]

    def __str__(self) -> str:
        """What of which licence."""
        return f"{self.kind} ({self.state}) {self.licence_id}"


class Change(models.Model):
    """An amendment asked of a licence: the application that asks it, and how it ended.

    bound_at: since when the licence cannot be used for it (from its filing); ended: granted,
    refused, withdrawn, discarded or superseded (another application asks on), "" while it is open,
    and again where the case of a refused one is reopened.
    """

    application = models.OneToOneField(Application, models.PROTECT, related_name="change")
    licence = models.ForeignKey(Licence, models.PROTECT, related_name="changes")
    opened_at = models.DateTimeField()
    bound_at = models.DateTimeField(null=True)
    ended = models.CharField(max_length=16, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """One open change of a licence at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["licence"], condition=Q(ended=""), name="change_open_once"
            )
        ]

    def __str__(self) -> str:
        """Which application asks it."""
        return f"change of {self.licence_id} by {self.application_id}"
