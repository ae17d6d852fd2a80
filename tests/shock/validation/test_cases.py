"""The cases: what is summed, what is run, and what a table of all of them holds."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from monazite.shock.parameters.reading import packaged
from monazite.shock.runs.draws import drawn
from monazite.shock.validation import validating
from monazite.shock.validation.cases import ANTIMONY, CASES, Flow, look, ready, rows
from monazite.shock.validation.observed import observations
from monazite.shock.validation.readings import READINGS
from monazite.shock.validation.rows import MAPE, compare
from support.shock_models import chain_model


def test_rows_of_trade_are_chosen_by_good_and_way() -> None:
    model = chain_model(seed=3, goods=2, countries=3, density=1.0)
    places, trade = len(model.countries), model.trade
    assert rows(model, Flow("", "", "", "")).tolist() == list(range(len(trade.base)))
    found = rows(model, Flow("Nd", "stage-1", "C00", ""))
    assert len(found)
    assert (trade.source[found] == places).all()
    into = rows(model, Flow("", "", "", "C02"))
    assert (trade.target[into] % places == 2).all()
    assert len(rows(model, Flow("Tb", "", "", ""))) == 0


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.year)
def test_every_observation_of_a_case_can_be_read_off_it(case: object) -> None:
    assert isinstance(case, type(ANTIMONY))
    last = case.first + timedelta(weeks=case.weeks)
    for one in observations(case.year):
        assert one.reading in {*READINGS, MAPE}
        if one.reading in {"flow", "ratio", "recovery"}:
            assert one.of in case.flows
        if one.reading in {"flow", "paid"}:
            assert one.when[:7] <= last.isoformat()[:7]


def test_a_case_runs_and_is_compared() -> None:
    knobs = drawn(packaged(), 1, 0)
    told: list[int] = []
    one = ready(ANTIMONY)
    seen = look(one, knobs, told.append)
    assert told == [1]
    assert seen.months[0] == "2024-09"
    assert {"THA", "MEX"} <= set(seen.hubs)
    found = compare(observations("2024"), seen)
    assert all(np.isfinite(row.p50) for row in found)


def test_what_a_scenario_assumes_holds_for_every_draw() -> None:
    knobs = drawn(packaged(), 1, 0)
    one = ready(ANTIMONY)
    free = look(one, knobs, lambda _: None)
    none = look(one._replace(assumed={"smuggled": 0.0}), knobs, lambda _: None)
    assert free.totals.round.sum() > 0
    assert none.totals.round.sum() == 0


def test_the_table_holds_every_case_and_the_static_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validating, "CASES", (ANTIMONY,))
    told: list[tuple[str, int]] = []
    found = validating.validate(2, 1, lambda year, done: told.append((year, done)))
    assert {row.observation.case for row in found} == {"V7", "USGS"}
    assert told == [("2024", 2)]
