"""Observed against simulated: a row for each number, with its error and whether it passes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.validation.readings import READINGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.model.model import Floats
    from monazite.shock.validation.observed import Observation
    from monazite.shock.validation.seen import Seen

MAPE = "mape"
"""The one reading that is made of others: the mean of their absolute relative errors."""
_RELATIVE = ("t", "times")
"""Units in which an error is a part of what was observed; in others it is a difference."""
_BANDS = (5, 50, 95)


class Row(NamedTuple):
    """One number: observed and, over the draws, simulated.

    error: of the median, a part of what was observed for tonnes and multiples, else a difference in
    the unit; infinite where the median draw never does what was observed; passed: the median lies
    between the marks, None where there is no mark or the run does not reach the day.
    """

    observation: Observation
    p5: float
    p50: float
    p95: float
    error: float
    passed: bool | None

    def document(self) -> dict[str, object]:
        """The row as one JSON object; what is infinite or open is null."""
        one = self.observation
        return {
            "id": one.id, "case": one.case, "reading": one.reading, "of": one.of, "when": one.when,
            "unit": one.unit, "observed": one.observed, "p5": _finite(self.p5),
            "p50": _finite(self.p50), "p95": _finite(self.p95), "error": _finite(self.error),
            "low": _finite(one.low), "high": _finite(one.high), "passed": self.passed,
            "source": one.source, "confidence": one.confidence, "note": one.note,
        }  # fmt: skip


def compare(observations: Sequence[Observation], seen: Seen) -> list[Row]:
    """A row for each observation, in their order."""
    found = read(observations, seen)
    return [row(one, found[one.id]) for one in observations]


def read(observations: Sequence[Observation], seen: Seen) -> Mapping[str, Floats]:
    """What each observation's number is in each draw, by its id."""
    found = {
        one.id: READINGS[one.reading](seen, one.of, one.when)
        for one in observations
        if one.reading != MAPE
    }
    observed = {one.id: one.observed for one in observations}
    for one in observations:
        if one.reading == MAPE:
            errors = [np.abs(found[part] / observed[part] - 1) for part in one.of.split()]
            found[one.id] = np.mean(errors, axis=0)
    return found


def row(one: Observation, simulated: Floats) -> Row:
    """One observation beside what it is in each draw."""
    # The nearest draw, not a mean of two: what never happens in a draw is infinite.
    low, middle, high = (float(x) for x in np.percentile(simulated, _BANDS, method="nearest"))
    error = middle - one.observed
    if one.unit in _RELATIVE and one.observed:
        error /= one.observed
    known = one.marked and not np.isnan(middle)
    return Row(one, low, middle, high, error, one.low <= middle <= one.high if known else None)


def _finite(value: float) -> float | None:
    return value if np.isfinite(value) else None
