"""One scenario with many draws: on the compiled engine, or one draw on the plain one."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from monazite.errors import InputError
from monazite.shock.runs.by_reference import by_reference
from monazite.shock.runs.draws import drawn

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.engine.meters import Meters
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.engine.totals import Totals
    from monazite.shock.model.model import Model
    from monazite.shock.parameters.parameters import Parameters

Engine = Literal["compiled", "reference"]


def engine() -> Engine:
    """Which engine runs here: without Numba the plain one, and one draw alone."""
    return "compiled" if find_spec("numba") else "reference"


def simulate(
    model: Model,
    schedule: Schedule,
    meters: Meters,
    first: date,
    parameters: Parameters,
    draws: int,
    seed: int,
    told: Callable[[int], None],
) -> Totals:
    """A scenario with so many draws of the parameters; one draw is that of the medians.

    first: the day on which week 0 begins; told: is called with the number of draws that are done.
    InputError field "draws" or "seed".
    """
    return run(model, schedule, meters, first, drawn(parameters, draws, seed), told)


def run(
    model: Model,
    schedule: Schedule,
    meters: Meters,
    first: date,
    knobs: Draws,
    told: Callable[[int], None],
) -> Totals:
    """A scenario with draws that are given; InputError field "draws" for several without Numba."""
    if engine() == "compiled":
        from monazite.shock.engine.compiled import run as compiled  # noqa: PLC0415 - loads Numba

        return compiled.run(model, schedule, knobs, meters, first, told=told)
    if len(knobs.demand) > 1:
        accepted = "1, as Numba is not installed (pip install 'monazite[shock]')"
        raise InputError("draws", len(knobs.demand), accepted)
    found = by_reference(model, schedule, meters, first, knobs)
    told(1)
    return found
