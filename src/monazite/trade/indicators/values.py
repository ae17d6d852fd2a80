"""What a pure indicator returns: a number, why it is missing or special, and what was known."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan


@dataclass(frozen=True, slots=True)
class Indicator:
    """One value: NaN where it cannot be computed, with a reason code (`reasons`).

    `coverage` is the share of the whole that was known when the value was computed.
    """

    value: float
    reason: str | None = None
    coverage: float = 1.0

    @property
    def missing(self) -> bool:
        """Whether there is no value."""
        return isnan(self.value)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value lies, both ends included; a value that is known exactly has equal ends."""

    low: float
    high: float


def missing(reason: str, coverage: float = 0.0) -> Indicator:
    """A value that is not there, and why."""
    return Indicator(nan, reason, coverage)
