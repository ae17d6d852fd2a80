"""Either engine gives the same shape, and says which it is."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.shock.engine.compiled import run as compiled
from monazite.shock.runs import run as runs
from monazite.shock.runs.by_reference import by_reference
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.run import engine, simulate
from support.shock_cases import FIRST, METERS, MODEL, case, short_of_stocks
from support.shock_schedules import scenarios

PARAMETERS = short_of_stocks()


def _nobody(_: int) -> None:
    """Nobody is told."""


@pytest.mark.parametrize("name", scenarios(MODEL))
def test_the_plain_engine_keeps_what_the_compiled_one_keeps(name: str) -> None:
    plan = case(name).schedule
    knobs = drawn(PARAMETERS, 1, 0)
    ours = by_reference(MODEL, plan, METERS, FIRST, knobs)
    theirs = compiled.run(MODEL, plan, knobs, METERS, FIRST, np.float64)
    for part, (one, other) in zip(ours._fields, zip(ours, theirs, strict=True), strict=True):
        assert one.shape == other.shape, part
        assert one == pytest.approx(other, rel=1e-9, abs=1e-9), part


def test_so_many_draws_are_simulated_and_told() -> None:
    told: list[int] = []
    found = simulate(MODEL, case("ban").schedule, METERS, FIRST, PARAMETERS, 3, 1, told.append)
    assert engine() == "compiled"
    assert found.lost.shape[-1] == told[-1] == 3


def test_without_numba_one_draw_is_run_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "find_spec", lambda _: None)
    told: list[int] = []
    plan = case("licences").schedule
    found = simulate(MODEL, plan, METERS, FIRST, PARAMETERS, 1, 0, told.append)
    assert engine() == "reference"
    assert told == [1]
    assert found.flows.dtype == np.float64
    with pytest.raises(InputError, match=r"1, as Numba is not installed \(pip install"):
        simulate(MODEL, plan, METERS, FIRST, PARAMETERS, 2, 0, _nobody)
