"""Acceptance A9: the supply side of the IEA Critical Minerals Dataset 2025, base case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.trade.indicators.keys import REST
from monazite.trade.indicators.n_minus_one import n_minus_one, world_n_minus_one
from support.indicator_tables import answer, iso3, one, production_table, shared_rows

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine

IEA = "iea_critical_minerals/iea_supply_by_country_2024_2040.csv"
A9 = [
    # mineral, largest supplier, kt left, share of the total
    ("Rare Earth Elements", "CHN", 28.1, 0.245),
    ("Graphite", "CHN", 707, 0.157),
    ("Nickel", "IDN", None, 0.547),
]


def refined(mineral: str) -> dict[str, float]:
    return {
        REST if row["country"] == "Rest of world" else iso3(row["country"]): float(row["kt"])
        for row in shared_rows(IEA)
        if (row["mineral"], row["stage"], row["year"]) == (mineral, "refining", "2035")
    }


def supply(engine: Engine) -> ir.Table:
    return production_table(
        engine,
        [(name, who, kt * 1e6, 2035) for name, *_ in A9 for who, kt in refined(name).items()],
    )


@pytest.mark.shared
@pytest.mark.parametrize(("mineral", "supplier", "left", "share"), A9)
def test_a9_refined_supply_of_2035_without_the_largest_supplier(
    mineral: str, supplier: str, left: float | None, share: float
) -> None:
    found = n_minus_one(refined(mineral))
    assert found.supplier == supplier
    assert found.share_left == pytest.approx(share, abs=5e-4)
    assert left is None or found.supply_left == pytest.approx(left, rel=2e-3)
    assert found.reason == "no_demand_data"


@pytest.mark.shared
def test_a9_with_the_demand_that_the_iea_implies_the_coverage_lies_in_its_band() -> None:
    """35 to 40 % of rare earths: demand elsewhere of 70 to 80 kt, implied and not published."""
    for demand in (70.5, 80.0):
        found = n_minus_one(refined("Rare Earth Elements"), demand + 40, 40)
        assert 0.349 <= found.coverage <= 0.401


@pytest.mark.shared
def test_a9_the_expression_gives_what_the_function_gives(engine: Engine) -> None:
    rows = answer(engine, world_n_minus_one(supply(engine)))
    for mineral, *_ in A9:
        expected = n_minus_one(refined(mineral))
        row = one(rows, code=mineral, year=2035)
        assert (row["supplier"], row["reason"]) == (expected.supplier, "no_demand_data")
        assert row["share_left"] == pytest.approx(expected.share_left, rel=1e-12)
        assert row["coverage"] is None


MADE = [("W", "CHN", 75.0), ("W", "VNM", 15.0), ("W", "ROW", 80.0), ("Sb", "ROW", 1.0)]


def test_its_own_demand_goes_with_the_largest_supplier(engine: Engine) -> None:
    demand = production_table(engine, [("W", "CHN", 60.0), ("W", "ROW", 90.0)])
    rows = answer(engine, world_n_minus_one(production_table(engine, MADE), demand))
    row = one(rows, code="W")
    assert (row["supply_left_kg"], row["demand_left_kg"]) == (95.0, 90.0)
    assert row["coverage"] == pytest.approx(95 / 90)
    assert row["reason"] is None


@pytest.mark.parametrize("demand", [[("W", "ROW", 90.0)], [("Sb", "CHN", 1.0)]])
def test_without_the_suppliers_own_demand_there_is_no_coverage(
    engine: Engine, demand: list[tuple[str, str, float]]
) -> None:
    table = production_table(engine, demand)
    row = one(answer(engine, world_n_minus_one(production_table(engine, MADE), table)), code="W")
    assert (row["coverage"], row["reason"]) == (None, "no_demand_data")
    assert row["share_left"] == pytest.approx(95 / 170)


def test_where_nobody_is_named_nobody_is_the_largest(engine: Engine) -> None:
    row = one(answer(engine, world_n_minus_one(production_table(engine, MADE))), code="Sb")
    assert (row["supplier"], row["share_left"], row["reason"]) == (None, None, "nothing_to_share")


def test_where_only_the_supplier_needs_it_there_is_nothing_to_cover(engine: Engine) -> None:
    demand = production_table(engine, [("W", "CHN", 60.0)])
    row = one(answer(engine, world_n_minus_one(production_table(engine, MADE), demand)), code="W")
    assert (row["coverage"], row["reason"]) == (None, "no_apparent_consumption")
