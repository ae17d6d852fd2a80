from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from monazite.trade.origin import origin_table, origins
from support.trade_tables import CELL, CELL_COLUMNS, amount

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

NONE = np.nan


def traced(trade: dict[str, float], production: dict[str, float]) -> dict[str, Any]:
    """Shares by importer and origin from flows such as CHN>NLD; a country is a word."""
    names = sorted({name for flow in trade for name in flow.split(">")})
    matrix = np.zeros((len(names), len(names)))
    for flow, quantity in trade.items():
        exporter, importer = flow.split(">")
        matrix[names.index(importer), names.index(exporter)] = quantity
    found = origins(matrix, np.array([production.get(name, NONE) for name in names]))
    return {
        importer: {
            f"{origin} {basis}": round(float(shares[i, j]), 9)
            for basis, shares in (
                ("made", found.produced),
                ("unexplained", found.unexplained),
                ("from", found.untraced),
            )
            for j, origin in enumerate(names)
            if shares[i, j] > 0
        }
        | ({"unplaced": round(float(found.unplaced[i]), 9)} if found.unplaced[i] else {})
        for i, importer in enumerate(names)
    }


def test_an_entrepot_hands_its_origins_on() -> None:
    found = traced({"CHN>NLD": 90, "RUS>NLD": 10, "NLD>DEU": 50}, {"CHN": 90, "RUS": 10, "NLD": 0})
    assert found["DEU"] == {"CHN made": 0.9, "RUS made": 0.1}
    assert found["NLD"] == {"CHN made": 0.9, "RUS made": 0.1}


def test_an_entrepot_that_produces_mixes_its_own_in() -> None:
    found = traced({"CHN>JPN": 60, "JPN>USA": 20}, {"CHN": 100, "JPN": 40})
    assert found["USA"] == {"CHN made": 0.6, "JPN made": 0.4}


def test_goods_that_go_round_keep_their_origin() -> None:
    found = traced({"CHN>HKG": 10, "HKG>CHN": 4, "CHN>USA": 8, "HKG>USA": 5}, {"CHN": 14, "HKG": 0})
    assert found["USA"] == {"CHN made": 1.0}


def test_the_trace_ends_at_a_country_whose_production_is_not_known() -> None:
    found = traced(
        {"MMR>CHN": 90, "CHN>NLD": 30, "XXX>NLD": 10, "NLD>DEU": 20}, {"NLD": 0, "XXX": 10}
    )
    assert found["DEU"] == {"CHN from": 0.75, "XXX made": 0.25}


def test_where_no_production_is_known_the_last_country_is_all_there_is_to_say() -> None:
    found = traced({"MMR>CHN": 90, "CHN>DEU": 30, "NLD>DEU": 10}, {})
    assert found["DEU"] == {"CHN from": 0.75, "NLD from": 0.25}


def test_what_leaves_beyond_imports_and_known_production_is_not_called_produced() -> None:
    found = traced({"NLD>DEU": 50}, {"NLD": 20})
    assert found["DEU"] == {"NLD made": 0.4, "NLD unexplained": 0.6}


def test_a_ring_that_goods_enter_nowhere_has_no_origin() -> None:
    found = traced({"AAA>BBB": 10, "BBB>AAA": 10, "CHN>BBB": 0}, {"CHN": 5, "AAA": 0, "BBB": 0})
    assert found["AAA"] == {"unplaced": 1.0}


def test_a_country_without_imports_has_no_shares() -> None:
    found = origins(np.array([[0.0, 0.0], [5.0, 0.0]]), np.array([5.0, 0.0]))
    assert np.isnan(found.unplaced[0])
    assert np.isnan(found.produced[0]).all()


@given(
    arrays(
        np.float64,
        (6, 6),
        elements=st.floats(0, 1000, allow_subnormal=False).map(lambda x: round(x, 3)),
    ),
    arrays(
        np.float64,
        6,
        elements=st.one_of(st.just(NONE), st.floats(0, 5000).map(lambda x: round(x, 3))),
    ),
)
def test_shares_add_up_to_one_whatever_is_known(imports: Matrix, production: Matrix) -> None:
    np.fill_diagonal(imports, 0.0)
    found = origins(imports, production)
    buys = imports.sum(axis=1) > 0
    parts = (found.produced, found.unexplained, found.untraced)
    total = sum(part.sum(axis=1) for part in parts) + found.unplaced
    assert np.allclose(total[buys], 1.0, atol=1e-6)
    assert np.isnan(total[~buys]).all()
    for shares in (*parts, found.unplaced):
        assert (shares[buys] >= -1e-9).all()


