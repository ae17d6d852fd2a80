from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from monazite.trade.indicators.reliance import net_import_reliance, reliance
from monazite.trade.indicators.shares import printed_share
from support.indicator_tables import answer, baci, one, production_table, shared_rows
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine
    from monazite.trade.indicators.values import Indicator

CASES = Path(__file__).parents[2] / "cases" / "trade" / "indicators"
RECIPES: list[dict[str, Any]] = yaml.load(
    (CASES / "us_net_import_reliance.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
RELEASE = "usgs_mcs/mcs2026_commodities_data_utf8.csv"
YEARS = range(2021, 2026)
A3 = {
    "GALLIUM": ["100"] * 5,
    "GRAPHITE (NATURAL)": ["100"] * 5,
    "RARE EARTHS (Heavy)": ["100"] * 5,
    "YTTRIUM": ["100"] * 5,
    "ANTIMONY": ["85", "81", "81", "86", "91"],
    "BISMUTH": ["92", "97", "94", "90", "92"],
    "GERMANIUM": [">50"] * 5,
    "TUNGSTEN": [">50"] * 5,
}
RARE_EARTHS = [">95", ">95", ">90", "53", "67"]


def salient() -> dict[tuple[str, str, int], str]:
    """The text of every line of salient statistics by chapter, line and year."""
    return {
        (row["mcs_chapter"], row["statistics_detail"], int(row["year"])): row["value"]
        for row in shared_rows(RELEASE)
        if row["section"].startswith("Salient")
    }


def amount(text: str) -> float:
    """A dash is zero; withheld (W), not available (NA) and a blank are unknown."""
    bare = text.replace(",", "").strip()
    if bare == "—":
        return 0.0
    try:
        return float(bare)
    except ValueError:
        return float("nan")


def recomputed(
    recipe: dict[str, Any], year: int, lines: dict[tuple[str, str, int], str]
) -> Indicator:
    def total(part: str, of: int) -> float:
        return sum(
            amount(lines.get((recipe["chapter"], line, of), "")) for line in recipe.get(part, [])
        )

    release = total("stocks", year - 1) - total("stocks", year)
    return net_import_reliance(
        total("imports", year), total("exports", year), total("primary", year),
        total("secondary", year), release,
    )  # fmt: skip


def agrees(found: Indicator, printed: str, tolerance: float) -> bool:
    if printed == "E":
        return found.reason == "net_exporter"
    span = printed_share(printed)
    return span.low - tolerance <= found.value <= span.high + tolerance


@pytest.mark.shared
@pytest.mark.parametrize("recipe", RECIPES, ids=[recipe["name"] for recipe in RECIPES])
def test_a3_net_reliance_follows_from_the_salient_statistics_of_mcs_2026(
    recipe: dict[str, Any],
) -> None:
    """Within one percentage point: the lines are rounded to three digits."""
    lines = salient()
    tried = 0
    for year in YEARS:
        found = recomputed(recipe, year, lines)
        if found.missing and found.reason == "part_unknown":
            continue
        printed = lines[recipe["chapter"], recipe["printed"], year]
        differs = year in recipe.get("differs", {})
        assert agrees(found, printed, 0.01) is not differs, (year, found, printed)
        tried += 1
    assert tried >= 4


@pytest.mark.shared
def test_a3_of_109_values_of_mcs_2026_105_reproduce_and_four_stay_visible_as_different() -> None:
    lines = salient()
    found = [
        year in recipe.get("differs", {})
        for recipe in RECIPES
        for year in YEARS
        if not recomputed(recipe, year, lines).missing
    ]
    assert (found.count(False), found.count(True)) == (105, 4)


@pytest.mark.shared
def test_a3_the_printed_values_of_mcs_2026_are_as_they_were_read() -> None:
    lines = salient()
    for chapter, expected in A3.items():
        printed = [
            [text for (of, line, when), text in lines.items()
             if of == chapter and when == year and line.startswith("Net import reliance")]
            for year in YEARS
        ]  # fmt: skip
        assert [year[0] for year in printed] == expected, chapter
    line = "Net import reliance as a percentage of apparent consumption: Compounds and metals"
    assert [lines["RARE EARTHS", line, year] for year in YEARS] == RARE_EARTHS


A4 = {
    ("JPN", 2008): 0.887, ("JPN", 2010): 0.785, ("JPN", 2012): 0.537, ("JPN", 2016): 0.484,
    ("JPN", 2024): 0.661, ("USA", 2010): 0.801, ("USA", 2012): 0.433, ("USA", 2024): 0.779,
}  # fmt: skip


@pytest.mark.shared
def test_a4_the_share_of_china_in_rare_earth_imports_of_baci_202601(engine: Engine) -> None:
    cells = baci(engine, ["284610", "284690", "280530"], sorted({year for _, year in A4}))
    from_china = (cells.exporter == "CHN").ifelse(cells.mass_kg, 0)
    sums = cells.group_by(["importer", "year"]).aggregate(
        china=from_china.sum(), whole=cells.mass_kg.sum()
    )
    found = {(row["importer"], row["year"]): row for row in engine.arrow(sums).to_pylist()}
    for key, share in A4.items():
        assert float(found[key]["china"] / found[key]["whole"]) == pytest.approx(share, abs=5e-4), (
            key
        )


@pytest.mark.shared
def test_a4_tonnes_from_china_to_japan_around_the_halt_of_2010_in_baci_202601(
    engine: Engine,
) -> None:
    cells = baci(engine, ["284610", "284690", "280530"], [2009, 2010, 2011, 2012])
    pair = cells.filter((cells.exporter == "CHN") & (cells.importer == "JPN"))
    found = engine.arrow(pair.group_by("year").aggregate(mass=pair.mass_kg.sum())).to_pylist()
    tonnes = {row["year"]: round(row["mass"] / 1000) for row in found}
    assert tonnes == {2009: 15590, 2010: 23154, 2011: 15156, 2012: 7961}


TRADE = [
    {"exporter": "CHN", "importer": "USA", "mass_kg": 50, "value_usd": 500},
    {"exporter": "USA", "importer": "CHN", "mass_kg": 45, "value_usd": 450},
    {"exporter": "CHN", "importer": "JPN", "mass_kg": 30, "value_usd": 900},
]
MADE = [("284690", "USA", 45.0), ("284690", "CHN", 300.0)]


def test_net_and_gross_reliance_stand_side_by_side(engine: Engine) -> None:
    found = answer(engine, reliance(cell_table(engine, TRADE), production_table(engine, MADE)))
    states = one(found, country="USA")
    assert (states["imports_kg"], states["exports_kg"], states["domestic_kg"]) == (50, 45, 45.0)
    assert states["net_reliance"] == states["eu_reliance"] == pytest.approx(0.1)
    assert states["gross_reliance"] == pytest.approx(50 / 95)
    assert (states["reliance_reason"], states["domestic_reason"]) == (None, None)


def test_a_country_that_is_not_among_the_producers_makes_nothing_and_that_is_said(
    engine: Engine,
) -> None:
    found = answer(engine, reliance(cell_table(engine, TRADE), production_table(engine, MADE)))
    japan = one(found, country="JPN")
    assert (japan["domestic_kg"], japan["domestic_reason"]) == (0.0, "not_listed_as_producer")
    assert (japan["net_reliance"], japan["gross_reliance"], japan["exports_kg"]) == (1.0, 1.0, 0)


def test_a_net_exporter_is_flagged(engine: Engine) -> None:
    found = answer(engine, reliance(cell_table(engine, TRADE), production_table(engine, MADE)))
    china = one(found, country="CHN")
    assert china["net_reliance"] == pytest.approx((45 - 80) / (300 - 35))
    assert (china["eu_reliance"], china["reliance_reason"]) == (0.0, "net_exporter")


def test_without_production_data_no_reliance_is_made_up(engine: Engine) -> None:
    made = production_table(engine, [("811000", "CHN", 1.0)])
    for row in answer(engine, reliance(cell_table(engine, TRADE), made)):
        assert row["reliance_reason"] == "no_production_data"
        assert row["domestic_reason"] == "no_production_data"
        values = (
            row["net_reliance"],
            row["eu_reliance"],
            row["gross_reliance"],
            row["domestic_kg"],
        )
        assert values == (None, None, None, None)


def test_imports_of_unknown_mass_leave_reliance_unknown(engine: Engine) -> None:
    trade = [{"mass_kg": None, "value_usd": 3}]
    found = answer(engine, reliance(cell_table(engine, trade), production_table(engine, MADE)))
    japan = one(found, country="JPN")
    assert (japan["imports_kg"], japan["net_reliance"], japan["reliance_reason"]) == (
        None, None, "mass_unknown",
    )  # fmt: skip


def test_nothing_left_to_consume_is_said(engine: Engine) -> None:
    trade = [
        {"exporter": "KOR", "importer": "JPN", "mass_kg": 9},
        {"exporter": "JPN", "importer": "KOR", "mass_kg": 9},
    ]
    found = answer(engine, reliance(cell_table(engine, trade), production_table(engine, MADE)))
    japan = one(found, country="JPN")
    assert (japan["net_reliance"], japan["reliance_reason"]) == (None, "no_apparent_consumption")
    assert japan["gross_reliance"] == 1.0


def one_sided(side: str) -> list[dict[str, Any]]:
    return [{**row, "side": side, "source": "comtrade"} for row in TRADE]


def test_exports_seen_by_importers_say_nothing_of_a_country_that_does_not_report(
    engine: Engine,
) -> None:
    trade = [
        *one_sided("importer"),
        {
            "side": "importer",
            "source": "comtrade",
            "exporter": "MMR",
            "importer": "CHN",
            "mass_kg": 7,
        },
    ]
    found = answer(engine, reliance(cell_table(engine, trade), production_table(engine, MADE)))
    burma = one(found, country="MMR")
    assert (burma["imports_kg"], burma["exports_kg"]) == (None, Decimal(7))
    assert (burma["net_reliance"], burma["reliance_reason"]) == (None, "country_does_not_report")


def test_a_country_that_reports_imports_of_another_code_has_none_of_this_one(
    engine: Engine,
) -> None:
    other = {"code": "280530", "importer": "USA", "exporter": "CHN", "mass_kg": 1}
    ours = {"code": "284690", "importer": "CHN", "exporter": "USA", "mass_kg": 5}
    trade = [{**row, "side": "importer", "source": "comtrade"} for row in (other, ours)]
    found = answer(engine, reliance(cell_table(engine, trade), production_table(engine, MADE)))
    assert one(found, country="USA", code="284690")["imports_kg"] == 0


def test_imports_seen_by_exporters_say_nothing_of_exports_not_reported(engine: Engine) -> None:
    found = answer(
        engine, reliance(cell_table(engine, one_sided("exporter")), production_table(engine, MADE))
    )
    japan = one(found, country="JPN")
    assert (japan["imports_kg"], japan["exports_kg"], japan["reliance_reason"]) == (
        Decimal(30), None, "country_does_not_report",
    )  # fmt: skip


def test_exports_that_no_loaded_importer_reports_are_unknown_and_not_zero(engine: Engine) -> None:
    trade = [{**one_sided("importer")[0], "importer": "JPN", "exporter": "AUS"}]
    found = answer(engine, reliance(cell_table(engine, trade), production_table(engine, MADE)))
    japan = one(found, country="JPN")
    assert (japan["exports_kg"], japan["net_reliance"], japan["reliance_reason"]) == (
        None, None, "country_does_not_report",
    )  # fmt: skip


def test_some_months_are_not_set_against_a_year_of_production(engine: Engine) -> None:
    trade = [{**TRADE[0], "months": 3}, TRADE[1]]
    found = answer(engine, reliance(cell_table(engine, trade), production_table(engine, MADE)))
    states = one(found, country="USA")
    assert (states["imports_kg"], states["net_reliance"], states["gross_reliance"]) == (
        50,
        None,
        None,
    )
    assert states["reliance_reason"] == "part_of_year"
