"""From a run to the number that was observed: one function for each kind of observation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.totals import NEVER
from monazite.shock.validation.seen import YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from monazite.shock.model.model import Floats
    from monazite.shock.validation.seen import Seen

LEAST_SHARE = 0.01
"""A halt counts in countries that have at least this part of a sector's value added."""
AROUND = "USA"
"""Whose measures are gone round in the cases that are packaged."""
NOWHERE = np.inf
"""What a first halt is where nothing halts, and a recovery where nothing recovers."""
NOT_FALLEN = 0.0
"""What a recovery is where nothing had fallen."""


def flow(seen: Seen, of: str, when: str) -> Floats:
    """Shipments, t; of: a meter; when: months."""
    return seen.flow(of, when)


def ratio(seen: Seen, of: str, when: str) -> Floats:
    """Shipments a month over those of other months; when: "2023-08:2023-07"."""
    after, _, before = when.partition(":")
    part = seen.flow(of, after) / max(1, len(seen.columns(after)))
    return part / (seen.flow(of, before) / max(1, len(seen.columns(before))))


def share(seen: Seen, of: str, when: str) -> Floats:
    """Shipments of one meter over those of another; of: both, with a space."""
    part, whole = of.split()
    return seen.flow(part, when) / seen.flow(whole, when)


def recovery(seen: Seen, of: str, when: str) -> Floats:
    """Months from the first of a measure until part of what once left in a month left again.

    when: that month, the part, and the month that it is a part of, "2023-08:0.1:2023-03". It counts
    from the day on which less than that left; where it never fell so far, there is nothing to
    recover from: `NOT_FALLEN`.
    """
    since, part, usual = when.split(":")
    begins, path = seen.months.index(since), seen.totals.flows[:, seen.meters.index(of)]
    below = path[begins:] < float(part) * path[seen.months.index(usual)]
    back = ~below & np.logical_or.accumulate(below, axis=0)
    found = np.where(back.any(axis=0), back.argmax(axis=0), NOWHERE)
    return np.where(below.any(axis=0), found, NOT_FALLEN)


def through_hubs(seen: Seen, of: str, when: str) -> Floats:
    """What arrives by hubs, t; of: "antimony THA MEX", the first to name meters.

    What went round and was not seized, and what the hubs sold of their own.
    """
    name, *hubs = of.split()
    own = [seen.flow(f"{name}/{hub}-{AROUND}", when) for hub in hubs]
    return np.asarray(sum(own) + _round(seen, hubs, when))


def kept(seen: Seen, of: str, when: str) -> Floats:
    """Arrivals a month, by all ways, over those of months before; of: "antimony USA"."""
    meter = f"{of.replace(' ', '/')}-all"
    after, _, before = when.partition(":")
    part, whole = (len(seen.columns(months)) or 1 for months in (after, before))
    came = seen.flow(meter, after) + _round(seen, seen.hubs, after)
    return np.asarray(came / part / (seen.flow(meter, before) / whole))


def _round(seen: Seen, hubs: Sequence[str], when: str) -> Floats:
    column = seen.columns(when)
    if not len(column):
        return np.full(seen.draws, np.nan)
    at = [n for n, name in enumerate(seen.hubs) if name in hubs]
    return np.asarray(seen.totals.landed[column][:, at].sum(axis=(0, 1)), np.float64)


def approved(seen: Seen, of: str, when: str) -> Floats:
    """Granted over filed, both to date: what associations quote, pending files included.

    NaN where nothing was filed.
    """
    if of not in seen.groups:
        return np.full(seen.draws, np.nan)
    week, group = seen.week(date.fromisoformat(when)), seen.groups.index(of)
    filed = seen.totals.applied[:week, group].sum(axis=0)
    granted = seen.totals.granted[:week, group].sum(axis=0)
    part = np.divide(granted, filed, out=np.full(seen.draws, np.nan), where=filed > 0)
    return np.asarray(part)


def first_halt(seen: Seen, of: str, when: str) -> Floats:
    """Weeks after a day until plants of a sector stand in a country other than home.

    of: a sector, "traction", or a sector in one country, "traction JPN".
    """
    sector, _, place = of.partition(" ")
    users = seen.model.users
    mine = users.sector == seen.model.sectors.index(sector)
    large = users.value_added >= LEAST_SHARE * users.value_added[mine].sum()
    abroad = users.country != seen.model.home
    here = users.country == seen.model.countries.index(place) if place else large & abroad
    week = seen.totals.first[np.flatnonzero(mine & here)]
    first = np.where(week == NEVER, NOWHERE, week).min(axis=0)
    return np.asarray(first - (date.fromisoformat(when) - seen.first).days / 7)


def lost(seen: Seen, of: str, when: str) -> Floats:
    """Part of a sector's output in the world that is missing; when: two days, "2025-04-04..…"."""
    low, high = (seen.week(date.fromisoformat(day)) for day in when.split(".."))
    output = seen.totals.output[:, seen.model.sectors.index(of)]
    return np.asarray(1 - output[low:high].mean(axis=0) / output[0])


def spread(seen: Seen, of: str, when: str) -> Floats:
    """The quote outside over the price at home in the week of a day, times what it was."""
    week, good = seen.week(date.fromisoformat(when)), seen.quoted.index(of)
    return np.asarray(seen.totals.quote_spot[week, good] / seen.totals.quote_inner[week, good])


def paid(seen: Seen, of: str, when: str) -> Floats:
    """What buyers outside pay by volume, times what it was; when: a day, or a year (its mean).

    Months of the year before the run count as they were: nothing had happened.
    """
    good = seen.good(of)
    price = _by_volume(seen, good) / seen.model.price[good]
    if "-" in when:
        return _on(seen, when, price)
    year = [n for n, name in enumerate(seen.months) if name.startswith(when)]
    if f"{when}-12" not in seen.months:
        return np.full(seen.draws, np.nan)
    before = YEAR - len(year)
    return np.asarray((before + price[year].sum(axis=0)) / YEAR)


def fall(seen: Seen, of: str, when: str) -> Floats:
    """What is paid by volume in a year over another; when: "2013:2011"."""
    after, _, before = when.partition(":")
    return paid(seen, of, after) / paid(seen, of, before)


def _by_volume(seen: Seen, good: int) -> Floats:
    total = seen.totals
    contract, spot = total.at_contract[:, good], total.at_spot[:, good]
    whole = contract + spot
    worth = contract * total.contract[:, good] + spot * total.spot[:, good]
    mean = np.divide(worth, whole, out=np.full(whole.shape, np.nan), where=whole > 0)
    return np.asarray(mean)


def _on(seen: Seen, day: str, monthly: Floats) -> Floats:
    """A price on a day, between the middles of two months, evenly in its logarithm."""
    at = date.fromisoformat(day)
    middle = [date.fromisoformat(f"{name}-15").toordinal() for name in seen.months]
    after = int(np.searchsorted(middle, at.toordinal(), side="right"))
    if not 0 < after < len(middle):
        return np.full(monthly.shape[1], np.nan)
    part = (at.toordinal() - middle[after - 1]) / (middle[after] - middle[after - 1])
    low, high = np.log(monthly[after - 1]), np.log(monthly[after])
    return np.asarray(np.exp(low + part * (high - low)))


READINGS: Mapping[str, Callable[[Seen, str, str], Floats]] = {
    "flow": flow,
    "ratio": ratio,
    "share": share,
    "recovery": recovery,
    "through_hubs": through_hubs,
    "kept": kept,
    "approved": approved,
    "first_halt": first_halt,
    "lost": lost,
    "spread": spread,
    "paid": paid,
    "fall": fall,
}
