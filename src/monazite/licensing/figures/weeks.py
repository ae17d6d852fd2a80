"""What came in and what went out, week by week, from Monday to Sunday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - read when a schema is made
from typing import TYPE_CHECKING

import numpy as np

from monazite.licensing.figures.facts import DECIDED_AS, LEFT_AS, NEVER, day

if TYPE_CHECKING:
    from monazite.licensing.figures.facts import Columns, Numbers

_WEEK = 7
_MONDAY = 3
"""1970-01-01 was a Thursday: three days after a Monday."""


@dataclass(frozen=True, slots=True)
class Week:
    """Events of one week, whenever the cases were filed; pending: at its end.

    first: its Monday. Granted, refused and not required are counted by the day of a case's first
    decision; reopened: decided cases that were taken up again, for the last time; decided_anew:
    those of them that were decided once more.
    """

    first: date
    applied: int
    accepted: int
    granted: int
    refused: int
    not_required: int
    withdrawn: int
    superseded: int
    reopened: int
    decided_anew: int
    pending: int

    @property
    def came(self) -> int:
        """How many cases it brought."""
        return self.applied + self.reopened

    @property
    def closed(self) -> int:
        """How many cases it ended."""
        decided = self.granted + self.refused + self.not_required + self.decided_anew
        return decided + self.withdrawn + self.superseded


def monday(on: int) -> int:
    """The number of the Monday on or before a day."""
    return on - (on + _MONDAY) % _WEEK


def full_weeks(since: int, on: int) -> Numbers:
    """The Mondays of the weeks that lie wholly between two days, both included."""
    return np.arange(monday(since + _WEEK - 1), monday(on + 1), _WEEK)


def weeks(cases: Columns, mondays: Numbers) -> tuple[Week, ...]:
    """The weeks that begin on these Mondays, one after the other without a gap."""
    if not len(mondays):
        return ()
    edges = np.append(mondays, mondays[-1] + _WEEK)

    def count(days: Numbers) -> Numbers:
        return np.histogram(days, np.append(edges[:-1], edges[-1] - 0.5))[0]

    again = cases.reopened < NEVER
    last = np.where(again, cases.anew, cases.decided)
    undecided = last > cases.left
    first = cases.decided <= cases.left
    columns = [count(cases.filed), count(cases.accepted)]
    columns += [count(cases.decided[(cases.outcome == n) & first]) for n in range(len(DECIDED_AS))]
    columns += [count(cases.left[(cases.left_as == n) & undecided]) for n in range(len(LEFT_AS))]
    columns += [count(cases.reopened), count(cases.anew[again & ~undecided])]
    ends = edges[1:] - 1
    came = _upto(cases.filed, ends) + _upto(cases.reopened, ends)
    went = _upto(np.minimum(cases.decided, cases.left), ends)
    columns.append(came - went - _upto(np.minimum(cases.anew, cases.left)[again], ends))
    rows = zip(*columns, strict=True)
    return tuple(Week(day(at), *map(int, row)) for at, row in zip(mondays, rows, strict=True))


def _upto(days: Numbers, ends: Numbers) -> Numbers:
    return np.searchsorted(np.sort(days), ends, side="right")
