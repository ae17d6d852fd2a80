from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.trade.indicators.geopolrisk import geopolrisk
from monazite.trade.indicators.partners import concentration
from monazite.trade.indicators.reliance import reliance
from monazite.trade.indicators.supply_risk import supply_risk, weighed_concentration
from monazite.trade.indicators.table import indicator_table
from monazite.trade.indicators.values import Span
from support.indicator_tables import answer, governance_table, one, production_table
from support.trade_tables import cell_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine
    from monazite.trade.indicators.totals import Role

TRADE: list[dict[str, Any]] = [
    {"exporter": "CHN", "importer": "JPN", "mass_kg": 60, "value_usd": 600},
    {"exporter": "VNM", "importer": "JPN", "mass_kg": 30, "value_usd": 900},
    {"exporter": "XNS", "importer": "JPN", "mass_kg": 10, "value_usd": None},
    {"exporter": "CHN", "importer": "USA", "mass_kg": 50, "value_usd": 500},
    {"exporter": "USA", "importer": "CHN", "mass_kg": 45, "value_usd": 450},
    {"exporter": "CHN", "importer": "KOR", "mass_kg": None, "value_usd": 7},
    {"exporter": "MYS", "importer": "AUS", "code": "811000", "mass_kg": 3, "value_usd": 9},
]
MADE = [("284690", "CHN", 300.0), ("284690", "USA", 100.0)]
PV = {"CHN": -0.5, "USA": 0.5, "VNM": None}
WGI = {"CHN": -0.5, "USA": 1.0}


def sides(engine: Engine) -> tuple[ir.Table, ir.Table, ir.Table]:
    return (
        cell_table(engine, TRADE), production_table(engine, MADE), governance_table(engine, PV, WGI),
    )  # fmt: skip


@pytest.fixture(scope="module")
def rows(engine: Engine) -> list[dict[str, Any]]:
    return answer(engine, indicator_table(*sides(engine)))


def test_every_country_that_trades_has_one_row_for_a_code_and_year(
    rows: list[dict[str, Any]],
) -> None:
    assert sorted((row["code"], row["country"]) for row in rows) == [
        *(("284690", country) for country in ("CHN", "JPN", "KOR", "USA", "VNM", "XNS")),
        ("811000", "AUS"), ("811000", "MYS"),
    ]  # fmt: skip
    assert {row["months"] for row in rows} == {12}


def test_the_table_says_what_the_single_indicators_say(
    engine: Engine, rows: list[dict[str, Any]]
) -> None:
    cells, made, governed = sides(engine)
    whole = {(row["country"], row["code"]): row for row in rows}
    ways: tuple[tuple[Role, str, str], ...] = (
        ("importer", "import", "suppliers"), ("exporter", "export", "customers"),
    )  # fmt: skip
    words = ("hhi", "hhi_high", "top_share", "reason")
    names = [f"{word}_{basis}" for word in words for basis in ("mass", "value")]
    for role, way, partners in ways:
        for row in answer(engine, concentration(cells, role)):
            ours = whole[row["country"], row["code"]]
            assert {name: ours[f"{way}_{name}"] for name in names} == {
                name: row[name] for name in names
            }
            assert (ours[partners], ours[f"{way}s_kg"]) == (row["partners"], row["mass_kg"])
            assert ours[f"{way}_mass_coverage"] == row["mass_coverage"]
    for row in answer(engine, reliance(cells, made)):
        ours = whole[row["country"], row["code"]]
        assert {name: ours[name] for name in row} == row
    for row in answer(engine, geopolrisk(cells, made, governed)):
        if (row["country"], row["code"]) not in whole:
            continue
        ours = whole[row["country"], row["code"]]
        for name in ("import_risk", "score", "midpoint", "gsp", "production_hhi"):
            assert ours[name] == pytest.approx(row[name]), name
        assert ours["geopolrisk_reason"] == row["reason"]


