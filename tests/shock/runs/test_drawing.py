"""Figures of a case, draw by draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.errors import MonaziteError
from monazite.shock.runs import drawing
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.run import run
from support.shock_cases import case, short_of_stocks

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.engine.totals import Totals

KNOBS = drawn(short_of_stocks(), 3, 0)


def _nobody(_: int) -> None:
    """Nobody is told."""


def test_what_the_scenario_assumes_holds_for_every_draw() -> None:
    free = case("quota")
    set_ = free._replace(assumed={"demand": 0.5})
    usual, half = (
        drawing.figures_of(one, KNOBS, _nobody).by_draw["flow_t"] for one in (free, set_)
    )
    assert (np.nansum(half[:, 0], axis=0) < np.nansum(usual[:, 0], axis=0)).all()


@pytest.mark.parametrize("wrong", [np.inf, np.nan])
def test_a_draw_that_runs_out_of_all_bounds_is_told_with_its_parameters(
    monkeypatch: pytest.MonkeyPatch, wrong: float
) -> None:
    def runaway(*given: Draws) -> Totals:
        found = run(*given)
        found.spot[1, 0, 2] = wrong
        return found

    monkeypatch.setattr(drawing, "run", runaway)
    with pytest.raises(MonaziteError, match=f"spot runs out .*triage {KNOBS.triage[2]:.4g}"):
        drawing.figures_of(case("quota"), KNOBS, _nobody)
