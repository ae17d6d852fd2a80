"""Run a scenario, and the same draws without it, and say what it brings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from monazite.shock.engine.meters import CLEARANCE, months
from monazite.shock.results.losing import halts, losses, output
from monazite.shock.results.moving import approvals, hubs, moved
from monazite.shock.results.outcome import Outcome
from monazite.shock.results.pricing import prices
from monazite.shock.results.resting import ran
from monazite.shock.runs.drawing import figures_of
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.summary import summary
from monazite.shock.runs.without import without

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.figures import Figures
    from monazite.shock.runs.summary import Told

_WITHOUT = ("flow_t", "inner", "spot", "weighted", "lost", "first_week")


def outcome(
    case: Case, parameters: Parameters, draws: int, seed: int, told: Callable[[int], None]
) -> Outcome:
    """The outcome over so many draws (one: the medians); told: with the number that are done.

    InputError field "draws" or "seed".
    """
    found = summary(partial(_both, case), drawn(parameters, draws, seed), told)
    names = months(case.first, case.schedule.weeks + CLEARANCE).names
    return Outcome(
        **ran(case, parameters, draws, seed).head,
        months=moved(case, names, found.bands),
        halts=halts(case, found, draws),
        prices=prices(case, names, found.bands),
        losses=losses(case, found.bands),
        hubs=hubs(case, names, found.bands),
        approvals=approvals(case, found.bands),
        output=output(case, found.bands),
        notes=tuple(dict(note) for note in case.notes),
    )


def _both(case: Case, knobs: Draws, told: Told) -> Figures:
    """The figures of the scenario, and some of the same draws without it."""
    number = len(knobs.demand)
    found = figures_of(case, knobs, lambda done: told(done // 2))
    calm = figures_of(without(case), knobs, lambda done: told((number + done) // 2)).by_draw
    return found._replace(
        by_draw={**found.by_draw, **{f"without_{name}": calm[name] for name in _WITHOUT}}
    )
