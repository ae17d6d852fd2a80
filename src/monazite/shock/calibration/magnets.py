"""Which parameters the months of 2025 leave: history matching on V1 to V4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.shock.calibration.history import Range, Target, match
from monazite.shock.calibration.left import distributions
from monazite.shock.engine.knobs import Knobs
from monazite.shock.parameters.parameters import Calibration
from monazite.shock.parameters.reading import packaged, text_of
from monazite.shock.parameters.writing import rewritten
from monazite.shock.runs.draws import drawn
from monazite.shock.validation.cases import MAGNETS, look, ready
from monazite.shock.validation.observed import observations
from monazite.shock.validation.rows import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from monazite.shock.calibration.history import Matched
    from monazite.shock.model.model import Floats

FITTED = (
    "order_weeks", "smoothing", "market_cover", "user_cover", "user_cover_sigma", "hoarding",
    "contract", "price_speed", "scarcity", "panic", "home_scarcity", "repricing",
    "halt_below", "triage", "look_alike", "review_weeks", "throughput", "granted", "reapply",
    "demand",
)  # fmt: skip
"""The knobs that what happened in 2025 says something of; all others keep their medians."""


def targets() -> tuple[Target, ...]:
    """What the model is held against: months, approvals, first halt, prices of 2025."""
    return tuple(
        Target(one.id, one.observed, one.deviation, one.discrepancy)
        for one in observations(MAGNETS.year)
        if one.fitted
    )


def asked() -> Mapping[str, Range]:
    """Where each of `FITTED` is looked for: the ranges of the parameters' file."""
    rows = {row.knob: row for row in packaged().rows}
    return {name: Range(rows[name].least, rows[name].most) for name in FITTED}


def calibrate(
    draws: int, waves: int, seed: int, told: Callable[[int], None] = lambda _: None
) -> Matched:
    """Ranges of `FITTED` that 2025 does not rule out, in the ranges of the parameters' file."""
    case, medians = ready(MAGNETS), _medians()

    def simulate(tried: Mapping[str, Floats], done: Callable[[int], None]) -> Mapping[str, Floats]:
        number = len(next(iter(tried.values())))
        columns: dict[str, Any] = {n: np.full(number, value) for n, value in medians.items()}
        seen = look(case, Knobs(**{**columns, **tried}), done)
        return read([one for one in observations(MAGNETS.year) if one.fitted], seen)

    return match(simulate, targets(), asked(), draws, waves, seed, told)


def new_set(found: Matched, seed: int) -> str:
    """The packaged file of parameters with what is left drawn instead, as YAML.

    The same draws, waves and seed over the same ranges give the packaged set itself.
    """
    last = found.waves[-1]
    made = Calibration(
        last.tried, len(found.waves), seed, last.plausible, round(last.best, 2), round(last.cut, 2)
    )
    return rewritten(text_of(), distributions(found, asked()), made)


def _medians() -> Mapping[str, float]:
    found = drawn(packaged(), 1, 0)
    return {name: float(column[0]) for name, column in zip(Knobs._fields, found, strict=True)}
