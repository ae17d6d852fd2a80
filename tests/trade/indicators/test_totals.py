from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.trade.indicators.totals import direct, totals
from support.indicator_tables import answer, governance_table, one
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

TRADE = [
    {"exporter": "CHN", "mass_kg": "0.000001", "value_usd": 3},
    {"exporter": "VNM", "mass_kg": "99999999999.999999", "value_usd": 4},
    {"exporter": "XNS", "mass_kg": 5, "value_usd": 6},
    {"exporter": "CHN", "mass_kg": 7, "value_usd": 8, "direction_re": True},
]


def test_sums_are_exact_to_the_last_digit_and_re_exports_are_left_out(engine: Engine) -> None:
    japan = one(answer(engine, totals(cell_table(engine, TRADE), "importer")), country="JPN")
    assert japan["mass_kg"] == Decimal("100000000005.000000")
    assert (japan["value_usd"], japan["partners"]) == (Decimal(13), 2)
    assert (japan["mass_unspecified_kg"], japan["value_unspecified_usd"]) == (
        Decimal(5),
        Decimal(6),
    )
    assert japan["mass_max_kg"] == Decimal("99999999999.999999")
    assert japan["value_squares"] == 25.0


def test_the_cells_without_re_exports_are_those_of_direct_trade(engine: Engine) -> None:
    assert engine.arrow(direct(cell_table(engine, TRADE))).num_rows == 3


def test_masses_are_weighed_by_the_governance_of_the_partner(engine: Engine) -> None:
    trade = [
        {"exporter": who, "mass_kg": mass} for who, mass in (("CHN", 10), ("USA", 20), ("PRK", 30))
    ]
    governed = governance_table(engine, {"CHN": -0.5, "USA": 0.5}, {"CHN": -0.5})
    row = one(
        answer(engine, totals(cell_table(engine, trade), "importer", governed)), country="JPN"
    )
    assert row["risk_kg"] == pytest.approx(10 * 0.6 + 20 * 0.4 + 30 * 0.5)
    assert row["risk_assumed_kg"] == 30
    assert row["wgi_squares"] == pytest.approx(100 * 6)
    assert row["wgi_unknown_squares"] == pytest.approx(400 + 900)


def test_names_can_begin_with_a_word_so_that_two_totals_stand_in_one_row(engine: Engine) -> None:
    table = totals(cell_table(engine, TRADE), "exporter", way="out_")
    assert all(name.startswith("out_") for name in table.columns)


def test_other_asia_is_one_partner_and_areas_not_specified_are_none(engine: Engine) -> None:
    places = ("S19", "XNS", "F19", "XBU", "SCG")
    trade = [{"exporter": who, "mass_kg": 1, "value_usd": 1} for who in places]
    row = one(answer(engine, totals(cell_table(engine, trade), "importer")), country="JPN")
    assert (row["partners"], row["mass_unspecified_kg"]) == (2, 3)
