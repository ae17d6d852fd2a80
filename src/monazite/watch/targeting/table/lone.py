"""Days that no declaration can have, or that one row has far after all others: mistyped ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from monazite.errors import InputError
from monazite.watch.targeting.table.cells import FIRST, iso

if TYPE_CHECKING:
    from datetime import date

    import numpy.typing as npt

    Days = npt.NDArray[np.int64]

_FAR = 180
"""Days without any row after which the next ones are far; quiet seasons are shorter."""
_FEW = 0.01
"""The part of the rows that may stand alone after such a gap; more of them are a period."""
_TIMES = 2
"""How many times the longest gap before it must fit into the gap: sparse tables have long ones."""
_NAMED = 5
_REMEDY = "correct or leave out these rows, or name the last day that counts with --until"


def check_last_days(days: Days, time: str, today: date | None = None) -> None:
    """Refuse days that would move the last day of a table to where no declaration was.

    A model forgets the past by its last day, and is evaluated on what came after it: one wrong
    row would spoil both.

    Args:
        days: of the rows, counted from 1970-01-01.
        time: the column that they come from.
        today: by default the day that it is now where it is latest.

    Raises:
        InputError: field of the column's name, with the rows, where days lie after today, or few
            of them far after all others.
    """
    # Fourteen hours ahead of UTC the day begins first.
    now = today or (datetime.now(UTC) + timedelta(hours=14)).date()
    last = now.toordinal() - FIRST.toordinal()
    if (future := days > last).any():
        raise _refused(days, future, time, f"days that have come, up to {now.isoformat()}")
    gap = _lone_from(days)
    if gap is not None:
        before, first = gap
        accepted = f"days near the others, of which the last is {iso(before)}"
        raise _refused(days, days >= first, time, accepted)


def _lone_from(days: Days) -> tuple[int, int] | None:
    """The last day before a long gap with few rows behind it, and the first day after it."""
    known, counts = np.unique(days, return_counts=True)
    after = np.cumsum(counts[::-1])[::-1]
    gaps = np.diff(known)
    longest = 0
    for at, gap in enumerate(gaps.tolist()):
        few = after[at + 1] <= max(1, _FEW * len(days))
        if few and gap > max(_FAR, _TIMES * longest):
            return int(known[at]), int(known[at + 1])
        longest = max(longest, gap)
    return None


def _refused(days: Days, wrong: npt.NDArray[np.bool_], time: str, accepted: str) -> InputError:
    rows = np.flatnonzero(wrong)
    named = [f"{iso(days[row])} in row {row + 1}" for row in rows[:_NAMED].tolist()]
    more = f" and {len(rows) - _NAMED:,} more" if len(rows) > _NAMED else ""
    return InputError(time, ", ".join(named) + more, f"{accepted}; {_REMEDY}")
