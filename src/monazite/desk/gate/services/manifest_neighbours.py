"""The neighbours of each declaration of a manifest, as those before it leave them.

By the same reasons and limits as `gate.neighbours`, which answers for one declaration alone.
"""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from monazite.desk.gate.models import Declaration, Item
from monazite.desk.gate.neighbours import (
    KEYS,
    RECENT_MOST,
    asked,
    codes_of,
    is_elsewhere,
    is_small,
    keys_of,
    looked_at,
    neighbour,
    newest,
    parcels,
    within,
)

if TYPE_CHECKING:
    from monazite.customs.declared import Declaration as Declared
    from monazite.customs.facts import Recent
    from monazite.customs.regime import Rules

_IN_A_QUERY = 2000
_OWN = "own"
Mark = tuple[str, ...]
"""What a declaration is found by: a key that is shared, its firm, a code, where it is unloaded."""


class _Placed(NamedTuple):
    """A neighbour and its place in time: higher is newer."""

    place: int
    recent: Recent


class Neighbours:
    """Those of before, and those of the manifest so far."""

    def __init__(
        self, declared: Sequence[Declared], owner: uuid.UUID, on: date, rules: Rules
    ) -> None:
        self._owner, self._rules = owner, rules
        self._found: dict[Mark, deque[_Placed]] = {}
        self._place = 0
        near = [each for each in declared if asked(each, rules)]
        self._matter = bool(near)
        rows = {row.pk: row for row in _before(near, owner, within(on, rules))} if near else {}
        for row in sorted(rows.values(), key=lambda row: row.lodged_at):
            self.add(row, list(row.items.all()))

    def add(self, row: Declaration, items: Sequence[Item]) -> None:
        """One more, newer than all before."""
        if not self._matter:
            return
        self._place += 1
        placed = _Placed(self._place, neighbour(row, items, self._owner))
        for mark in _marks(row, placed.recent):
            self._found.setdefault(mark, deque(maxlen=RECENT_MOST)).append(placed)

    def of(self, declared: Declared) -> tuple[Recent, ...]:
        """Those of one declaration, the newest first."""
        if not asked(declared, self._rules):
            return ()
        found: dict[int, Recent] = {}
        for reason in _reasons(declared):
            near = {each.place: each for mark in reason for each in self._found.get(mark, ())}
            places = sorted(near, reverse=True)[:RECENT_MOST]
            found |= {place: near[place].recent for place in places}
        return tuple(found[place] for place in sorted(found, reverse=True))


def _marks(row: Declaration, recent: Recent) -> Iterator[Mark]:
    """What it is found by."""
    from monazite.customs.checks.neighbours import LOOKED_AT  # noqa: PLC0415
    from monazite.customs.checks.parcels import NEVER_LEFT  # noqa: PLC0415 - where one acts

    if is_small(recent.mode) and recent.state not in NEVER_LEFT:
        yield from ((name, key) for name in KEYS if (key := getattr(row, name)))
        if recent.own:
            yield (_OWN,)
    if recent.own and (recent.state in LOOKED_AT or row.looked):
        yield from (("hs", code) for code in recent.hs)
    if recent.own and is_elsewhere(recent.arrival, recent.destination):
        yield ("elsewhere", recent.arrival, recent.destination)


def _reasons(declared: Declared) -> Iterator[list[Mark]]:
    """What it asks for, each reason with all its marks."""
    if is_small(declared.mode):
        yield list(keys_of(declared).items())
        yield [(_OWN,)]
    yield [("hs", code) for code in codes_of(declared)]
    if is_elsewhere(declared.arrival, declared.destination):
        yield [("elsewhere", declared.arrival or "", declared.destination or "")]


def _before(
    near: Sequence[Declared], owner: uuid.UUID, rows: QuerySet[Declaration]
) -> Iterator[Declaration]:
    """Neighbours of before; of each mark so many, the newest."""
    own, small = rows.filter(organisation_id=owner), [e for e in near if is_small(e.mode)]
    for name in KEYS if small else ():
        for some in _parts({keys_of(each)[name] for each in small} - {""}):
            yield from _newest_of(rows.filter(parcels(), **{f"{name}__in": some}), name)
    if small:
        yield from newest(own.filter(parcels()))
    for some in _parts({code for each in near for code in codes_of(each)}):
        looked = Declaration.objects.filter(looked_at(), organisation_id=owner)
        items = Item.objects.filter(declaration__in=looked, hs__in=some)
        yield from own.filter(pk__in=_newest_items(items))
    there = {e.arrival for e in near if is_elsewhere(e.arrival, e.destination)}
    if there:
        elsewhere = own.filter(~Q(arrival=F("destination")), arrival__in=there)
        yield from _newest_of(elsewhere, "arrival", "destination")


def _newest_of(rows: QuerySet[Declaration], *by: str) -> QuerySet[Declaration]:
    """Of each value of these columns so many."""
    place = Window(RowNumber(), partition_by=[F(name) for name in by], order_by="-lodged_at")
    return rows.annotate(place=place).filter(place__lte=RECENT_MOST)


def _newest_items(items: QuerySet[Item]) -> list[uuid.UUID]:
    """The declarations of the newest items of each code."""
    place = Window(RowNumber(), partition_by=[F("hs")], order_by=F("declaration__lodged_at").desc())
    found = items.annotate(place=place).filter(place__lte=RECENT_MOST)
    return list(found.values_list("declaration_id", flat=True))


def _parts(values: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), _IN_A_QUERY):
        yield ordered[start : start + _IN_A_QUERY]
