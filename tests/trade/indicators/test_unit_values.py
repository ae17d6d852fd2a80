"""Acceptance B-6: simulated t(4) noise with 2 % of the flows invoiced at 0.4 of their value."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest

from monazite.trade.flows.columns import AMOUNT
from monazite.trade.indicators.robust import robust_lines
from monazite.trade.indicators.unit_values import IDENTITY, unit_values
from support.trade_tables import FLOW, flow_table

if TYPE_CHECKING:
    import numpy.typing as npt

    from monazite.trade.flows.engine import Engine

NOISE = 0.18
"""With it a share of 0.4 lies 5.1 of its scales below, and the recall published is .846."""


def simulated(seed: int, size: int) -> tuple[Any, Any, npt.NDArray[np.bool_]]:
    random = np.random.default_rng(seed)
    ln_mass = random.normal(8, 2, size)
    ln_unit = 3 - 0.1 * ln_mass + NOISE * random.standard_t(4, size)
    wrong = random.random(size) < 0.02
    return ln_mass, ln_unit + np.where(wrong, np.log(0.4), 0), wrong


def test_b6_recall_at_one_percent_false_positives_beats_mean_and_standard_deviation() -> None:
    ln_mass, ln_unit, wrong = simulated(20260101, 100_000)
    z = robust_lines(ln_mass, ln_unit, np.array([0])).z
    flagged = z < -3.5
    assert flagged[wrong].mean() >= 0.80
    assert flagged[~wrong].mean() <= 0.01
    assert wrong[flagged].mean() == pytest.approx(0.665, abs=0.03)
    naive = (ln_unit - ln_unit.mean()) / ln_unit.std() < -3.5
    assert naive[wrong].mean() < 0.35


def flows(engine: Engine, ln_mass: Any, ln_unit: Any, **columns: Any) -> Any:
    size = len(ln_mass)
    rows = [
        {**FLOW, "code": "284690", "period": "2022", "partner": "JPN", "reporter": "CHN",
         "mass_kg": f"{exp(m):.6f}", "value_usd": f"{exp(m + u):.6f}"}
        for m, u in zip(ln_mass, ln_unit, strict=True)
    ]  # fmt: skip
    names = (*IDENTITY, "mass_kg", "value_usd")
    data: dict[str, Any] = {name: [row[name] for row in rows] for name in names}
    data |= {name: list(values) for name, values in columns.items()}
    arrays = {
        name: pa.array(data[name], pa.string()).cast(AMOUNT)
        if name in {"mass_kg", "value_usd"}
        else pa.array(data[name], pa.string())
        for name in names
    }
    assert all(len(array) == size for array in arrays.values())
    return engine.table(pa.table(arrays))


def scored(engine: Engine, table: Any, **asked: Any) -> list[dict[str, Any]]:
    return [row for batch in unit_values(engine, table, **asked) for row in batch.to_pylist()]


def test_low_and_high_invoices_are_flagged_apart_with_what_was_expected(engine: Engine) -> None:
    ln_mass, ln_unit, _ = simulated(1, 400)
    ln_unit[0], ln_unit[1] = ln_unit[0] - 3, ln_unit[1] + 3
    found = scored(engine, flows(engine, ln_mass, ln_unit))
    by_mass = {round(float(row["mass_kg"]), 3): row for row in found}
    low, high = (by_mass[round(exp(ln_mass[n]), 3)] for n in (0, 1))
    assert (low["flag"], high["flag"]) == ("low", "high")
    assert low["z"] < -3.5 < 3.5 < high["z"]
    assert low["unit_value_usd_kg"] == pytest.approx(exp(ln_unit[0]), rel=1e-4)
    assert low["expected_usd_kg"] == pytest.approx(exp(3 - 0.1 * ln_mass[0]), rel=0.1)
    assert sum(row["flag"] is None for row in found) > 380


def test_flows_are_compared_within_a_code_and_a_period_alone(engine: Engine) -> None:
    ln_mass, ln_unit, _ = simulated(2, 600)
    ln_unit[:200] += 5  # another code, dear throughout
    ln_unit[200:400] -= 5  # another period, cheap throughout
    codes = ["811292"] * 200 + ["284690"] * 400
    periods = ["2022"] * 200 + ["2021"] * 200 + ["2022"] * 200
    found = scored(engine, flows(engine, ln_mass, ln_unit, code=codes, period=periods))
    assert sum(row["flag"] is not None for row in found) < 30


def test_partners_can_be_told_apart_too(engine: Engine) -> None:
    ln_mass, ln_unit, _ = simulated(3, 200)
    ln_unit[:30] -= 5
    table = flows(engine, ln_mass, ln_unit, partner=["VNM"] * 30 + ["JPN"] * 170)
    together = scored(engine, table)
    apart = scored(engine, table, within=("period", "partner"))
    assert sum(row["flag"] == "low" for row in together if row["partner"] == "VNM") == 30
    assert sum(row["flag"] == "low" for row in apart if row["partner"] == "VNM") < 5


def test_what_has_no_unit_value_says_why_and_is_not_flagged(engine: Engine) -> None:
    rows: list[dict[str, Any]] = [
        {"code": "1" * 6, "mass_kg": None, "value_usd": 5},
        {"code": "2" * 6, "mass_kg": 0, "value_usd": 5},
        {"code": "3" * 6, "mass_kg": 5, "value_usd": None},
        {"code": "4" * 6, "mass_kg": 5, "value_usd": 0},
        {"code": "5" * 6, "mass_kg": 5, "value_usd": 10},
        *({"code": "6" * 6, "mass_kg": n, "value_usd": 2 * n} for n in range(1, 11)),
    ]
    found = scored(engine, flow_table(engine, rows))
    reasons = {row["code"][0]: row["reason"] for row in found}
    assert reasons == {
        "1": "mass_unknown", "2": "mass_unknown", "3": "value_unknown", "4": "value_unknown",
        "5": "too_few_observations", "6": "no_spread",
    }  # fmt: skip
    assert {(row["z"], row["flag"]) for row in found} == {(None, None)}
    assert {row["code"][0]: row["unit_value_usd_kg"] for row in found}["5"] == pytest.approx(2)


def test_batches_of_codes_give_what_one_query_gives(engine: Engine) -> None:
    ln_mass, ln_unit, _ = simulated(4, 300)
    codes = ["250410"] * 100 + ["260400"] * 120 + ["284690"] * 80
    table = flows(engine, ln_mass, ln_unit, code=codes)
    batches = list(unit_values(engine, table, batch_rows=200))
    assert [sorted(set(batch["code"].to_pylist())) for batch in batches] == [
        ["250410"], ["260400", "284690"],
    ]  # fmt: skip

    def by_mass(rows: list[dict[str, Any]]) -> dict[Any, Any]:
        return {row["mass_kg"]: row["z"] for row in rows}

    apart = by_mass([row for batch in batches for row in batch.to_pylist()])
    whole = by_mass(scored(engine, table))
    assert apart.keys() == whole.keys()
    assert all(apart[mass] == pytest.approx(whole[mass], abs=1e-9) for mass in whole)


def test_a_table_of_nothing_has_no_outliers(engine: Engine) -> None:
    empty = flow_table(engine, [{"mass_kg": 1}]).filter(lambda row: row.code == "000000")
    (batch,) = unit_values(engine, empty)
    assert batch.num_rows == 0
    assert "flag" in batch.column_names
