"""What a score costs: how many of 1,000 clean parties reach it, class by class, on these lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

LEAST = 0.3
"""No score below this is an alert, however few names a list has."""
_Z = 1.959964


class Rate(NamedTuple):
    """Alerts per 1,000 clean parties, with an interval that holds 95 of 100 times (Wilson)."""

    rate: float
    low: float
    high: float


@dataclass(frozen=True)
class Calibration:
    """The best score of each clean party of each class, and whose they were.

    scores: class → scores; made: `made_up` with the seed, or `own`; parties: how many of each.
    """

    scores: Mapping[str, NDArray[np.float64]]
    made: str

    @cached_property
    def _falling(self) -> dict[str, NDArray[np.float64]]:
        return {name: -np.sort(-scores) for name, scores in self.scores.items()}

    def threshold(self, name: str, alarms: float) -> float:
        """The score that at most `alarms` of 1,000 clean parties of the class exceed."""
        falling = self._falling[name]
        allowed = int(alarms * len(falling) / 1000.0 + 1e-9)
        return max(float(falling[allowed]) if allowed < len(falling) else 0.0, LEAST)

    def expected(self, name: str, score: float) -> float:
        """Of 1,000 clean parties of the class how many reach that score or more."""
        falling = self._falling[name]
        return float(np.searchsorted(-falling, -score, side="right") / len(falling) * 1000.0)

    def rate(self, name: str, threshold: float) -> Rate:
        """Alerts over a threshold, with the interval that so many parties leave."""
        falling = self._falling[name]
        return wilson(int((falling > threshold).sum()), len(falling))


def wilson(count: int, of: int) -> Rate:
    """A share as a rate per 1,000 with its score interval (Wilson 1927)."""
    share, square = count / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z / (1 + square / of) * np.sqrt(share * (1 - share) / of + square / (4 * of * of))
    low, high = (float(1000 * min(max(one, 0.0), 1.0)) for one in (middle - half, middle + half))
    return Rate(1000.0 * share, low, high)
