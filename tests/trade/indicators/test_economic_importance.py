"""The EU's study of 2023: use shares and value added by NACE sector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from monazite.trade.indicators.economic_importance import (
    economic_importance,
    material_economic_importance,
)
from monazite.trade.indicators.shares import printed_share
from monazite.trade.indicators.values import Span
from support.indicator_tables import answer, one, shared_rows

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

USES = pa.schema([
    ("material", pa.string()), ("share_low", pa.float64()), ("share_high", pa.float64()),
    ("value_added", pa.float64()),
])  # fmt: skip
PARAMETERS = pa.schema([("material", pa.string()), ("substitution", pa.float64())])


def importance(
    engine: Engine, uses: list[dict[str, Any]], parameters: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    table = engine.table(pa.Table.from_pylist(uses, schema=USES))
    given = engine.table(pa.Table.from_pylist(parameters, schema=PARAMETERS))
    return answer(engine, material_economic_importance(table, given))


def uses_of_2023() -> list[dict[str, Any]]:
    rows = []
    for row in shared_rows("eu_crm/material_use_shares_2023.csv"):
        span = printed_share(row["Share"])
        added = row["VA in million €"]
        rows.append({
            "material": row["Material"], "share_low": span.low, "share_high": span.high,
            "value_added": float(added) if added else None,
        })  # fmt: skip
    return rows


@pytest.fixture(scope="module")
def of_2023(engine: Engine) -> list[dict[str, Any]]:
    return importance(engine, uses_of_2023(), [])


@pytest.mark.shared
@pytest.mark.parametrize(
    ("material", "before", "published"),
    [
        ("Gallium", 3.92, 3.7), ("Antimony", 5.86, 5.4), ("Bismuth", 5.95, 5.7),
        ("Hafnium", 4.43, 4.3), ("Strontium", 6.60, 6.5), ("Silicon metal", 5.00, 4.9),
        ("Tungsten", 9.16, 8.7), ("Vanadium", 4.38, 3.9), ("Magnesite", 3.66, 3.6),
    ],
)  # fmt: skip
def test_importance_of_2023_before_substitution_lies_above_the_published_by_a_fitting_index(
    of_2023: list[dict[str, Any]], material: str, before: float, published: float
) -> None:
    row = one(of_2023, material=material)
    assert row["economic_importance_low"] == pytest.approx(before, abs=0.006)
    assert 0.88 <= published / row["economic_importance_low"] <= 1
    assert row["reason"] == "substitution_unknown"


@pytest.mark.shared
def test_a_use_without_a_sector_makes_the_importance_of_europium_an_interval(
    of_2023: list[dict[str, Any]],
) -> None:
    row = one(of_2023, material="Europium")
    assert row["sectorless_share"] == pytest.approx(0.9)
    assert row["economic_importance_low"] == pytest.approx(0.44, abs=0.006)
    assert row["economic_importance_high"] == pytest.approx(9.44, abs=0.006)


@pytest.mark.shared
def test_shares_of_magnesium_add_up_to_more_than_all_and_that_is_told(
    of_2023: list[dict[str, Any]],
) -> None:
    row = one(of_2023, material="Magnesium")
    assert row["reason"] == "shares_incomplete"


def test_the_largest_sector_counts_ten() -> None:
    assert economic_importance([(Span(1, 1), 200.0)], 200.0) == Span(10.0, 10.0)
    half = economic_importance([(Span(0.5, 0.5), 100.0), (Span(0.5, 0.5), 200.0)], 200.0, 0.9)
    assert half.low == half.high == pytest.approx(7.5 * 0.9)


def test_the_expression_gives_what_the_formula_gives(engine: Engine) -> None:
    uses: list[dict[str, Any]] = [
        {"material": "X", "share_low": 0.6, "share_high": 0.6, "value_added": 100.0},
        {"material": "X", "share_low": 0.0, "share_high": 0.001, "value_added": 200.0},
        {"material": "X", "share_low": 0.4, "share_high": 0.4, "value_added": None},
    ]
    row = one(importance(engine, uses, [{"material": "X", "substitution": 0.9}]), material="X")
    spans = [(Span(u["share_low"], u["share_high"]), u["value_added"]) for u in uses]
    expected = economic_importance(spans, 200.0, 0.9)
    assert row["economic_importance_low"] == pytest.approx(expected.low)
    assert row["economic_importance_high"] == pytest.approx(expected.high)
    assert row["reason"] is None
