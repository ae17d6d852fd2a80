from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.trade.indicators.concentration import hhi, hhi_with_unspecified
from monazite.trade.indicators.partners import concentration, world_concentration
from support.indicator_tables import answer, one
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

MARKET: list[dict[str, Any]] = [
    {"exporter": "CHN", "importer": "JPN", "mass_kg": 50, "value_usd": 500},
    {"exporter": "VNM", "importer": "JPN", "mass_kg": 30, "value_usd": 300},
    {"exporter": "EST", "importer": "JPN", "mass_kg": 20, "value_usd": 800},
    {"exporter": "CHN", "importer": "USA", "mass_kg": 150, "value_usd": 900},
]


def test_suppliers_are_counted_by_mass_and_by_value(engine: Engine) -> None:
    japan = one(answer(engine, concentration(cell_table(engine, MARKET))), country="JPN")
    assert japan["hhi_mass"] == pytest.approx(hhi([50, 30, 20]).value)
    assert japan["hhi_value"] == pytest.approx(hhi([500, 300, 800]).value)
    assert (japan["top_share_mass"], japan["top_mass"]) == (0.5, "CHN")
    assert (japan["top_share_value"], japan["top_value"]) == (0.5, "EST")
    assert (japan["partners"], japan["mass_coverage"], japan["months"]) == (3, 1.0, 12)
    assert (japan["reason_mass"], japan["reason_value"]) == (None, None)
    assert (japan["mass_kg"], japan["value_usd"]) == (Decimal(100), Decimal(1600))


def test_customers_are_counted_by_destination(engine: Engine) -> None:
    found = answer(engine, concentration(cell_table(engine, MARKET), "exporter"))
    china = one(found, country="CHN")
    assert china["hhi_mass"] == pytest.approx(hhi([50, 150]).value)
    assert (china["top_mass"], china["partners"]) == ("USA", 2)
    assert one(found, country="EST")["hhi_mass"] == 1


def test_the_worlds_exports_are_one_market(engine: Engine) -> None:
    (world,) = answer(engine, world_concentration(cell_table(engine, MARKET)))
    assert world["country"] == "WLD"
    assert world["hhi_mass"] == pytest.approx(hhi([200, 30, 20]).value)
    assert world["hhi_value"] == pytest.approx(hhi([1400, 300, 800]).value)
    assert (world["partners"], world["top_share_mass"]) == (3, 0.8)


def test_an_unspecified_partner_opens_bounds_and_is_no_supplier(engine: Engine) -> None:
    market = [*MARKET, {"exporter": "XNS", "importer": "JPN", "mass_kg": 60, "value_usd": 10}]
    japan = one(answer(engine, concentration(cell_table(engine, market))), country="JPN")
    span = hhi_with_unspecified([50, 30, 20], 60)
    assert (japan["hhi_mass"], japan["hhi_high_mass"]) == pytest.approx((span.low, span.high))
    assert japan["reason_mass"] == "lower_bound"
    assert (japan["partners"], japan["top_mass"], japan["top_share_mass"]) == (3, "CHN", 50 / 160)


def test_bounds_are_equal_where_every_partner_is_named(engine: Engine) -> None:
    for row in answer(engine, concentration(cell_table(engine, MARKET))):
        assert row["hhi_mass"] == row["hhi_high_mass"]


def test_an_unknown_mass_is_no_zero_and_lowers_the_coverage(engine: Engine) -> None:
    market: list[dict[str, Any]] = [
        {"exporter": "CHN", "mass_kg": 50, "value_usd": 500},
        {"exporter": "VNM", "mass_kg": None, "value_usd": 1500},
        {"exporter": "CHN", "importer": "KOR", "mass_kg": None, "value_usd": 7},
    ]
    found = answer(engine, concentration(cell_table(engine, market)))
    japan, korea = one(found, country="JPN"), one(found, country="KOR")
    assert (japan["hhi_mass"], japan["mass_coverage"]) == (1.0, 0.25)
    assert japan["hhi_value"] == pytest.approx(0.625)
    assert (korea["hhi_mass"], korea["reason_mass"], korea["mass_coverage"]) == (
        None,
        "mass_unknown",
        0.0,
    )
    assert korea["top_mass"] is None
    assert (korea["hhi_value"], korea["top_value"]) == (1.0, "CHN")


def test_amounts_of_zero_have_no_shares(engine: Engine) -> None:
    (row,) = answer(engine, concentration(cell_table(engine, [{"mass_kg": 0, "value_usd": 0}])))
    assert (row["hhi_mass"], row["reason_mass"], row["reason_value"]) == (
        None, "nothing_to_share", "nothing_to_share",
    )  # fmt: skip


def test_of_equal_partners_the_first_in_the_alphabet_is_the_largest(engine: Engine) -> None:
    market = [{"exporter": who, "mass_kg": 5, "value_usd": 5} for who in ("VNM", "AUS", "CHN")]
    (row,) = answer(engine, concentration(cell_table(engine, market)))
    assert (row["top_mass"], row["top_value"]) == ("AUS", "AUS")


def test_re_exports_are_not_counted_again(engine: Engine) -> None:
    market = [
        *MARKET,
        {"exporter": "CHN", "importer": "JPN", "mass_kg": 40, "value_usd": 1, "direction_re": True},
    ]
    found = answer(engine, concentration(cell_table(engine, market)))
    assert one(found, country="JPN")["mass_kg"] == Decimal(100)
    assert one(found, country="JPN")["top_mass"] == "CHN"


def test_readings_of_two_sources_stay_apart(engine: Engine) -> None:
    market = [*MARKET, {"source": "comtrade", "side": "importer", "mass_kg": 9, "value_usd": 9}]
    found = [
        row
        for row in answer(engine, concentration(cell_table(engine, market)))
        if row["country"] == "JPN"
    ]
    assert sorted((row["source"], row["hhi_mass"]) for row in found) == [
        ("baci", pytest.approx(0.38)), ("comtrade", 1.0),
    ]  # fmt: skip


def test_part_of_a_year_says_how_many_months(engine: Engine) -> None:
    (row,) = answer(
        engine, concentration(cell_table(engine, [{"mass_kg": 1, "value_usd": 1, "months": 5}]))
    )
    assert row["months"] == 5
