"""One lever of the table: its runs, and the rows that are read off them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from monazite.law.status import status
from monazite.law.store import load
from monazite.shock.leverage import reckoning
from monazite.shock.leverage.asked import DESTINATIONS
from monazite.shock.leverage.freedom import freedom
from monazite.shock.leverage.grasping import duty_differs, goods_contained, goods_held
from monazite.shock.leverage.grounds import WORLD
from monazite.shock.leverage.needs import names, needed
from monazite.shock.leverage.planned import planned
from monazite.shock.leverage.results import (
    Clock,
    LeverHead,
    LeverRow,
    Number,
    Pause,
    Standing,
)
from monazite.shock.leverage.scenes import Held
from monazite.shock.leverage.weighing import Scale, added, gain, number, shared, side
from monazite.shock.leverage.windows import Cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.shock.leverage.results import Freedom, Reason, Words
    from monazite.shock.leverage.runs import Runs
    from monazite.shock.leverage.scenes import Ground
    from monazite.shock.leverage.schema import Lever
    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.schema import Text


class Pausing(NamedTuple):
    """A pause: the day of the run on which it begins, and how many days it lasts."""

    from_day: int
    days: int

    def cut(self, starts: date) -> Cut:
        """The stretch in which the lever rests, for everybody."""
        first = starts + timedelta(days=self.from_day)
        return Cut(first, first + timedelta(days=self.days - 1), ())


class Asked(NamedTuple):
    """What is asked of every lever; destinations: None: those whom it is aimed at.

    known: levers by id, of which one may answer or ease another.
    """

    ground: Ground
    horizons: tuple[int, ...]
    destinations: tuple[str, ...] | None
    bites: float
    pause: Pausing
    known: Mapping[str, Lever]

    def before(self, one: Lever) -> tuple[Held, ...]:
        """What a lever is held against: what it answers or eases, else nothing."""
        return () if one.on is None else (Held(self.known[one.on], self.ground.starts),)

    def others(self, one: Lever) -> tuple[str, ...]:
        """The counterparts of a lever, the world last."""
        named = self.destinations or one.targets or DESTINATIONS
        return (*(name for name in named if name != one.holder), WORLD)


class Told(NamedTuple):
    """What is told of a lever."""

    head: LeverHead
    rows: tuple[LeverRow, ...]
    clocks: tuple[Clock, ...]
    pauses: tuple[Pause, ...]


def told_of(one: Lever, asked: Asked, runs: Runs) -> Told:
    """Runs: without the lever, with it, and of a measure with its pause."""
    start = asked.ground.starts
    before = asked.before(one)
    ground = asked.ground.of((*(each.lever for each in before), one))
    base, without = runs.kept(one.on or "ground", ground, before)
    calm = base.schedule
    case = runs.case(one.id, ground, (*before, Held(one, start)), noted=True)
    with_ = runs.reading(case, ground)
    on, duty = runs.on(ground), duty_differs(case.schedule, calm)
    held = tuple(dict.fromkeys((
        *goods_held(on.model, case.schedule, calm, one.holder), *goods_contained(on.model, one),
    )))  # fmt: skip
    scale = Scale(on, with_, without, duty)
    free = _freedom(one, on.model, on.year, start, held)
    others = asked.others(one)
    return Told(
        head_of(one, start, held),
        tuple(_rows(one, others, scale, asked.horizons)),
        tuple(_clock(one, other, scale, asked.bites, free) for other in others if other != WORLD),
        tuple(_pauses(one, others, scale, asked, runs)) if one.kind == "measure" else (),
    )


def head_of(one: Lever, start: date, goods: Sequence[str]) -> LeverHead:
    """The lever, how its measures stand on a day as far as is known, and what it holds back."""
    law = load()
    states = [(name, status(law, name, start, law.compiled)) for name in one.measures]
    return LeverHead(
        one.id, one.holder, words(one.title), one.kind, one.on,
        tuple(
            Standing(name, found.state, None if found.until is None else found.until.isoformat())
            for name, found in states
        ),
        tuple(goods), one.scenario is not None, None if one.unknown is None else words(one.unknown),
        one.sources, one.confidence,
    )  # fmt: skip


def bare(one: Lever, start: date) -> LeverHead:
    """A lever that cannot be run."""
    return head_of(one, start, ())


def words(text: Text) -> Words:
    """A text by language."""
    return {"en": text.en, "zh": text.zh}


def _rows(
    one: Lever, others: Sequence[str], scale: Scale, horizons: Sequence[int]
) -> Iterator[LeverRow]:
    for other in others:
        mine, theirs = scale.loss(one.holder, other), scale.loss(other, one.holder)
        for months in horizons:
            yield LeverRow(one.id, months, side(mine, months), side(theirs, months))


def _clock(one: Lever, other: str, scale: Scale, bites: float, free: Freedom) -> Clock:
    output, halted = scale.output(other), scale.halted(other)
    bite = output if isinstance(output, str) else reckoning.bites(*output, bites)
    halt = halted if isinstance(halted, str) else reckoning.halts(*halted)
    return Clock(
        one.id, one.holder, other,
        _week(bite), _part(bite), _week(halt), _part(halt), free,
    )  # fmt: skip


def _week(found: Floats | Reason) -> Number:
    return Number(None, found) if isinstance(found, str) else number(found)


def _part(found: Floats | Reason) -> float | None:
    """The part of the draws that have a number."""
    return None if isinstance(found, str) else reckoning.known(found)


def _pauses(
    one: Lever, others: Sequence[str], scale: Scale, asked: Asked, runs: Runs
) -> Iterator[Pause]:
    start = asked.ground.starts
    ground = asked.ground.of((one,))
    resting = Held(one, start, (asked.pause.cut(start),))
    paused = runs.reading(runs.case(one.id, ground, (resting,)), ground)
    rested = replace(scale, with_=paused, without=scale.with_)
    for other in others:
        mine, theirs = rested.loss(one.holder, other), rested.loss(other, one.holder)
        for months in asked.horizons:
            sums = added((mine, theirs), months)
            both, opposed = shared(mine, theirs, months)
            yield Pause(
                one.id, *asked.pause, months, gain(mine, months), gain(theirs, months), sums,
                both, opposed,
            )  # fmt: skip


def _freedom(one: Lever, model: Model, year: int, start: date, held: Sequence[str]) -> Freedom:
    outside = [name for name in model.countries if name != one.holder]
    need = needed(model, outside)
    every = planned(names(model), need) if held else ()
    first = start.isoformat()[:7]
    return freedom(model, year, first, held, one.holder, one.targets, every)
