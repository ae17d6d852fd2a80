"""Observed against simulated: a row for each number, its error, and what becomes of its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from monazite.shock.validation.readings import READINGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.model.model import Floats
    from monazite.shock.validation.observed import Observation
    from monazite.shock.validation.seen import Seen

Verdict = Literal["kept", "kept_without", "missed"]
"""A mark that a run without any measure keeps as well says nothing of the model."""
MAPE = "mape"
"""The one reading that is made of others: the mean of their absolute relative errors."""
_RELATIVE = ("t", "times")
"""Units in which an error is a part of what was observed; in others it is a difference."""
_BANDS = (5, 50, 95)


class Row(NamedTuple):
    """One number: observed and, over the draws, simulated.

    never: the part of the draws in which it never happens, None where the run does not reach the
    day; error: of the median, a part of what was observed for tonnes and multiples, else a
    difference in the unit, infinite where the median is; without: the median of the same draws
    without any measure, NaN where that says nothing; verdict: None where there is no mark or the
    run does not reach the day.
    """

    observation: Observation
    p5: float
    p50: float
    p95: float
    never: float | None
    error: float
    without: float
    verdict: Verdict | None


def compare(observations: Sequence[Observation], seen: Seen, without: Seen) -> list[Row]:
    """A row for each observation, in their order; without: the same draws without any measure."""
    found, calm = read(observations, seen), read(observations, without)
    return [row(one, found[one.id], calm[one.id]) for one in observations]


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


def row(one: Observation, simulated: Floats, without: Floats) -> Row:
    """One observation beside what it is in each draw, with and without the measures."""
    low, middle, high = _bands(simulated)
    calm = _bands(without)[1]
    reached = not np.isnan(simulated).any()
    error = middle - one.observed
    if one.unit in _RELATIVE and one.observed:
        error /= one.observed
    never = float(np.isinf(simulated).mean()) if reached else None
    return Row(one, low, middle, high, never, error, calm, _verdict(one, middle, calm))


def _verdict(one: Observation, middle: float, without: float) -> Verdict | None:
    if not one.marked or np.isnan(middle):
        return None
    if not one.low <= middle <= one.high:
        return "missed"
    return "kept_without" if one.low <= without <= one.high else "kept"


def _bands(numbers: Floats) -> tuple[float, float, float]:
    # The nearest draw, not a mean of two: what never happens in a draw is infinite.
    low, middle, high = (float(x) for x in np.percentile(numbers, _BANDS, method="nearest"))
    return low, middle, high
