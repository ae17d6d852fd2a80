"""The clock of a case, derived from what happened: acceptance, stops, and what ended it.

Only days matter, never the order within a day: the clock runs from the end of a day on which it
was started and nothing stops it. Nothing counts up by itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from monazite.ledger import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from monazite.ledger.calendar import WorkingDays

START, STOP, GO, NO_LIMIT, END = "start", "stop", "go", "no_limit", "end"
KINDS = (START, STOP, GO, NO_LIMIT, END)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to the clock; why: what a stop stands for (`hold 3`).

    start: accepted; stop and go: of the same `why`, several may be open at once; no_limit: no time
    limit binds from now on; end: decided, withdrawn or superseded. A start after an end, in the
    order given, begins a new count (a case that was reopened); stops that are open stay open.
    """

    kind: str
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a case keeps of its clock between two events, to be read on any later day.

    state: of `monazite.ledger.clock`; limit_days: None where no limit binds; counted,
    running_since, due_index: of `monazite.ledger.clock.Counted`.
    """

    state: str
    limit_days: int | None
    counted: int
    running_since: date | None
    due_index: int | None


def derive(steps: Iterable[Step], limit_days: int | None, calendar: WorkingDays) -> Kept:
    """What is to be kept after these steps; limit_days: of the regime, None where it has none.

    ValueError for a step of an unknown kind, or a clock that goes on and was not stopped.
    """
    life = _last_life(tuple(steps))
    limit = None if _days(life, NO_LIMIT) else limit_days
    counted = clock.count(_spans(life), limit, calendar)
    state = _state(life, limit, running=counted.running_since is not None)
    return Kept(state, limit, counted.counted, counted.running_since, counted.due_index)


def read(kept: Kept, on: date, calendar: WorkingDays) -> clock.Reading:
    """What the clock shows on a day that is not before the last step."""
    counted = clock.Counted(kept.counted, kept.running_since, kept.due_index)
    return clock.read(counted, kept.state, kept.limit_days, on, calendar)


def read_steps(
    steps: Iterable[Step], limit_days: int | None, on: date, calendar: WorkingDays
) -> clock.Reading:
    """What the clock showed on any day: of the steps up to and including it."""
    return read(derive((s for s in steps if s.on <= on), limit_days, calendar), on, calendar)


def _last_life(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """What still counts: every stop, and the rest since the last end that a start followed."""
    wrong = [step.kind for step in steps if step.kind not in KINDS]
    if wrong:
        raise ValueError(f"no kinds of step: {', '.join(wrong)}; kinds: {', '.join(KINDS)}")
    kinds = [step.kind for step in steps]
    ends = (n for n, kind in enumerate(kinds) if kind == END and START in kinds[n:])
    cut = max(ends, default=-1) + 1
    return (*(step for step in steps[:cut] if step.kind in {STOP, GO}), *steps[cut:])


def _days(steps: Sequence[Step], kind: str) -> list[date]:
    return sorted(step.on for step in steps if step.kind == kind)


def _spans(steps: Sequence[Step]) -> list[clock.Span]:
    """The stretches in which it runs: after a day at whose end nothing holds it."""
    days = sorted({step.on for step in steps})
    edges: list[date | None] = [*days, None]
    return [
        clock.Span(since, until)
        for since, until in pairwise(edges)
        if since is not None and _runs(steps, since)
    ]


def _runs(steps: Sequence[Step], day: date) -> bool:
    """Whether it runs after the end of that day."""
    until = [step for step in steps if step.on <= day]
    return bool(_days(until, START)) and not _days(until, END) and not _open(until)


def _open(steps: Sequence[Step]) -> bool:
    """Whether a stop is open; ValueError where more goes on than was stopped."""
    stops = Counter(step.why for step in steps if step.kind == STOP)
    goes = Counter(step.why for step in steps if step.kind == GO)
    if early := sorted(goes - stops):
        raise ValueError(f"it goes on and was not stopped: {', '.join(early)}")
    return stops != goes


def _state(steps: Sequence[Step], limit: int | None, *, running: bool) -> str:
    if _days(steps, END):
        return clock.ENDED
    if not _days(steps, START):
        return clock.NOT_STARTED
    if limit is None:
        return clock.NO_LIMIT
    return clock.RUNNING if running else clock.STOPPED
