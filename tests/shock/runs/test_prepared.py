"""A packaged scenario, made ready and run."""

from __future__ import annotations

from datetime import date

import numpy as np

from monazite.shock.cases.models import of_case
from monazite.shock.engine.meters import meters
from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.results.of_run import outcome
from monazite.shock.runs.prepared import prepared
from monazite.shock.scenarios.reading import packaged


def _nobody(_: int) -> None:
    """Nobody is told."""


def test_a_packaged_scenario_runs_and_is_named() -> None:
    model = of_case("antimony-2024")
    places, trade = len(model.countries), model.trade
    china, states = (model.countries.index(name) for name in ("CHN", "USA"))
    direct = np.flatnonzero((trade.source % places == china) & (trade.target % places == states))
    counted = meters({"direct": direct})
    found = prepared(packaged("us-ban-2024-12"), model, counted, date(2024, 9, 23), 24, 2024)
    assert found.name == "us-ban-2024-12"
    assert all(note.keys() == {"en", "zh"} for note in found.notes)
    assert len(found.offices) == found.schedule.groups.review.shape[1]
    made = outcome(found, parameters(), 1, 0, _nobody)
    months = {row.month: row.flow_t.p50 for row in made.months if row.whole and row.flow_t}
    assert months["2024-11"] > 0
    assert months["2025-01"] < 0.05 * months["2024-11"]
