"""The cases: what is summed, what is run, and what a table of all of them holds."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from monazite.shock.parameters.reading import packaged
from monazite.shock.runs.draws import drawn
from monazite.shock.scenarios.reading import packaged as scenario
from monazite.shock.validation import validating
from monazite.shock.validation.cases import (
    ANTIMONY,
    CASES,
    JAPAN,
    MAGNETS,
    Flow,
    look,
    ready,
    rows,
    without,
)
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
    found = compare(observations("2024"), seen, look(without(one), knobs, told.append))
    assert all(np.isfinite(row.p50) for row in found)
    assert all(np.isfinite(row.without) for row in found)


def test_without_measures_nothing_is_stopped_and_nothing_goes_round() -> None:
    one = without(ready(ANTIMONY))
    seen = look(one, drawn(packaged(), 1, 0), lambda _: None)
    sent = seen.totals.flows[1:7, seen.meters.index("antimony/USA-all")]
    assert sent.min() > 0.8 * sent.max()
    assert seen.totals.landed.size == 0


@pytest.mark.parametrize(
    ("begins", "quota", "days"),
    [
        (date(2010, 9, 1), 7976, 122), (date(2011, 1, 1), 14446, 181),
        (date(2011, 7, 1), 15738, 184), (date(2012, 1, 1), 30996, 366),
        (date(2013, 1, 1), 31001, 365),
    ],
)  # fmt: skip
def test_quotas_of_2010_are_those_that_were_printed(begins: date, quota: float, days: int) -> None:
    """In gross tonnes a year: the exports of 2010 over the quota of 2010, 56,270 over 30,258 t."""
    (one,) = (row for row in scenario(JAPAN.scenario).quotas if row.from_ == begins)
    assert one.until is not None
    assert (one.until - one.from_).days + 1 == days
    assert one.tonnes_a_year == pytest.approx(quota * 56270 / 30258 * 365.25 / days, abs=1)


def test_prices_that_are_read_by_week_are_kept_by_week() -> None:
    wanted = {one.of for one in observations("2025") if one.reading == "spread"}
    assert wanted == set(MAGNETS.quoted)


def test_what_a_scenario_assumes_holds_for_every_draw() -> None:
    knobs = drawn(packaged(), 1, 0)
    one = ready(ANTIMONY)
    free = look(one, knobs, lambda _: None)
    none = look(one._replace(assumed={"smuggled": 0.0}), knobs, lambda _: None)
    assert free.totals.landed.sum() > 0
    assert none.totals.landed.sum() == 0


def test_the_table_holds_every_case_and_the_static_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validating, "CASES", (ANTIMONY,))
    told: list[tuple[str, int]] = []
    found = validating.validate(2, 1, lambda year, done: told.append((year, done)))
    assert {row.observation.case for row in found} == {"V7", "USGS"}
    assert told == [("2024", 2), ("2024", 4)]