@given(
    arrays(np.float64, (5, 5), elements=st.integers(0, 50).map(float)),
    arrays(np.float64, 5, elements=st.integers(0, 50).map(float)),
)
def test_where_production_covers_what_is_sold_every_origin_is_a_producer(
    imports: Matrix, spare: Matrix
) -> None:
    np.fill_diagonal(imports, 0.0)
    production = np.maximum(0, imports.sum(axis=0) - imports.sum(axis=1)) + spare + 1
    found = origins(imports, production)
    buys = imports.sum(axis=1) > 0
    assert np.allclose(found.produced[buys].sum(axis=1), 1.0)
    assert (found.unexplained[buys] == 0).all()


@given(
    arrays(np.float64, (5, 5), elements=st.integers(0, 50).map(float)), st.permutations(range(5))
)
def test_the_order_of_countries_does_not_matter(imports: Matrix, order: list[int]) -> None:
    np.fill_diagonal(imports, 0.0)
    production = np.array([10.0, NONE, 0.0, 3.0, NONE])
    there, here = (
        origins(imports, production),
        origins(imports[np.ix_(order, order)], production[order]),
    )
    assert np.allclose(here.produced, there.produced[np.ix_(order, order)], equal_nan=True)


def cells(*rows: dict[str, Any]) -> pa.Table:
    whole = [{**CELL, "value_with_mass_usd": None, **row} for row in rows]
    for row in whole:
        for name in ("mass_kg", "value_usd"):
            row[name] = amount(row[name])
    return pa.Table.from_pylist(whole, schema=CELL_COLUMNS)


def test_every_year_and_code_is_traced_apart() -> None:
    table = cells(
        {"exporter": "CHN", "importer": "NLD", "mass_kg": 10, "value_usd": 10, "year": 2021},
        {"exporter": "NLD", "importer": "DEU", "mass_kg": 5, "value_usd": 10, "year": 2021},
        {"exporter": "NLD", "importer": "DEU", "mass_kg": 5, "value_usd": 10, "year": 2022},
    )
    rows = origin_table(table, {("CHN", 2021): 10.0, ("NLD", 2021): 0.0}).to_pylist()
    germany = [
        (r["year"], r["origin"], r["basis"], r["share"]) for r in rows if r["importer"] == "DEU"
    ]
    assert germany == [(2021, "CHN", "produced", 1.0), (2022, "NLD", "untraced", 1.0)]
    assert {(r["source"], r["nomenclature"], r["side"], r["code"]) for r in rows} == {
        ("baci", "HS92", "reconciled", "284690")
    }


def test_re_exports_are_not_counted_twice() -> None:
    table = cells(
        {"exporter": "CHN", "importer": "DEU", "mass_kg": 10, "value_usd": 10},
        {
            "exporter": "NLD",
            "importer": "DEU",
            "mass_kg": 90,
            "value_usd": 10,
            "direction_re": True,
        },
    )
    assert [r["origin"] for r in origin_table(table).to_pylist()] == ["CHN"]


def test_a_flow_without_mass_lowers_the_coverage() -> None:
    table = cells(
        {"exporter": "CHN", "importer": "DEU", "mass_kg": 10, "value_usd": 30},
        {"exporter": "RUS", "importer": "DEU", "value_usd": 10},
    )
    (row,) = origin_table(table).to_pylist()
    assert (row["origin"], row["share"], row["coverage"]) == ("CHN", 1.0, 0.75)
    by_value = origin_table(table, amount="value_usd").to_pylist()
    assert {r["origin"]: r["share"] for r in by_value} == {"CHN": 0.75, "RUS": 0.25}


def test_a_ring_stands_in_the_table_without_a_place() -> None:
    table = cells(
        {"exporter": "AAA", "importer": "BBB", "mass_kg": 10, "value_usd": 1},
        {"exporter": "BBB", "importer": "AAA", "mass_kg": 10, "value_usd": 1},
    )
    rows = origin_table(table, {("AAA", 2022): 0.0, ("BBB", 2022): 0.0}).to_pylist()
    assert [(r["importer"], r["origin"], r["basis"], r["share"]) for r in rows] == [
        ("AAA", None, "unplaced", 1.0), ("BBB", None, "unplaced", 1.0),
    ]  # fmt: skip


def test_no_cells_give_no_rows() -> None:
    assert origin_table(cells()).num_rows == 0


def test_a_value_that_nobody_gave_leaves_the_coverage_open() -> None:
    (row,) = origin_table(cells({"mass_kg": Decimal(1)})).to_pylist()
    assert row["share"] == 1.0
    assert row["coverage"] == pytest.approx(np.nan, nan_ok=True)
