"""How long tasks lie in the queue of each office."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.licensing.figures.counts import Cell  # noqa: TC001 - read when a schema is made
from monazite.licensing.figures.waiting import QUARTILES, Times, reached

if TYPE_CHECKING:
    from collections.abc import Iterable

DONE, CANCELLED, OPEN = "done", "cancelled", "open"


@dataclass(frozen=True, slots=True)
class Tasks:
    """So many tasks of a kind in an office that lay there for so many days; open ones until now."""

    office: str
    kind: str
    state: str
    days: int
    count: int


@dataclass(frozen=True, slots=True)
class OfficeQueue:
    """The tasks of one kind that an office was given in the window, and how they went on.

    days: by when a quarter, a half and three quarters are done, as Kaplan and Meier estimate with
    open and cancelled ones as censored; None: not reached, or hidden.
    """

    office: str
    kind: str
    opened: Cell
    done: Cell
    cancelled: Cell
    open: Cell
    days: tuple[int | None, ...]


def office_queues(tasks: Iterable[Tasks]) -> tuple[OfficeQueue, ...]:
    """One row for each office and kind of task, by name."""
    held: defaultdict[tuple[str, str], list[Tasks]] = defaultdict(list)
    for each in tasks:
        held[each.office, each.kind].append(each)
    return tuple(_queue(*key, rows) for key, rows in sorted(held.items()))


def _queue(office: str, kind: str, rows: list[Tasks]) -> OfficeQueue:
    counts = np.array([row.count for row in rows])
    done = np.array([row.state == DONE for row in rows])
    waited = Times(np.repeat([row.days for row in rows], counts), np.repeat(done, counts))
    by = {
        state: sum(r.count for r in rows if r.state == state) for state in (DONE, CANCELLED, OPEN)
    }
    return OfficeQueue(
        office, kind, int(counts.sum()), by[DONE], by[CANCELLED], by[OPEN],
        reached(waited, QUARTILES),
    )  # fmt: skip
