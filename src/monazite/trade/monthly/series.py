"""The packaged monthly series: points as published, and the changes that were printed with them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from monazite.catalogue.units import convert
from monazite.catalogue.words import unknown as unknown_word
from monazite.facts import Row, table
from monazite.trade.monthly.figures import UNITS, Basis, Figure, Measure, unknown
from monazite.trade.monthly.published import Interval, amount_rounding, rounding
from monazite.trade.periods import Period, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

WORLD = "WORLD"
SERIES = (
    "rare-earths", "magnets", "gallium", "germanium", "antimony-metal", "antimony-oxide",
    "antimony-products", "comtrade-850511", "comtrade-280530", "comtrade-284690",
)  # fmt: skip
"""Names of the packaged series; the Comtrade ones hold values only."""


@dataclass(frozen=True, slots=True)
class Point:
    """What one row says of one period and destination."""

    row: str
    period: Period
    to: str
    joined: bool
    figures: Mapping[Measure, Figure]
    note: str

    @property
    def is_release(self) -> bool:
        """Whether it is a month or joined months, not a figure to date or of a year."""
        return self.joined or self.period.is_month


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """A change in per cent as a report printed it; the month's own or, for a span, to date."""

    row: str
    period: Period
    to: str
    measure: Measure
    basis: Basis
    pct: Decimal
    confidence: str

    @property
    def figure(self) -> Figure:
        """The change as a figure."""
        return Figure(self.pct, "%", (self.row,), self.confidence, None, rounding(self.pct))


@dataclass(frozen=True, slots=True)
class Series:
    """One series with all its points and printed changes."""

    name: str
    points: tuple[Point, ...]
    changes: tuple[PublishedChange, ...]

    def at(self, period: Period, to: str) -> tuple[Point, ...]:
        """The rows that speak of exactly that period and destination, the one to use first."""
        return tuple(p for p in self.points if p.period == period and p.to == to)

    def change(self, period: Period, to: str, measure: Measure, basis: Basis) -> Figure | None:
        """The change that was printed for the period, or none."""
        for one in self.changes:
            if (one.period, one.to, one.measure, one.basis) == (period, to, measure, basis):
                return one.figure
        return None

    def destinations(self) -> tuple[str, ...]:
        """Every destination with a row, the world first."""
        return tuple(sorted({p.to for p in self.points}, key=lambda to: (to != WORLD, to)))


@cache
def load(name: str) -> Series:
    """The packaged series of that name; InputError on "series" names the nearest ones."""
    if name not in SERIES:
        raise unknown_word("series", name, ", ".join(SERIES), SERIES)
    changes = tuple(_change(row) for row in table("changes") if row.fields["series"] == name)
    return Series(name, tuple(point(row) for row in table(name)), changes)


def point(row: Row) -> Point:
    """The point that a row of a series table states; a joined release is written with a stroke."""
    written = row.fields["period"]
    figures: dict[Measure, Figure] = {"tonnes": _tonnes(row), "usd_million": _value(row)}
    to = row.fields.get("destination", WORLD)
    return Point(row.id, parse(written), to, "/" in written, figures, row.note)


def _tonnes(row: Row) -> Figure:
    printed = row.fields.get("quantity")
    if not printed:
        return unknown(UNITS["tonnes"], "not_published_here")
    unit = row.fields["unit"]
    value = convert(Decimal(printed), unit, "t")
    around = amount_rounding(Decimal(printed))
    interval = Interval(convert(around.low, unit, "t"), convert(around.high, unit, "t"))
    return _figure(row, value, UNITS["tonnes"], row.confidence, interval)


def _value(row: Row) -> Figure:
    printed = row.fields.get("usd_million")
    if not printed:
        return unknown(UNITS["usd_million"], "not_published_here")
    value = Decimal(printed)
    confidence = row.fields["value_confidence"]
    return _figure(row, value, UNITS["usd_million"], confidence, amount_rounding(value))


def _change(row: Row) -> PublishedChange:
    value = Decimal(row.fields["change_pct"])
    measure: Measure = "tonnes" if row.fields["measure"] == "tonnes" else "usd_million"
    basis: Basis = "mom" if row.fields["basis"] == "mom" else "yoy"
    period, to = parse(row.fields["period"]), row.fields["destination"]
    return PublishedChange(row.id, period, to, measure, basis, value, row.confidence)


def _figure(row: Row, value: Decimal, unit: str, confidence: str, around: Interval) -> Figure:
    """A figure as printed; the digits of a derived one say nothing about its rounding."""
    return Figure(
        value, unit, (row.id,), confidence, None, around if confidence == "reported" else None
    )
