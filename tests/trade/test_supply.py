from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.trade.supply import supply, together
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine


def test_shares_are_of_the_importers_whole_and_ranked_by_mass(engine: Engine) -> None:
    cells = cell_table(engine, [
        {"exporter": "CHN", "mass_kg": 300, "value_usd": 1000},
        {"exporter": "MYS", "mass_kg": 100, "value_usd": 3000},
        {"exporter": "CHN", "importer": "KOR", "mass_kg": 5, "value_usd": 7},
    ])  # fmt: skip
    rows = engine.arrow(supply(cells)).to_pylist()
    assert [
        (r["importer"], r["exporter"], r["rank"], r["share_of_mass"], r["share_of_value"])
        for r in rows
    ] == [
        ("JPN", "CHN", 1, 0.75, 0.25),
        ("JPN", "MYS", 2, 0.25, 0.75),
        ("KOR", "CHN", 1, 1.0, 1.0),
    ]
    assert rows[1]["unit_value_usd_kg"] == 30.0


def test_a_mass_that_nobody_gave_has_no_share_and_shows_in_the_coverage(engine: Engine) -> None:
    cells = cell_table(engine, [
        {"exporter": "CHN", "mass_kg": 10, "value_usd": 100},
        {"exporter": "MYS", "value_usd": 300},
    ])  # fmt: skip
    known, unknown = engine.arrow(supply(cells)).to_pylist()
    assert (unknown["mass_kg"], unknown["share_of_mass"], unknown["unit_value_usd_kg"]) == (
        None,
        None,
        None,
    )
    assert (known["share_of_mass"], known["mass_coverage"]) == (1.0, 1.0)


def test_re_exports_are_not_taken_for_supply(engine: Engine) -> None:
    cells = cell_table(
        engine,
        [{"mass_kg": 1, "value_usd": 1}, {"direction_re": True, "mass_kg": 9, "value_usd": 9}],
    )
    assert [row["mass_kg"] for row in engine.arrow(supply(cells)).to_pylist()] == [1]


def test_customers_are_shares_of_the_exporters_whole(engine: Engine) -> None:
    cells = cell_table(engine, [
        {"importer": "JPN", "mass_kg": 1, "value_usd": 1}, {"importer": "KOR", "mass_kg": 3, "value_usd": 3},
    ])  # fmt: skip
    assert [(r["importer"], r["share_of_mass"]) for r in engine.arrow(supply(cells, "exporter")).to_pylist()] == [
        ("KOR", 0.75), ("JPN", 0.25),
    ]  # fmt: skip


def test_codes_added_up_are_exact(engine: Engine) -> None:
    cells = cell_table(engine, [
        {"code": "284610", "mass_kg": "0.1", "value_usd": 1}, {"code": "284690", "mass_kg": "0.2", "value_usd": 2},
    ])  # fmt: skip
    (row,) = engine.arrow(together(cells, "284610+284690")).to_pylist()
    assert (row["code"], row["mass_kg"]) == ("284610+284690", Decimal("0.3"))


@pytest.mark.parametrize("amount", [0, None])
def test_a_whole_of_nothing_has_no_shares(engine: Engine, amount: int | None) -> None:
    (row,) = engine.arrow(
        supply(cell_table(engine, [{"mass_kg": amount, "value_usd": amount}]))
    ).to_pylist()
    assert (row["share_of_mass"], row["share_of_value"]) == (None, None)
