from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest

from monazite.catalogue.countries import countries
from monazite.catalogue.elements import SYMBOLS
from monazite.catalogue.groups import GROUPS
from monazite.trade.nomenclature import vintages_of
from monazite.trade.packaged import tables

SHARED = Path(__file__).parents[4] / "shared" / "data"
PLACES = {one.iso3 for one in countries().values()}


def quantities(commodity: str, year: int) -> dict[str, float]:
    return {
        row["iso3"]: row["quantity"]
        for row in tables.production().to_pylist()
        if (row["commodity"], row["year"]) == (commodity, year)
    }


def hhi(commodity: str, year: int) -> float:
    found = quantities(commodity, year).values()
    return sum((one / sum(found)) ** 2 for one in found)


@pytest.mark.parametrize(
    ("commodity", "year", "expected"),
    [
        ("Rare Earths (REO)", 2018, 0.4632), ("Rare Earths (REO)", 2022, 0.5218),
        ("Rare Earths (REO)", 2023, 0.4534), ("Rare Earths (REO)", 2024, 0.4862),
        ("Gallium", 2018, 0.8925), ("Gallium", 2022, 0.9679), ("Gallium", 2023, 0.9667),
        ("Gallium", 2024, 0.9739), ("Germanium", 2018, 0.8072), ("Germanium", 2022, 0.8764),
        ("Germanium", 2023, 0.8939), ("Germanium", 2024, 0.8726), ("Antimony", 2018, 0.3224),
        ("Antimony", 2022, 0.2754), ("Antimony", 2023, 0.2655), ("Antimony", 2024, 0.2129),
        ("Tungsten (W)", 2018, 0.6592), ("Tungsten (W)", 2022, 0.6006),
        ("Tungsten (W)", 2023, 0.6638), ("Tungsten (W)", 2024, 0.6146),
        ("Graphite", 2018, 0.5649), ("Graphite", 2022, 0.4667), ("Graphite", 2023, 0.5388),
        ("Graphite", 2024, 0.5861), ("Bismuth", 2024, 0.6764), ("Tellurium", 2024, 0.6242),
        ("Vanadium (V)", 2024, 0.5127), ("Indium", 2024, 0.4925), ("Magnesite", 2024, 0.4571),
        ("Cobalt", 2024, 0.5706),
    ],
)  # fmt: skip
def test_the_concentration_of_production_is_that_of_world_mining_data(
    commodity: str, year: int, expected: float
) -> None:
    assert hhi(commodity, year) == pytest.approx(expected, abs=1e-4)


def test_no_row_of_production_is_a_total() -> None:
    assert quantities("Gallium", 2024) == {
        "CHN": 974.0,
        "JPN": 3.0,
        "KOR": 3.0,
        "RUS": 7.0,
        "UKR": 0.0,
    }
    assert {row["iso3"] for row in tables.production().to_pylist()} <= PLACES


def test_a_country_and_year_of_a_commodity_stands_once() -> None:
    keys = Counter((r["commodity"], r["iso3"], r["year"]) for r in tables.production().to_pylist())
    assert max(keys.values()) == 1
    assert len({commodity for commodity, _, _ in keys}) == 65


def test_the_printed_totals_are_kept_with_what_the_countries_cover() -> None:
    totals = {(r["commodity"], r["year"]): r for r in tables.production_totals().to_pylist()}
    assert len(totals) == 65 * 7
    assert totals["Gallium", 2024]["quantity"] == 987.0
    assert totals["Gallium", 2024]["coverage"] == 1.0
    assert totals["Graphite", 2022]["coverage"] == pytest.approx(1734756 / 1727486)
    assert totals["Gold", 2023]["coverage"] < 1.0


def test_a_figure_that_repeats_another_countrys_is_left_out() -> None:
    assert "GUY" not in quantities("Gold", 2023)
    assert quantities("Gold", 2022)["GUY"] == 15129.0
    assert quantities("Gold", 2022)["GUF"] == 916.0


def test_governance_keeps_its_revisions_apart_and_its_gaps_empty() -> None:
    rows = {(row["iso3"], row["year"]): row for row in tables.governance().to_pylist()}
    assert rows["CHN", 2022]["estimate"] == pytest.approx(-0.44, abs=5e-3)
    assert (rows["CHN", 2022]["revision"], rows["CHN", 2023]["revision"]) == ("2023", "2025")
    assert ("ABW", 1996) not in rows
    assert ("S19", 2022) not in rows
    assert ("TWN", 2022) in rows
    assert {iso3 for iso3, _ in rows} <= PLACES
    assert not {1997, 1999, 2001} & {year for _, year in rows}
    assert all(-3.5 < row["estimate"] < 2.5 for row in rows.values())


def test_every_material_is_a_word_of_the_catalogue_and_a_commodity_of_the_production() -> None:
    rows = tables.materials().to_pylist()
    assert {row["material"] for row in rows} <= SYMBOLS | set(GROUPS)
    assert {row["commodity"] for row in rows} <= set(tables.production()["commodity"].to_pylist())
    assert {row["code_stage"] for row in rows} == {
        "ore",
        "compound",
        "metal",
        "alloy",
        "powder",
        "magnet",
    }
    assert {row["in_geopolrisk"] for row in rows} == {"yes", "no"}


def test_every_code_of_a_material_is_one_of_hs_1992() -> None:
    assert [
        code for code in tables.materials()["code"].to_pylist() if "HS92" not in vintages_of(code)
    ] == []


def test_codes_stay_text() -> None:
    assert tables.materials().schema.field("code").type == pa.string()


@pytest.mark.shared
def test_the_pairs_of_geopolrisk_are_the_peers() -> None:
    path = SHARED / "production_world_mining_data" / "commodity_hs_map.csv"
    if not path.exists():
        pytest.skip("the data beside the repository are missing")
    with path.open(encoding="utf-8", newline="") as file:
        peers = {
            row["Sheet_name"]: {row["HS Code"], *row["HS Code - Complementary"].split(";")} - {""}
            for row in csv.DictReader(file)
        }
    ours: dict[str, set[str]] = {}
    for row in tables.materials().to_pylist():
        if row["in_geopolrisk"] == "yes":
            ours.setdefault(row["commodity"], set()).add(row["code"])
    assert {name: peers[name] for name in ours} == ours
