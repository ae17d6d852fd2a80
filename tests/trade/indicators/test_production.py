"""Acceptance A1 and A2: World Mining Data 2026 (2018–2024), IEA Critical Minerals Dataset 2025."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.trade.indicators.concentration import hhi, hhi_with_rest
from monazite.trade.indicators.production import by_country, production_concentration
from support.indicator_tables import (
    answer,
    mining,
    mining_rows,
    one,
    production_table,
    shared_rows,
)

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

A1 = {
    "Rare Earths (REO)": {2018: 0.4632, 2022: 0.5218, 2023: 0.4534, 2024: 0.4862},
    "Gallium": {2018: 0.8925, 2022: 0.9679, 2023: 0.9667, 2024: 0.9739},
    "Germanium": {2018: 0.8072, 2022: 0.8764, 2023: 0.8939, 2024: 0.8726},
    "Antimony": {2018: 0.3224, 2022: 0.2754, 2023: 0.2655, 2024: 0.2129},
    "Tungsten (W)": {2018: 0.6592, 2022: 0.6006, 2023: 0.6638, 2024: 0.6146},
    "Graphite": {2018: 0.5649, 2022: 0.4667, 2023: 0.5388, 2024: 0.5861},
    "Bismuth": {2024: 0.6764}, "Tellurium": {2024: 0.6242}, "Vanadium (V)": {2024: 0.5127},
    "Indium": {2024: 0.4925}, "Magnesite": {2024: 0.4571}, "Cobalt": {2024: 0.5706},
}  # fmt: skip
A1_TOP = {
    "Rare Earths (REO)": ("CHN", 0.6784), "Gallium": ("CHN", 0.9868), "Germanium": ("CHN", 0.9333),
    "Antimony": ("CHN", 0.3273), "Tungsten (W)": ("CHN", 0.7791), "Graphite": ("CHN", 0.7593),
}  # fmt: skip
IEA = "iea_critical_minerals/iea_supply_by_country_2024_2040.csv"


def iea(mineral: str, stage: str, year: int) -> tuple[list[float], float]:
    rows = [
        row
        for row in shared_rows(IEA)
        if (row["mineral"], row["stage"], int(row["year"])) == (mineral, stage, year)
    ]
    named = [float(row["kt"]) for row in rows if row["country"] != "Rest of world"]
    return named, sum(float(row["kt"]) for row in rows) - sum(named)


@pytest.mark.shared
def test_a1_production_of_world_mining_data_2026_is_as_concentrated_as_computed(
    engine: Engine,
) -> None:
    found = answer(engine, production_concentration(mining(engine)))
    for code, years in A1.items():
        for year, expected in years.items():
            row = one(found, code=code, year=year)
            assert row["hhi"] == pytest.approx(expected, abs=1e-4), (code, year)
            assert row["reason"] is None
    for code, (top, share) in A1_TOP.items():
        row = one(found, code=code, year=2024)
        assert (row["top"], row["top_share"]) == (top, pytest.approx(share, abs=1e-4))


@pytest.mark.shared
def test_a1b_a_total_left_among_the_countries_gives_no_index(engine: Engine) -> None:
    row = one(answer(engine, production_concentration(mining(engine, with_totals=True))),
              code="Gallium", year=2024)  # fmt: skip
    assert (row["hhi"], row["top"], row["top_share"]) == (None, None, None)
    assert row["reason"] == "not_a_country_among_rows"


@pytest.mark.shared
def test_a1b_without_that_guard_the_index_of_gallium_would_be_half_of_the_true_one() -> None:
    rows = mining_rows(with_totals=True)
    gallium = [mass for code, _, year, mass in rows if (code, year) == ("Gallium", 2024)]
    assert hhi(gallium).value == pytest.approx(0.49, abs=0.01)
    assert hhi(gallium).value != pytest.approx(A1["Gallium"][2024], abs=0.4)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("mineral", "stage", "year", "share"),
    [
        ("Rare Earth Elements", "mining", 2024, 0.610),
        ("Rare Earth Elements", "refining", 2024, 0.913),
        ("Rare Earth Elements", "mining", 2035, 0.523),
        ("Rare Earth Elements", "refining", 2035, 0.755),
        ("Graphite", "refining", 2024, 0.957),
        ("Graphite", "refining", 2035, 0.843),
        ("Nickel", "refining", 2024, 0.415),
        ("Cobalt", "refining", 2024, 0.784),
        ("Lithium", "refining", 2024, 0.702),
    ],
)
def test_a2_the_largest_supplier_of_the_iea_dataset_of_2025(
    mineral: str, stage: str, year: int, share: float
) -> None:
    named, rest = iea(mineral, stage, year)
    assert max(named) / (sum(named) + rest) == pytest.approx(share, abs=1e-3)


@pytest.mark.shared
def test_a2_refining_of_rare_earths_is_concentrated_at_least_as_computed() -> None:
    span = hhi_with_rest(*iea("Rare Earth Elements", "refining", 2024))
    assert 0.835 <= span.low < span.high < 0.84


def test_a_rest_of_the_world_makes_the_index_a_lower_bound(engine: Engine) -> None:
    table = production_table(
        engine, [("Sb", "CHN", 50.0), ("Sb", "TJK", 30.0), ("Sb", "ROW", 20.0)]
    )
    (row,) = answer(engine, production_concentration(table))
    span = hhi_with_rest([50, 30], 20)
    assert (row["hhi"], row["hhi_high"]) == pytest.approx((span.low, span.high))
    assert (row["reason"], row["coverage"], row["producers"]) == ("lower_bound", 0.8, 2)
    assert (row["top"], row["top_share"]) == ("CHN", 0.5)


def test_a_rest_larger_than_any_country_is_no_top_producer(engine: Engine) -> None:
    table = production_table(engine, [("Sb", "ROW", 90.0), ("Sb", "TJK", 10.0)])
    (row,) = answer(engine, production_concentration(table))
    assert (row["top"], row["top_share"]) == ("TJK", 0.1)


@pytest.mark.parametrize("word", ["DELETE", "WLD", "World", "EU27", ""])
def test_a_row_that_is_no_country_makes_the_code_and_year_unusable(
    engine: Engine, word: str
) -> None:
    table = production_table(engine, [("Sb", "CHN", 5.0), ("Sb", word, 9.0), ("W", "CHN", 5.0)])
    rows = answer(engine, production_concentration(table))
    reasons: dict[str, Any] = {row["code"]: row["reason"] for row in rows}
    assert reasons == {"Sb": "not_a_country_among_rows", "W": None}


def test_production_of_zero_is_shared_by_nobody(engine: Engine) -> None:
    table = production_table(engine, [("Sb", "CHN", 0.0)])
    (row,) = answer(engine, production_concentration(table))
    assert (row["hhi"], row["reason"]) == (None, "nothing_to_share")


def test_two_rows_of_one_country_are_one_producer(engine: Engine) -> None:
    table = production_table(engine, [("Au", "GUY", 5.0), ("Au", "GUY", 5.0), ("Au", "CHN", 10.0)])
    (row,) = answer(engine, production_concentration(table))
    assert (row["hhi"], row["producers"]) == (0.5, 2)
    assert {r["iso3"]: r["mass_kg"] for r in answer(engine, by_country(table))} == {
        "CHN": 10.0,
        "GUY": 10.0,
    }
