"""The figures of a case, draw by draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.errors import MonaziteError
from monazite.shock.runs.figures import Figures, figures, missing
from monazite.shock.runs.run import run

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.engine.totals import Totals
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.summary import Told


def figures_of(case: Case, knobs: Draws, told: Told) -> Figures:
    """Run the case with draws; what its scenario assumes holds for all of them.

    MonaziteError where a draw runs out of all bounds: it would be missing from every band, unseen.
    """
    knobs = assumed_in(case, knobs)
    totals = totals_of(case, knobs, told)
    by_draw = figures(case.model, case.schedule, case.first, totals)
    stands = missing(case.model, case.schedule, np.asarray(knobs.demand, float))
    return Figures({**by_draw, "missing": stands}, totals.standing)


def assumed_in(case: Case, knobs: Draws) -> Draws:
    """The draws with what the case's scenario assumes."""
    number = len(knobs.demand)
    return knobs._replace(**{name: np.full(number, x) for name, x in case.assumed.items()})


def totals_of(case: Case, knobs: Draws, told: Told) -> Totals:
    """What the engine keeps of the case with these draws as they are; raises as `figures_of`."""
    totals = run(case.model, case.schedule, case.meters, case.first, knobs, told)
    _check(totals, knobs)
    return totals


def _check(totals: Totals, knobs: Draws) -> None:
    for name, column in totals._asdict().items():
        finite = np.isfinite(column).reshape(-1, column.shape[-1]).all(axis=0)
        if not finite.all():
            at = int(finite.argmin())
            draw = ", ".join(f"{knob} {values[at]:.4g}" for knob, values in knobs._asdict().items())
            raise MonaziteError(f"{name} runs out of all bounds with these parameters: {draw}")
