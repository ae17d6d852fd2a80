"""What is known of each case as plain days, and the same as columns of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Numbers = NDArray[Any]
"""A column: whole numbers, or a mask."""
DECIDED_AS = ("granted", "refused", "not_required")
"""What a decision says; not_required: that no licence is needed."""
LEFT_AS = ("withdrawn", "superseded")
"""How a case ends without a decision; superseded: by an amended application."""
NEVER = 2**40
"""The number of a day that did not come: later than every day that is asked for."""
DIMENSIONS = ("destination", "material")
"""What cases are grouped by; a case may hold several materials, and counts for each."""
_FIRST = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Fact:
    """One case: days in the regime's time zone, None for what did not happen.

    decided: of the first decision, outcome: of the one that stands; returned, completed: of the
    last time that it was sent back for correction, and came back; reopened: when a decided case was
    last taken up again, anew: of the decision after that; change: whether it asks for a licence to
    be changed.
    """

    filed: date
    accepted: date | None = None
    decided: date | None = None
    outcome: str = ""
    left: date | None = None
    left_as: str = ""
    returned: date | None = None
    completed: date | None = None
    destination: str = ""
    materials: tuple[str, ...] = ()
    reopened: date | None = None
    anew: date | None = None
    change: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """What each case is grouped by: index into sets, each the keys that a case has."""

    index: Numbers
    sets: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Cases as columns of equal length: numbers of days (NEVER for none), codes of how they ended.

    outcome, left_as: places in DECIDED_AS and LEFT_AS; change: a mask.
    """

    filed: Numbers
    accepted: Numbers
    decided: Numbers
    outcome: Numbers
    left: Numbers
    left_as: Numbers
    returned: Numbers
    completed: Numbers
    reopened: Numbers
    anew: Numbers
    change: Numbers
    keys: Mapping[str, Keys]

    def of(self, wanted: Numbers) -> Columns:
        """Those cases alone: a mask, or places."""
        keys = {name: Keys(each.index[wanted], each.sets) for name, each in self.keys.items()}
        return Columns(
            self.filed[wanted], self.accepted[wanted], self.decided[wanted], self.outcome[wanted],
            self.left[wanted], self.left_as[wanted], self.returned[wanted], self.completed[wanted],
            self.reopened[wanted], self.anew[wanted], self.change[wanted], keys,
        )  # fmt: skip


def number(day: date) -> int:
    """The number of a day: how many days after 1970-01-01."""
    return day.toordinal() - _FIRST


def day(number_of: int) -> date:
    """The day of that number."""
    return date.fromordinal(int(number_of) + _FIRST)


def columns(facts: Iterable[Fact]) -> Columns:
    """The columns of cases; ValueError for an outcome that no case has."""
    rows = list(facts)

    def days(name: str) -> Numbers:
        found = (getattr(row, name) for row in rows)
        return np.array([NEVER if each is None else number(each) for each in found], np.int64)

    return Columns(
        filed=days("filed"), accepted=days("accepted"), decided=days("decided"),
        outcome=np.array([_place(DECIDED_AS, row.outcome) for row in rows], np.int64),
        left=days("left"),
        left_as=np.array([_place(LEFT_AS, row.left_as) for row in rows], np.int64),
        returned=days("returned"), completed=days("completed"),
        reopened=days("reopened"), anew=days("anew"),
        change=np.array([row.change for row in rows], bool),
        keys={
            "destination": keys([(row.destination,) for row in rows]),
            "material": keys([row.materials or ("",) for row in rows]),
        },
    )  # fmt: skip


def keys(sets: Sequence[tuple[str, ...]]) -> Keys:
    """The sets of all cases, each kept once."""
    places = {each: place for place, each in enumerate(dict.fromkeys(sets))}
    return Keys(np.array([places[each] for each in sets], np.int64), tuple(places))


def _place(names: tuple[str, ...], name: str) -> int:
    return names.index(name) if name else -1
