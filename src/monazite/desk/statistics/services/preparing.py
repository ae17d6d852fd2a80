"""A vintage is prepared: the month is counted as it stands now, and what tells too much hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from monazite.customs.regime import Rules, rules
from monazite.customs.statistics.publishing import Before, Tables, tables
from monazite.customs.statistics.revising import Earlier, Revised, revised
from monazite.customs.statistics.sensitive import limits_of
from monazite.customs.statistics.shares import Share, shares
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, create
from monazite.desk.events.prints import plain, text_sha256
from monazite.desk.people.may import require
from monazite.desk.people.models import Person
from monazite.desk.statistics.cells import as_told, fingerprint, rows, write
from monazite.desk.statistics.collecting import Collected, collect
from monazite.desk.statistics.counted import of, packed
from monazite.desk.statistics.models import PREPARED, RELEASED, Cell, Counted, Vintage
from monazite.errors import InputError
from monazite.law.store import load


@transaction.atomic
def prepare(person: Person, month: date, via: str) -> Vintage:
    """The month's newest vintage, which waits for another's release.

    Refused where one waits already; InputError for a month that has not begun.
    """
    require(person, "statistics.prepare")
    regime, first = person.organisation.regime, month.replace(day=1)
    today = load().today(regime)
    if first > today:
        raise InputError("month", f"{first:%Y-%m}", f"{today:%Y-%m} or earlier", "month_future")
    earlier = list(Vintage.objects.filter(regime=regime, month=first).order_by("number"))
    if any(each.state == PREPARED for each in earlier):
        raise Refused("statistics_waiting", month=f"{first:%Y-%m}")
    after = (first + timedelta(days=31)).replace(day=1)
    table = rules(regime)
    found = collect(regime, table, first, after)
    released = [each for each in earlier if each.state == RELEASED]
    made = _revised(found, table, released)
    vintage = _vintage(person, first, min(after - timedelta(days=1), today), len(earlier) + 1)
    return _written(vintage, found, made, table, Who(person.pk, via))


def _vintage(person: Person, first: date, until: date, number: int) -> Vintage:
    return Vintage(
        regime=person.organisation.regime, month=first, number=number, until=until, author=person,
        prepared_at=timezone.now(), state=PREPARED,
    )  # fmt: skip


def _written(
    vintage: Vintage, found: Collected, made: Mapping[str, Revised], table: Rules, who: Who
) -> Vintage:
    told_as = {series: each.tables for series, each in made.items()}
    cells, shares = rows(told_as), packed({name: each.counted for name, each in made.items()})
    vintage.releases, vintage.excluded = found.releases, found.excluded
    vintage.currencies = {
        series: {currency: plain(value) for currency, value in by.items()}
        for series, by in found.currencies.items()
    }
    vintage.rates = {currency: plain(rate) for currency, rate in sorted(found.rates.items())}
    vintage.pooled = {
        series: {"codes": dict(each.codes), "places": {s: dict(p) for s, p in each.places.items()}}
        for series, each in told_as.items()
    }
    vintage.nothing = sorted(series for series, each in told_as.items() if each.nothing)
    vintage.waiting = {name: list(each.waiting) for name, each in made.items() if each.waiting}
    vintage.cells_sha256, vintage.rules_hash = fingerprint(cells), table.hash
    vintage.counted_sha256 = text_sha256(shares)
    create(vintage, "prepared", told(vintage), who)
    write(vintage, cells)
    Counted.objects.create(vintage=vintage, shares=shares)
    return vintage


def told(vintage: Vintage) -> dict[str, object]:
    """What the first event of a vintage tells of its row."""
    names = (
        "regime", "month", "number", "until", "releases", "excluded", "currencies", "rates",
        "pooled", "nothing", "waiting", "cells_sha256", "counted_sha256", "rules_hash", "author_id",
        "prepared_at", "state",
    )  # fmt: skip
    return {name: plain(getattr(vintage, name)) for name in names}


def _revised(found: Collected, table: Rules, released: list[Vintage]) -> dict[str, Revised]:
    """The tables of each kind of leaving; what was told before changes only as far as it may."""
    limits = limits_of(table.statistics.suppression)
    earlier = _earlier(released)
    made = {}
    for series in sorted(found.shares.keys() | earlier.keys()):
        now = found.shares.get(series, [])
        if series in earlier:
            made[series] = revised(now, earlier[series], limits)
        else:
            made[series] = Revised(tables(shares(now), limits, Before()), now, ())
    return made


def _earlier(released: list[Vintage]) -> dict[str, Earlier]:
    """What the month's released vintages counted and told, of kinds of which anything was told."""
    if not released:
        return {}
    before, told, counted = _before(released), as_told(released[-1]), of(released)
    found: dict[str, list[Sequence[Share]]] = defaultdict(list)
    for each, one in zip(released, counted, strict=True):
        for series in one.keys() - set(each.nothing):
            found[series].append(one[series])
    gone = {series: Tables((), each.codes, each.places) for series, each in before.items()}
    return {
        series: Earlier(tuple(each), told.get(series, gone[series]), before[series])
        for series, each in found.items()
    }


def _before(released: list[Vintage]) -> dict[str, Before]:
    """What the released vintages of the month held back, by kind of leaving."""
    cells: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    hidden = Cell.objects.filter(vintage__in=released).exclude(hidden="")
    for series, *at in hidden.values_list("series", "side", "code", "place").distinct():
        cells[series].add((at[0], at[1], at[2]))
    pooled = released[-1].pooled
    return {
        series: Before(
            pooled.get(series, {}).get("codes", {}), pooled.get(series, {}).get("places", {}),
            frozenset(cells[series]),
        )
        for series in pooled.keys() | cells.keys()
    }  # fmt: skip
