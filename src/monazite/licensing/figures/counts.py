"""How many cases there are on a day, and how each of them stands: every case is counted once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.licensing.figures.facts import DECIDED_AS, LEFT_AS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.licensing.figures.facts import Columns, Numbers

Cell = int | None
"""A count, or None where a small one is hidden from readers outside the office."""
CLASSES = (*DECIDED_AS, *LEFT_AS, "returned", "pending")
"""How a case that was applied for stands on a day; exactly one holds."""
RETURNED, PENDING = CLASSES.index("returned"), CLASSES.index("pending")


@dataclass(frozen=True, slots=True)
class Counts:
    """Cases on a day: applied is the sum of the seven below it; accepted is a step on the way."""

    applied: Cell
    accepted: Cell
    granted: Cell
    refused: Cell
    not_required: Cell
    withdrawn: Cell
    superseded: Cell
    returned: Cell
    pending: Cell

    @property
    def decided(self) -> Cell:
        """Granted and refused: those whose merits were decided."""
        if self.granted is None or self.refused is None:
            return None
        return self.granted + self.refused

    def classes(self) -> tuple[Cell, ...]:
        """The seven in the order of CLASSES."""
        return tuple(getattr(self, name) for name in CLASSES)


def classes(cases: Columns, on: int) -> Numbers:
    """How each case stands at the end of a day, as a place in CLASSES; -1: not applied for yet.

    A decided case that was taken up again is pending until it is decided anew; one that left after
    a decision has left.
    """
    found = np.full(len(cases.filed), PENDING)
    found[(cases.returned <= on) & (cases.completed > on)] = RETURNED
    decided = cases.decided <= on
    found[decided] = cases.outcome[decided]
    found[decided & (cases.reopened <= on) & (cases.anew > on)] = PENDING
    left = cases.left <= on
    found[left] = cases.left_as[left] + len(DECIDED_AS)
    found[cases.filed > on] = -1
    return found


def counts(cases: Columns, on: int) -> Counts:
    """The counts at the end of a day."""
    stands = classes(cases, on)
    there = stands >= 0
    return of_classes(
        np.bincount(stands[there], minlength=len(CLASSES)),
        int((there & (cases.accepted <= on)).sum()),
    )


def of_classes(found: Sequence[int] | Numbers, accepted: int) -> Counts:
    """The counts of so many in each class, in the order of CLASSES."""
    numbers = [int(each) for each in found]
    return Counts(sum(numbers), accepted, *numbers)
