"""The law as a scenario has it: measures put into force, taken out, and open suspensions read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from monazite.law.memory import Memory
from monazite.law.model import NOT_LAW, Review, Where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.law.law import Law
    from monazite.law.model import Measure, Relation
    from monazite.shock.scenarios.schema import Added, LawPatch

_EVER = date(1900, 1, 1)
_EVERYWHERE = Where("all")
_SETTLED = frozenset({"revived", "still_suspended"})


class PatchedLaw:
    """The law for a destination on a day; each different one is made once.

    plain: without what is added, suspended and lifted. Rules that reach beyond their own border
    (No. 61/2025) are left out: goods are followed as what they are where they leave, not as what
    they were made of.
    """

    def __init__(self, law: Law, patch: LawPatch) -> None:
        self._patch = patch
        measures = {
            name: one for name, one in law.measures.items() if one.departures.mode == "only"
        }
        reviews = _reviews(law, patch.open)
        self.plain = replace(law, measures=measures, reviews=reviews, memory=Memory())
        self._made: dict[tuple[frozenset[Added], frozenset[str]], Law] = {}

    def on(self, day: date, country: str) -> Law:
        """The law that holds for goods to a country (ISO3)."""
        added = frozenset(one for one in self._patch.add if one.reaches(country, day))
        gone = frozenset(
            one.measure
            for one in (*self._patch.suspend, *self._patch.lift)
            if one.reaches(country, day)
        )
        key = added, gone
        if key not in self._made:
            self._made[key] = _patched(self.plain, added, gone) if added or gone else self.plain
        return self._made[key]


def open_suspensions(law: Law) -> tuple[Relation, ...]:
    """Suspensions that run out, revive what they suspend, and have no sequel in the law data."""
    settled = {one.relation for one in law.reviews if one.result in _SETTLED}
    return tuple(
        one
        for one in law.relations
        if one.kind == "suspends" and one.after_until == "revives" and one.id not in settled
    )


def _reviews(law: Law, reading: str) -> tuple[Review, ...]:
    """Every open sequel settled as the scenario reads it."""
    settled = [Review(one.id, _EVER, reading, "scenario") for one in open_suspensions(law)]
    open_ones = {one.relation for one in settled}
    return (*(one for one in law.reviews if one.relation not in open_ones), *settled)


def _patched(law: Law, added: Iterable[Added], gone: frozenset[str]) -> Law:
    by_id = {one.measure: one for one in added if one.measure not in gone}
    measures = {
        name: _in_force(measure, by_id[name]) if name in by_id else measure
        for name, measure in law.measures.items()
        if name not in gone
    }
    relations = tuple(one for one in law.relations if one.target not in by_id)
    return replace(law, measures=measures, relations=relations, memory=Memory())


def _in_force(measure: Measure, added: Added) -> Measure:
    """The measure as if it always were; for the destinations that the patch names, if it does."""
    items = tuple(
        replace(
            one, effective_from=None, last_day=None, effect=None if added.effect else one.effect
        )
        for one in measure.items
    )
    limbs = () if added.effect else measure.limbs
    return replace(
        measure,
        official=True,
        kinds=tuple(one for one in measure.kinds if one not in NOT_LAW),
        effect=added.effect or measure.effect,
        published=None,
        effective_from=_EVER,
        last_day=None,
        destinations=_EVERYWHERE if added.destinations else measure.destinations,
        items=items,
        limbs=tuple(replace(one, effective_from=_EVER) for one in limbs),
    )
