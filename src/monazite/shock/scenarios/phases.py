"""Which days of a run anything changes on, and which weeks lie between them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.law.model import ONE_DAY
from monazite.shock.scenarios.schema import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from monazite.law.law import Law
    from monazite.shock.model.model import Ints
    from monazite.shock.scenarios.schema import Scenario

_MIDDLE = timedelta(days=3)
"""What holds on the fourth day of a week holds for the week."""


class Phases(NamedTuple):
    """days: one of each phase, on which it is asked what holds; of: the phase of each week."""

    days: tuple[date, ...]
    of: Ints


def phases(scenario: Scenario, law: Law, start: date, weeks: int) -> Phases:
    """Stretches of weeks in which neither the law nor the scenario changes anything."""
    middle = [start + timedelta(weeks=week) + _MIDDLE for week in range(weeks)]
    changes = sorted({*_windows(scenario), *_of_law(law)})
    before = np.searchsorted(
        [day.toordinal() for day in changes], [day.toordinal() for day in middle], side="right"
    )
    new = [True, *(a != b for a, b in pairwise(before.tolist()))]
    days = tuple(day for day, first in zip(middle, new, strict=True) if first)
    return Phases(days, np.cumsum(new) - 1)


def _windows(part: BaseModel) -> Iterator[date]:
    """First days, and days after last ones, of every window in a scenario."""
    if isinstance(part, Window):
        yield part.from_
        if part.until is not None:
            yield part.until + ONE_DAY
    for name in type(part).model_fields:
        value = getattr(part, name)
        inner = value if isinstance(value, tuple) else (value,)
        for one in inner:
            if hasattr(one, "model_fields_set"):
                yield from _windows(one)


def _of_law(law: Law) -> Iterator[date]:
    """Days on which an entry of the law begins, ends, is suspended or comes back."""
    for atom in law.atoms:
        yield from (day for day in (atom.start, atom.measure.effective_from) if day)
        ends = (atom.end, atom.measure.last_day)
        yield from (day + ONE_DAY for day in ends if day)
    for one in law.relations:
        yield one.start
        if one.until is not None:
            yield one.until + ONE_DAY
