"""Which parameters the losses, the halts and the flows of a scenario depend on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.knobs import Knobs
from monazite.shock.parameters.distributions import Fixed
from monazite.shock.runs.drawing import figures_of
from monazite.shock.runs.draws import knobs_at
from monazite.shock.runs.sobol import design, indices
from monazite.shock.runs.summary import KEPT, after

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.model.model import Floats
    from monazite.shock.parameters.parameters import Parameter, Parameters
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.summary import Told


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Of one result to one parameter; None where the result does not vary.

    result: lost (all value added), stopped (the largest part of a sector's plants that stood, mean
    over users) or flow_t (of a meter over the run); first, total: parts of its variance that the
    parameter explains alone, and with all others; errors: standard errors.
    """

    result: str
    meter: str | None
    knob: str
    first: float | None
    total: float | None
    first_error: float | None
    total_error: float | None


def sensitivities(
    case: Case, parameters: Parameters, number: int, seed: int, told: Told
) -> tuple[Sensitivity, ...]:
    """Of every result to every parameter that varies; runs number x (how many vary + 2) draws.

    InputError field "draws" or "seed".
    """
    free = [at for at, row in enumerate(parameters.rows) if _varies(case, row)]
    points = np.full((number * (len(free) + 2), len(parameters.rows)), 0.5)
    points[:, free] = design(len(free), number, seed)
    found = indices(_results(case, knobs_at(parameters, points), told), len(free))
    names = [("lost", None), ("stopped", None), *(("flow_t", name) for name in case.meters.names)]
    return tuple(
        Sensitivity(*name, parameters.rows[knob].knob, *(_number(each[r, k]) for each in found))
        for r, name in enumerate(names)
        for k, knob in enumerate(free)
    )


def _varies(case: Case, row: Parameter) -> bool:
    return not isinstance(row.distribution, Fixed) and row.knob not in case.assumed


def _results(case: Case, knobs: Draws, told: Told) -> Floats:
    """Results x draws, block by block."""
    found = []
    for start in range(0, len(knobs.demand), KEPT):
        part: Draws = Knobs(*(column[start : start + KEPT] for column in knobs))
        one = figures_of(case, part, after(start, told))
        flows = np.nansum(one["flow_t"], axis=0)
        found.append(np.concatenate([one["lost"][-1:], one["stopped"].mean(axis=0)[None], flows]))
    return np.concatenate(found, axis=1)


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
