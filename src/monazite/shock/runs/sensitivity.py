"""Which parameters the losses, the halts and the flows of a scenario depend on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.meters import CLEARANCE, months
from monazite.shock.parameters.distributions import Fixed
from monazite.shock.runs.drawing import figures_of
from monazite.shock.runs.draws import knobs_at
from monazite.shock.runs.sobol import design, indices
from monazite.shock.runs.summary import KEPT, after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.model.model import Floats
    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.summary import Told

Result = Literal["lost", "stopped", "first_halt", "flow_t", "least_t"]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Of one result to one parameter; null where the result does not vary.

    result: `lost` (all value added), `stopped` (the largest part of a sector's plants that stood,
    mean over users), `first_halt` (its week among plants whose value added is known, the run's
    length where none halts), or of a meter `flow_t` (over the run) and `least_t` (in the least
    whole month); first, total: parts of its variance that the parameter explains alone, and with
    all others; errors: standard errors.
    """

    result: Result
    meter: str | None
    parameter: str
    first: float | None
    total: float | None
    first_error: float | None
    total_error: float | None


def varying(assumed: Mapping[str, float], parameters: Parameters) -> tuple[int, ...]:
    """Places of the parameters that vary: neither fixed nor set by the scenario (`assumed`)."""
    return tuple(
        at for at, row in enumerate(parameters.rows)
        if not isinstance(row.distribution, Fixed) and row.knob not in assumed
    )  # fmt: skip


def sensitivities(
    case: Case, parameters: Parameters, points: int, seed: int, told: Told
) -> tuple[Sensitivity, ...]:
    """Of every result to every parameter that varies; runs points x (how many vary + 2) draws.

    InputError field "draws" or "seed".
    """
    free = list(varying(case.assumed, parameters))
    at = np.full((points * (len(free) + 2), len(parameters.rows)), 0.5)
    at[:, free] = design(len(free), points, seed)
    found = indices(_results(case, knobs_at(parameters, at), told), len(free))
    return tuple(
        Sensitivity(*name, parameters.rows[knob].knob, *(_number(each[r, k]) for each in found))
        for r, name in enumerate(_names(case))
        for k, knob in enumerate(free)
    )


def _names(case: Case) -> list[tuple[Result, str | None]]:
    """What the rows of `_results` are."""
    meters = case.meters.names
    return [
        ("lost", None), ("stopped", None), ("first_halt", None),
        *(("flow_t", name) for name in meters), *(("least_t", name) for name in meters),
    ]  # fmt: skip


def _results(case: Case, knobs: Draws, told: Told) -> Floats:
    """Results x draws, block by block."""
    names = months(case.first, case.schedule.weeks + CLEARANCE).names
    whole = [at for at, name in enumerate(names) if case.whole(name)] or list(range(len(names)))
    worth = case.model.users.value_added > 0
    found = []
    for start in range(0, len(knobs.demand), KEPT):
        part: Draws = Knobs(*(column[start : start + KEPT] for column in knobs))
        one = figures_of(case, part, after(start, told)).by_draw
        halt = np.nan_to_num(one["first_week"][worth], nan=case.schedule.weeks).min(axis=0)
        flows = one["flow_t"]
        found.append(np.concatenate([
            one["lost"][-1:], one["stopped"].mean(axis=0)[None], halt[None],
            np.nansum(flows, axis=0), flows[whole].min(axis=0),
        ]))  # fmt: skip
    return np.concatenate(found, axis=1)


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
