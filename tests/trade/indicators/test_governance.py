from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from monazite.trade.indicators.governance import side_table, stability_risk, wgi_scaled
from support.indicator_tables import answer, one

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine


def test_aruba_with_its_stability_of_2004_has_the_risk_that_geopolrisk_prints() -> None:
    assert stability_risk(0.993218).value == pytest.approx(0.3014, abs=1e-4)


@pytest.mark.parametrize("unknown", [None, nan])
def test_a_country_without_an_estimate_gets_a_half_and_says_so(unknown: float | None) -> None:
    found = stability_risk(unknown)
    assert (found.value, found.reason, found.coverage) == (0.5, "governance_assumed", 0.0)


def test_six_estimates_become_one_number_from_best_to_worst() -> None:
    assert wgi_scaled([2.5] * 6).value == 0
    assert wgi_scaled([-2.5] * 6).value == 10
    assert wgi_scaled([1, 0, 0, 0, 0, -1]).value == 5


def test_five_estimates_are_no_mean_of_six() -> None:
    found = wgi_scaled([1, 1, 1, nan, 1, 1])
    assert found.missing
    assert found.reason == "no_governance_data"
    assert found.coverage == pytest.approx(5 / 6)


Estimate = tuple[str, int, str, float | None]


def estimates(rows: list[Estimate]) -> pa.Table:
    names = ("iso3", "year", "indicator", "estimate")
    types = (pa.string(), pa.int32(), pa.string(), pa.float64())
    columns = zip(*rows, strict=True)
    return pa.table(
        {
            name: pa.array(column, kind)
            for name, kind, column in zip(names, types, columns, strict=True)
        }
    )


def test_the_table_holds_the_mean_of_the_six_only_where_all_six_are_known(engine: Engine) -> None:
    words = ("VA", "PV", "GE", "RQ", "RL", "CC")
    six: list[Estimate] = [("CHN", 2022, word, float(n)) for n, word in enumerate(words)]
    five: list[Estimate] = [("USA", 2022, word, 1.0) for word in words[:5]]
    five.append(("USA", 2022, "CC", None))
    stability = estimates([("CHN", 2022, "PV", -0.4), ("USA", 2022, "PV", 0.1)])
    table = side_table(engine.table(stability), engine.table(estimates(six + five)))
    found = answer(engine, table)
    assert one(found, iso3="CHN")["wgi"] == pytest.approx(2.5)
    assert one(found, iso3="USA")["wgi"] is None
    assert one(found, iso3="USA")["pv"] == 0.1


def test_without_the_six_there_is_no_mean(engine: Engine) -> None:
    stability = engine.table(estimates([("CHN", 2022, "PV", -0.4)]))
    assert answer(engine, side_table(stability)) == [
        {"iso3": "CHN", "year": 2022, "pv": -0.4, "wgi": None}
    ]


def test_two_different_estimates_of_one_country_and_year_are_none(engine: Engine) -> None:
    stability = estimates([
        ("GUY", 2022, "PV", 0.1), ("GUY", 2022, "PV", 0.7), ("USA", 2022, "PV", 0.2),
        ("USA", 2022, "PV", 0.2),
    ])  # fmt: skip
    found = answer(engine, side_table(engine.table(stability)))
    assert {row["iso3"]: row["pv"] for row in found} == {"GUY": None, "USA": 0.2}
