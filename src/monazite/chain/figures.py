"""Figures that a network stands on: each with unit, year, source and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REPORTED, FOUND, DERIVED, MEMORY = "reported", "found", "derived", "memory"
UNCERTAIN, ESTIMATE = "uncertain", "estimate"

SPREAD: Mapping[str, float] = {
    REPORTED: 0.03, FOUND: 0.08, DERIVED: 0.12, "derived-weak": 0.25, MEMORY: 0.25,
    "claimed": 0.3, UNCERTAIN: 0.5, ESTIMATE: 0.5,
}  # fmt: skip
"""By confidence the standard deviation of the logarithm of a figure.

No source says how far it may be off: these are Monazite's own, and every band rests on them.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that somebody printed, or that was derived from such.

    low, high: the range that the source prints, None where it prints none; rows: ids of the
    packaged rows (`monazite source ID`) that it was read or computed from.
    """

    value: float
    unit: str
    year: int
    source: str
    confidence: str
    rows: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    def estimated(self, year: int) -> bool:
        """Whether it only estimates a year: Monazite's own, or of another year and laid on this."""
        return self.confidence == ESTIMATE or self.year != year


@dataclass(frozen=True, slots=True)
class Reading:
    """What sources say of one quantity of one node: the chosen figure, and all the others."""

    chosen: Figure
    others: tuple[Figure, ...]
    why: str
    """The key of the reason for the choice, said as `chain.choice.WHY`."""
