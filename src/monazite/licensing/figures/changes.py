"""Changes that holders ask of their licences: counted apart from applications for a licence.

They have a shorter legal limit and are mostly granted, so that among the others they would make
every share larger and every wait shorter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.licensing.figures.counts import Counts, counts
from monazite.licensing.figures.waiting import MEASURES, Curve, curve, times

if TYPE_CHECKING:
    from monazite.licensing.figures.facts import Columns


@dataclass(frozen=True, slots=True)
class Changes:
    """Those filed in the window, as they stand on the day; applied: how many were asked for.

    waiting: from filing to the first decision. Both are None where they are too few to be shown.
    """

    counts: Counts | None
    waiting: Curve | None


def changes(cases: Columns, on: int) -> Changes:
    """The counts and the curve of applications that ask for a licence to be changed."""
    measure = next(iter(MEASURES))
    return Changes(counts(cases, on), curve(measure, times(cases, cases.filed, on)))
