"""`monazite shock …` as a command, over an outcome made by hand: no test here simulates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from monazite import shock
from support.shock_outcomes import comparison, outcome
from support.shock_plain import plain

if TYPE_CHECKING:
    from monazite.shock.results.comparison import Comparison
    from monazite.shock.results.outcome import Outcome
    from monazite.shock.scenarios.schema import Scenario

plain()  # nothing is compiled, as in `tests/shock`


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
        return replace(comparison(), scenario=first.id, other=second.id)

    monkeypatch.setattr(shock, "run", run, raising=False)
    monkeypatch.setattr(shock, "compare", compare, raising=False)
    return found
