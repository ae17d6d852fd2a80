"""A table of levers as one side sees it: the same figures, reordered and signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.shock.leverage.asked import checked_countries
from monazite.shock.leverage.results import Gain, Number
from monazite.shock.results.outcome import Band

if TYPE_CHECKING:
    from monazite.shock.leverage.results import Leverage, LeverRow, Side


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A lever as one side sees it; own: whether it is that side's; above 0 is a gain."""

    lever: str
    own: bool
    months: int
    mine: Gain
    theirs: Gain


@dataclass(frozen=True, slots=True)
class View:
    """A side's view (ISO3): its own levers first, then those of others; horizons in order."""

    country: str
    rows: tuple[ViewRow, ...]


def view(found: Leverage, country: str) -> View:
    """The rows in which a side stands; InputError field "side" where it stands in none.

    What one side's view says of itself is what the other's says of it: no figure is made anew.
    """
    (name,) = checked_countries("side", [country])
    rows = [_seen(row, name) for row in found.rows if name in _sides(row)]
    if not rows:
        known = dict.fromkeys(side for row in found.rows for side in _sides(row))
        raise InputError("side", country, f"a side of the table: {', '.join(known)}")
    return View(name, tuple(sorted(rows, key=lambda row: not row.own)))


def gained(side: Side) -> Gain:
    """What a side loses, as what it gains."""
    return Gain(
        side.country, turned(side.lost), turned(side.unsold), side.price, turned(side.revenue)
    )


def turned(number: Number) -> Number:
    """The number with the other sign: the upper end becomes the lower."""
    if number.band is None:
        return number
    band = number.band
    return Number(Band(0.0 - band.p95, 0.0 - band.p50, 0.0 - band.p5))


def _sides(row: LeverRow) -> tuple[str, str]:
    return row.holder.country, row.other.country


def _seen(row: LeverRow, country: str) -> ViewRow:
    own = row.holder.country == country
    mine, theirs = (row.holder, row.other) if own else (row.other, row.holder)
    return ViewRow(row.lever, own, row.months, gained(mine), gained(theirs))
