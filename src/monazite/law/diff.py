"""What changed between two days, and what runs out soon: computed from status, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS, say
from monazite.law.makers import Words, instrument, maker
from monazite.law.model import ONE_DAY
from monazite.law.pauses import is_contiguous, pauses_of, reports, sequel
from monazite.law.status import state_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Measure
    from monazite.law.pauses import Pause
    from monazite.law.status import Status

_TURNS = frozenset({"suspends", "terminates", "replaces"})


@dataclass(frozen=True, slots=True)
class Change:
    """A measure's state on a day, other than the day before; `because` says why, by language.

    limb or item is set where a part with its own days changed and the measure did not so change.
    """

    day: date
    measure: str
    before: str
    after: str
    because: Words
    limb: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """A suspension that runs out soon; `until` is its last day, `by` names its maker by language.

    official is False where only a reported extension runs to that day.
    """

    measure: str
    relation: str
    by: Words
    until: date
    days_left: int
    official: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A measure, or a limb or item of it that has days of its own."""

    start: date | None
    end: date | None = None
    limb: str | None = None
    item: str | None = None


def changes(law: Law, first: date, last: date, known: date) -> tuple[Change, ...]:
    """Every change of state from first to last (both included), by day, as known on a day."""
    found = [
        change
        for measure in law.measures.values()
        for change in _measure_changes(law, measure, first, last, known)
    ]
    return tuple(sorted(found, key=lambda c: c.day))


def ending(law: Law, on: date, days: int, known: date) -> tuple[Ending, ...]:
    """The suspensions whose last day lies from `on` to `days` later, the nearest first."""
    found = [
        one
        for measure in law.measures.values()
        for pause in pauses_of(law, measure.id, known)
        for one in _endings(law, measure, pause, on, known)
        if one.days_left <= days
    ]
    return tuple(sorted(found, key=lambda e: e.until))


def _endings(law: Law, measure: Measure, pause: Pause, on: date, known: date) -> Iterator[Ending]:
    following = sequel(law, pause, known)
    if following is not None and is_contiguous(pause, following):
        return
    ends = [(pause.relation, pause.until, True)]
    ends += [(r, r.until, False) for r in reports(law, pause, known) if following is None]
    for relation, until, official in ends:
        if until is not None and on <= until:
            left = (until - on).days
            yield Ending(measure.id, relation.id, maker(law, relation), until, left, official)


def _measure_changes(
    law: Law, measure: Measure, first: date, last: date, known: date
) -> Iterator[Change]:
    whole, *parts = _parts(measure)
    for day in sorted(d for d in _days(law, measure, known) if first <= d <= last):
        turn = _turn(law, measure, whole, day, known)
        for part in (whole, *parts):
            own = _turn(law, measure, part, day, known)
            if own[0] != own[1] and (part is whole or own != turn):
                because = _because(law, measure, part, day, known)
                yield Change(day, measure.id, *own, because, part.limb, part.item)


def _parts(measure: Measure) -> list[_Part]:
    """The measure, then its limbs and items with days of their own."""
    own = measure.effective_from
    found = [_Part(own)]
    found += [
        _Part(one.effective_from, limb=one.id) for one in measure.limbs if one.effective_from != own
    ]
    found += [
        _Part(one.effective_from or own, one.last_day, item=one.id)
        for one in measure.items
        if one.last_day or (one.effective_from or own) != own
    ]
    return found


def _days(law: Law, measure: Measure, known: date) -> set[date]:
    """The days on which something can change."""
    parts = _parts(measure)
    found = {p.start for p in parts} | {_after(p.end) for p in parts} | {_after(measure.last_day)}
    for relation in law.relations_of.get(measure.id, ()):
        found |= {relation.start, _after(relation.until)}
    found |= {_after(pause.until) for pause in pauses_of(law, measure.id, known)}
    return {day for day in found if day is not None}


def _after(day: date | None) -> date | None:
    return None if day is None else day + ONE_DAY


def _turn(law: Law, measure: Measure, part: _Part, day: date, known: date) -> tuple[str, str]:
    before = _state(law, measure, part, day - ONE_DAY, known)
    return before.state, _state(law, measure, part, day, known).state


def _state(law: Law, measure: Measure, part: _Part, day: date, known: date) -> Status:
    return state_of(law, measure, part.start, part.end, day, known)


def _because(law: Law, measure: Measure, part: _Part, day: date, known: date) -> Words:
    """Which instrument turns the state on the day, and how."""
    for relation in law.relations_of.get(measure.id, ()):
        told = relation.start == day and relation.published <= known and relation.official
        if told and relation.kind in _TURNS:
            return _says(f"change.{relation.kind}", maker(law, relation))
    for pause in pauses_of(law, measure.id, known):
        if _after(pause.until) == day:
            return _says("change.pause_over", maker(law, pause.relation), day - ONE_DAY)
    key = "change.starts" if part.start == day else "change.last_day"
    return _says(key, instrument(measure), day - ONE_DAY)


def _says(key: str, by: Words, last: date | None = None) -> Words:
    return {lang: say(key, lang, by=by[lang], last=last) for lang in LANGS}
