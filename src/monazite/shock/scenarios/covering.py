"""What the law says of goods on a route on a day: nothing, a licence, or a ban."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue import countries
from monazite.law.days import statuses
from monazite.law.ruling import rule_on
from monazite.law.situation import Movement, Situation
from monazite.law.status import IN_FORCE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.situation import Item
    from monazite.shock.scenarios.items import Representative
    from monazite.shock.scenarios.patching import PatchedLaw

FREE, LICENSED, BANNED = 0, 1, 2
_LEVELS = {
    "prohibited": BANNED, "refused_in_principle": BANNED, "licence_required": LICENSED,
}  # fmt: skip
"""Outcomes of a ruling that hold goods back; quotas in tonnes and duties the scenario says."""


class Cover(NamedTuple):
    """How far an item is held, and by which measures."""

    level: int
    measures: frozenset[str]


class Rulings:
    """Rulings of the patched law, each asked once for routes and days it cannot tell apart."""

    def __init__(self, laws: PatchedLaw) -> None:
        self._laws = laws
        self._known: dict[tuple[object, ...], Cover] = {}
        self._states: dict[tuple[int, date], tuple[str, ...]] = {}
        self._kinds: dict[str, frozenset[str]] = {}

    def cover(self, one: Representative, departure: str, destination: str, day: date) -> Cover:
        """What holds an item between two countries (ISO3; a pool of countries is a destination)."""
        return self._cover(self._laws.on(day, destination), one, departure, destination, day)

    def plain(self, one: Representative, departure: str, destination: str, day: date) -> Cover:
        """The same by the law without what the scenario adds and takes away."""
        return self._cover(self._laws.plain, one, departure, destination, day)

    def _cover(
        self, law: Law, one: Representative, departure: str, destination: str, day: date
    ) -> Cover:
        states = self._standing(law, day)
        kind = self._kind(destination)
        key = one.id, departure, kind, id(law), states
        if key not in self._known:
            self._known[key] = _ruled(law, one.item, departure, self._asked(destination), day)
        return self._known[key]

    def departures(
        self,
        named: frozenset[str],
        destinations: tuple[str, ...],
        before: Sequence[date],
        days: Sequence[date],
    ) -> frozenset[str]:
        """Countries (ISO3) whose law on their exports is otherwise than by the plain law on a day.

        before: days to hold it against; named: measures that are asked for even where they stand
        still.
        """
        plain, moved = self._laws.plain, set(named)
        for country in destinations:
            was = [_binding(plain, day, country) for day in before]
            for day in days:
                now = _binding(self._laws.on(day, country), day, country)
                moved = moved.union(*(now ^ then for then in was))
        found = (plain.measures[one].departures for one in moved & plain.measures.keys())
        codes = {code for one in found if one.mode == "only" for code in one.countries}
        return frozenset(countries.describe(code).iso3 for code in codes)

    def _standing(self, law: Law, day: date) -> tuple[str, ...]:
        """The state of every entry on a day, but for lists of parties."""
        key = id(law), day
        if key not in self._states:
            found = statuses(law, day, law.compiled)
            self._states[key] = tuple(
                found[atom.index].state for atom in law.atoms if atom.measure.party_list is None
            )
        return self._states[key]

    def _kind(self, country: str) -> frozenset[str]:
        """The measures that reach a destination."""
        if country not in self._kinds:
            code = countries.find(country) or ""
            every = self._laws.plain.measures.values()
            self._kinds[country] = frozenset(m.id for m in every if m.destinations.includes(code))
        return self._kinds[country]

    def _asked(self, country: str) -> str:
        """The country's ISO2; for a pool of countries one that is reached by the same measures."""
        code = countries.find(country)
        if code is not None:
            return code
        every = (one.iso3 for one in countries.countries().values())
        alike = next(one for one in every if self._kind(one) == self._kind(country))
        return countries.describe(alike).iso2


def _binding(law: Law, day: date, country: str) -> frozenset[str]:
    """Measures for a destination with an entry in force on a day that holds goods back."""
    every = law.memory.get(("binding", day), lambda: _in_force(law, day))
    code = countries.find(country) or ""
    return frozenset(one for one in every if law.measures[one].destinations.includes(code))


def _in_force(law: Law, day: date) -> frozenset[str]:
    return frozenset(
        atom.measure.id
        for atom, found in zip(law.atoms, statuses(law, day, law.compiled), strict=True)
        if found.state == IN_FORCE and atom.effect in _LEVELS and atom.measure.party_list is None
    )


def _ruled(law: Law, item: Item, departure: str, destination: str, day: date) -> Cover:
    source = countries.describe(departure).iso2
    movement = Movement(departure=source, destination=destination, origin=source, made_in=source)
    ruling = rule_on(law, Situation(item, movement, day, law.compiled))
    # Representative items are complete; of one that is not the least counts that is sure.
    level = min(_LEVELS.get(outcome, FREE) for outcome in ruling.possible)
    measures = frozenset(
        atom.measure.id
        for atom in (law.atoms[index] for index in ruling.setting)
        if _LEVELS.get(atom.effect, FREE)
    )
    return Cover(level, measures)