def test_what_a_country_does_not_do_is_told_by_reasons(rows: list[dict[str, Any]]) -> None:
    vietnam = one(rows, country="VNM")
    assert (vietnam["suppliers"], vietnam["customers"]) == (0, 1)
    assert (vietnam["import_hhi_mass"], vietnam["import_reason_mass"]) == (
        None,
        "no_imports_recorded",
    )
    assert (vietnam["imports_kg"], vietnam["share_left_reason"]) == (0, "no_imports_recorded")
    assert (vietnam["score"], vietnam["geopolrisk_reason"]) == (None, "no_imports_recorded")
    assert (vietnam["supply_risk_low"], vietnam["supply_risk_reason"]) == (
        None,
        "no_imports_recorded",
    )
    japan = one(rows, country="JPN")
    assert (japan["customers"], japan["export_reason_value"]) == (0, "no_exports_recorded")


def test_a_code_without_production_has_concentration_and_no_risk(
    rows: list[dict[str, Any]],
) -> None:
    australia = one(rows, country="AUS")
    assert australia["import_hhi_mass"] == 1
    assert {
        australia[name]
        for name in (
            "geopolrisk_reason",
            "reliance_reason",
            "share_left_reason",
            "supply_risk_reason",
            "domestic_reason",
        )
    } == {"no_production_data"}
    assert {
        australia[name]
        for name in ("score", "net_reliance", "share_left", "supply_risk_low", "supply_risk_high")
    } == {None}


def test_unknown_masses_are_told_for_every_indicator(rows: list[dict[str, Any]]) -> None:
    korea = one(rows, country="KOR")
    assert {
        korea[name]
        for name in (
            "geopolrisk_reason",
            "reliance_reason",
            "share_left_reason",
            "supply_risk_reason",
        )
    } == {"mass_unknown"}
    assert (korea["import_hhi_value"], korea["import_price_usd_kg"]) == (1.0, None)


def test_without_its_largest_supplier_a_country_keeps_what_it_makes(
    rows: list[dict[str, Any]],
) -> None:
    states = one(rows, country="USA")
    assert states["share_left"] == pytest.approx(100 / 150)
    assert one(rows, country="JPN")["share_left"] == pytest.approx(40 / 100)
    assert states["production_share_left"] == 0.25


def test_trade_exposure_is_net_reliance_and_zero_for_a_net_exporter(
    rows: list[dict[str, Any]],
) -> None:
    states, china = one(rows, country="USA"), one(rows, country="CHN")
    assert states["trade_exposure"] == states["net_reliance"] == pytest.approx(5 / 105)
    assert (china["trade_exposure"], china["reliance_reason"]) == (0, "net_exporter")


def test_the_eus_formula_spans_over_suppliers_without_estimates(rows: list[dict[str, Any]]) -> None:
    scaled = {"CHN": 6.0, "USA": 3.0}
    world = weighed_concentration(
        [(Span(0.75, 0.75), scaled["CHN"], 1.0), (Span(0.25, 0.25), scaled["USA"], 1.0)]
    )
    own = weighed_concentration(
        [
            (Span(0.6, 0.6), scaled["CHN"], 1.0),
            (Span(0.3, 0.3), None, 1.0),
            (Span(0.1, 0.1), None, 1.0),
        ]
    )
    expected = supply_risk(world, own, 1.0, 0.0)
    japan = one(rows, country="JPN")
    assert (japan["supply_risk_low"], japan["supply_risk_high"]) == pytest.approx(
        (expected.low, expected.high)
    )
    assert japan["supply_risk_reason"] is None


def test_without_the_six_estimates_the_eus_formula_gives_nothing(engine: Engine) -> None:
    governed = governance_table(engine, PV)
    found = answer(
        engine, indicator_table(cell_table(engine, TRADE), production_table(engine, MADE), governed)
    )
    japan = one(found, country="JPN")
    assert (japan["supply_risk_low"], japan["supply_risk_high"]) == (None, None)
    assert japan["supply_risk_reason"] == "no_governance_data"


def test_the_price_is_of_what_was_weighed(rows: list[dict[str, Any]]) -> None:
    japan = one(rows, country="JPN")
    assert japan["import_price_usd_kg"] == pytest.approx(1500 / 100)
