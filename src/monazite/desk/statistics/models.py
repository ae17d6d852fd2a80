"""Rows of the statistics: what was counted of a month, by whom, and what was left out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from monazite.desk.events.models import Chained
from monazite.desk.exact import ExactDecimalField
from monazite.desk.gate.models import Item
from monazite.desk.people.models import Person

PREPARED, RELEASED, SENT_BACK = "prepared", "released", "sent_back"


class Vintage(Chained):
    """A month as it was known at one moment: prepared by one statistician, released by another.

    month: its first day; number: from 1 in a regime and month; until: the last customs day that it
    holds; releases: how many items it counts, excluded: how many were left out, by reason;
    currencies: what the items were worth, by kind of leaving and currency; rates: US dollars for
    one unit of each, null where none is known; pooled: codes and countries that are put together,
    by kind; nothing: kinds of which nothing may be shown; waiting: codes by kind that are told as
    before, because the change would tell a firm's trade; cells_sha256: of all its cells,
    counted_sha256: of what it counted; rules_hash: the table by which cells were hidden. Only
    state, signer, signed_at and said ever change.
    """

    AGGREGATE = "statistics_vintage"

    regime = models.CharField(max_length=8)
    month = models.DateField()
    number = models.PositiveSmallIntegerField()
    until = models.DateField()
    releases = models.PositiveIntegerField()
    excluded = models.JSONField(default=dict)
    currencies = models.JSONField(default=dict)
    rates = models.JSONField(default=dict)
    pooled = models.JSONField(default=dict)
    nothing = models.JSONField(default=list)
    waiting = models.JSONField(default=dict)
    cells_sha256 = models.CharField(max_length=64)
    counted_sha256 = models.CharField(max_length=64)
    rules_hash = models.CharField(max_length=64)
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    state = models.CharField(max_length=16)
    signer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True)

    class Meta:
        """Numbered in its month, one waits for release at a time; four eyes."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["regime", "month", "number"], name="vintage_number"),
            models.UniqueConstraint(
                fields=["regime", "month"], condition=Q(state=PREPARED), name="vintage_waits_once"
            ),
            models.CheckConstraint(
                condition=Q(signer__isnull=True) | ~Q(signer=F("author")), name="vintage_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(state=PREPARED, signer__isnull=True, signed_at__isnull=True)
                | Q(state__in=(RELEASED, SENT_BACK), signer__isnull=False, signed_at__isnull=False),
                name="vintage_signed",
            ),
        ]

    def __str__(self) -> str:
        """Whose month and which of its vintages."""
        return f"{self.regime} {self.month:%Y-%m} #{self.number}"


class Cell(models.Model):
    """One sum of a vintage, true whether it may be shown or not; never changed.

    series: the kind of leaving (export for what counts, else transit, temporary …); side: total,
    destination or arrival; code, place: "" for all, "*" at the end for several put together;
    hidden: "" where it may be shown, else why not; value_usd: None where a rate is not known.
    """

    id = models.BigAutoField(primary_key=True)
    vintage = models.ForeignKey(Vintage, models.PROTECT, related_name="cells")
    number = models.PositiveIntegerField()
    series = models.CharField(max_length=16)
    side = models.CharField(max_length=16)
    code = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=2, blank=True)
    hidden = models.CharField(max_length=16, blank=True)
    mass_kg = ExactDecimalField()
    value_usd = ExactDecimalField(null=True)
    second_quantity = ExactDecimalField(null=True)
    second_unit = models.CharField(max_length=8, blank=True)

    class Meta:
        """Read in the order of their numbers."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vintage", "number"], name="cell_number")
        ]

    def __str__(self) -> str:
        """Which sum."""
        return f"{self.series} {self.side} {self.code} {self.place}"


class Counted(models.Model):
    """The firms' shares that a vintage counted; never changed and never shown.

    shares: packed by `desk.statistics.counted`; the next vintage weighs its changes against them.
    """

    vintage = models.OneToOneField(Vintage, models.PROTECT, primary_key=True, related_name="+")
    shares = models.TextField()

    def __str__(self) -> str:
        """Whose."""
        return str(self.vintage_id)


class Exclusion(Chained):
    """An item that is not counted, and why; counted again where counts is true.

    reason: of the regime's list; text: what else there is to say; it stands for vintages that are
    prepared after it.
    """

    AGGREGATE = "statistics_exclusion"

    item = models.OneToOneField(Item, models.PROTECT, related_name="exclusion")
    reason = models.CharField(max_length=32)
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    counts = models.BooleanField(default=False)

    def __str__(self) -> str:
        """What is left out and why."""
        return f"{self.item_id}: {self.reason}"
