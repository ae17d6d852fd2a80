"""`monazite shock …` as a command, over an outcome made by hand: no test here simulates."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from monazite import shock
from monazite.shock.results.comparison import Comparison, HaltChange
from monazite.shock.results.outcome import Band, Loss
from support.shock_outcomes import outcome

if TYPE_CHECKING:
    from monazite.shock.results.outcome import Outcome
    from monazite.shock.scenarios.schema import Scenario

# Nothing is compiled, as in `tests/shock`.
os.environ.setdefault("NUMBA_DISABLE_JIT", "1")


@pytest.fixture
def group() -> str:
    """The group of commands that this folder is about."""
    return "shock"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Scenario, dict[str, Any]]]:
    """What was simulated: every second run is half as severe again as the one before it."""
    found: list[tuple[Scenario, dict[str, Any]]] = []

    def run(scenario: Scenario, **options: Any) -> Outcome:
        found.append((scenario, options))
        options["told"](options["draws"])
        return outcome(1.0 + 0.5 * (len(found) - 1), draws=options["draws"])

    def compare(first: Scenario, second: Scenario, **options: Any) -> Comparison:
        options["told"](options["draws"])
        one, more = outcome(), Band(40.0, 60.0, 90.0)
        return Comparison(
            first.id, second.id, one.first_day, one.weeks, one.draws, one.seed, one.engine,
            one.parameters, one.parameters_hash, (),
            (HaltChange("traction", "DEU", 1.0, 1.0, Band(1.0, 2.0, 4.0), Band(0.0, 0.0, 0.0)),),
            (), (Loss(None, None, more, more),), one.assumed,
        )  # fmt: skip

    monkeypatch.setattr(shock, "run", run, raising=False)
    monkeypatch.setattr(shock, "compare", compare, raising=False)
    return found
