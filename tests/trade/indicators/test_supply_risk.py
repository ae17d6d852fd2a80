"""Acceptance A7: the EU's study of 2023, WGI means of 2016–2020 (revision of 2023).

Import reliance is recalled from the study's annex, not read in it; the substitution index is not
published in the tables at hand, so that the implied one (published SR over the computed) is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from monazite.errors import InputError
from monazite.trade.indicators.shares import printed_share
from monazite.trade.indicators.supply_risk import (
    material_supply_risk,
    stage_supply_risk,
    supply_risk,
    weighed_concentration,
    worst_stage,
)
from monazite.trade.indicators.values import Span
from support.indicator_tables import answer, iso3, one, shared_rows, six_means

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine

# material, stage, IR, EoL-RIR, H_GS, H_EU, SR without SI, published SR of 2023, implied SI
A7 = [
    ("Gallium", "P", 0.98, 0, 5.03, 2.77, 3.88, 3.9, 1.01),
    ("Natural Graphite", "E", 0.99, 0.03, 2.63, 1.17, 1.84, 1.8, 0.98),
    ("Tungsten", "P", 0.80, 0.42, 4.20, 0.81, 1.26, 1.2, 0.95),
    ("Silicon metal", "P", 0.64, 0, 3.32, 0.42, 1.34, 1.3, 0.97),
    ("Strontium", "E", 0, 0, 1.54, 2.65, 2.65, 2.6, 0.98),
    ("Bismuth", "P", 0.71, 0, 2.82, 1.65, 2.06, 1.9, 0.92),
    ("Magnesium", "P", 1, 0.13, 4.70, 5.38, 4.38, 4.1, 0.94),
    ("Hafnium", "P", 0, 0, 1.09, 1.47, 1.47, 1.5, 1.02),
    ("Fluorspar", "E", 0.60, 0.01, 2.06, 0.90, 1.23, 1.1, 0.89),
    ("Lithium", "P", 1, 0, 2.20, 2.06, 2.13, 1.9, 0.89),
    ("Antimony", "E", 1, 0.28, 2.40, 2.88, 1.90, 1.8, 0.95),
    ("Titanium metal", "P", 1, 0.01, 1.53, 1.62, 1.56, 1.6, 1.03),
]
NOT_REPRODUCED = {
    # import reliance and recycling rate with which they were tried, and what is published
    "Scandium": ("P", 1, 0, 2.4),
    "Vanadium": ("P", 1, 0.06, 2.3),
    "Germanium": ("P", 0.31, 0.02, 1.8),
}


def shares() -> list[dict[str, Any]]:
    rows = []
    for scope, file in (("global", "global_supply_shares_2023"), ("eu", "eu_supply_shares_2023")):
        for row in shared_rows(f"eu_crm/{file}.csv"):
            span = printed_share(row["Share"])
            rows.append({
                "material": row["Material"], "stage": row["Stage"], "scope": scope,
                "iso3": iso3(row["Country"]), "share_low": span.low, "share_high": span.high,
                "trade_factor": float(row["t"]),
            })  # fmt: skip
    return rows


def governance(engine: Engine) -> ir.Table:
    means = six_means(2016, 2020)
    return engine.table(
        pa.table({"iso3": list(means), "wgi": [(2.5 - mean) * 2 for mean in means.values()]})
    )


def parameters(engine: Engine) -> ir.Table:
    rows = [(name, stage, float(ir), float(eol)) for name, stage, ir, eol, *_ in A7]
    rows += [
        (name, stage, float(ir), float(eol)) for name, (stage, ir, eol, _) in NOT_REPRODUCED.items()
    ]
    names = ("material", "stage", "import_reliance", "recycling")
    table = pa.table(dict(zip(names, zip(*rows, strict=True), strict=True)))
    return engine.table(table.append_column("substitution", pa.nulls(len(rows), pa.float64())))


@pytest.fixture(scope="module")
def risks(engine: Engine) -> list[dict[str, Any]]:
    table = engine.table(pa.Table.from_pylist(shares()))
    return answer(engine, stage_supply_risk(table, governance(engine), parameters(engine)))


@pytest.mark.shared
def test_a7_twelve_materials_of_2023_follow_from_the_shares_and_governance(
    risks: list[dict[str, Any]],
) -> None:
    found = risks
    for material, stage, _, _, world, sourcing, expected, published, implied in A7:
        row = one(found, material=material, stage=stage)
        assert row["h_global_low"] == pytest.approx(world, abs=0.006), material
        assert row["h_eu_low"] == pytest.approx(sourcing, abs=0.006), material
        assert row["supply_risk_low"] == pytest.approx(expected, abs=0.006), material
        assert published / row["supply_risk_low"] == pytest.approx(implied, abs=0.006), material
        assert row["reason"] in {"substitution_unknown", "shares_incomplete"}


@pytest.mark.shared
def test_a7_a_share_below_a_tenth_of_a_percent_moves_no_result_of_the_twelve(
    risks: list[dict[str, Any]],
) -> None:
    for material, stage, *_ in A7:
        row = one(risks, material=material, stage=stage)
        assert 0 <= row["supply_risk_high"] - row["supply_risk_low"] < 2e-4, material


@pytest.mark.shared
def test_a7_scandium_vanadium_and_germanium_do_not_reproduce(risks: list[dict[str, Any]]) -> None:
    """A substitution index above 1.05, or below 0.7, is none: these stay visible as different."""
    implied = {}
    for material, (stage, _, _, published) in NOT_REPRODUCED.items():
        row = one(risks, material=material, stage=stage)
        implied[material] = published / row["supply_risk_low"]
    assert implied["Scandium"] > 1.05
    assert implied["Vanadium"] > 1.2
    assert implied["Germanium"] < 0.5


@pytest.mark.shared
def test_a7_the_eus_sourcing_of_germanium_repeats_the_global_supply_in_the_tables() -> None:
    """Country by country to the printed percent, which no sourcing of one importer would."""
    rows = [row for row in shares() if (row["material"], row["stage"]) == ("Germanium", "P")]
    world, sourced = (
        {row["iso3"]: round(row["share_high"], 2) for row in rows if row["scope"] == scope}
        for scope in ("global", "eu")
    )
    assert len(sourced) >= 5
    assert sourced.items() <= world.items()


@pytest.mark.shared
def test_a_material_has_the_greater_risk_of_its_stages(engine: Engine) -> None:
    table = engine.table(pa.Table.from_pylist(shares()))
    both = pa.table({
        "material": ["Tungsten", "Tungsten"], "stage": ["E", "P"], "import_reliance": [0.8, 0.8],
        "recycling": [0.42, 0.42], "substitution": [0.95, 0.95],
    })  # fmt: skip
    stages = stage_supply_risk(table, governance(engine), engine.table(both))
    by_stage = {row["stage"]: row["supply_risk_low"] for row in answer(engine, stages)
                if row["material"] == "Tungsten"}  # fmt: skip
    whole = one(answer(engine, material_supply_risk(stages)), material="Tungsten")
    assert whole["supply_risk_low"] == max(by_stage.values())
    assert whole["stages"] == 2


def test_the_formula_weighs_the_worlds_supply_by_half_the_import_reliance() -> None:
    world, own = Span(4.0, 4.0), Span(1.0, 1.0)
    assert supply_risk(world, own, 0, 0) == own
    assert supply_risk(world, own, 1, 0) == Span(2.5, 2.5)
    assert supply_risk(world, own, 1, 0.5, 0.9).low == pytest.approx(2.5 * 0.5 * 0.9)


@pytest.mark.parametrize("field", ["import_reliance", "recycling", "substitution"])
def test_what_is_no_fraction_is_refused_by_name(field: str) -> None:
    values = {"import_reliance": 0.5, "recycling": 0.5, "substitution": 0.5, field: 1.2}
    with pytest.raises(InputError, match=f"^{field}: "):
        supply_risk(Span(1, 1), Span(1, 1), **values)


def test_the_worst_stage_is_taken_end_by_end() -> None:
    assert worst_stage([Span(1.0, 3.0), Span(2.0, 2.5)]) == Span(2.0, 3.0)


def test_a_country_without_estimates_spans_from_best_to_worst() -> None:
    sources = [(Span(0.5, 0.5), 4.0, 1.0), (Span(0.5, 0.5), None, 1.1)]
    found = weighed_concentration(sources)
    assert (found.low, found.high) == pytest.approx((1.0, 1.0 + 0.25 * 10 * 1.1))


def small(engine: Engine, **changes: Any) -> dict[str, Any]:
    rows = [
        {"material": "X", "stage": "P", "scope": scope, "iso3": iso, "share_low": share,
         "share_high": share, "trade_factor": 1.0}
        for scope in ("global", "eu") for iso, share in (("CHN", 0.8), ("USA", 0.2))
    ]  # fmt: skip
    one_parameter = {
        "material": "X", "stage": "P", "import_reliance": 1.0, "recycling": 0.1, "substitution": 0.9,
    } | {key: value for key, value in changes.items() if key != "without"}  # fmt: skip
    rows = [row for row in rows if row["scope"] != changes.get("without")]
    schema = pa.schema([
        ("material", pa.string()), ("stage", pa.string()), ("import_reliance", pa.float64()),
        ("recycling", pa.float64()), ("substitution", pa.float64()),
    ])  # fmt: skip
    given = engine.table(pa.Table.from_pylist([one_parameter], schema=schema))
    governed = engine.table(pa.table({"iso3": ["CHN"], "wgi": [6.0]}))
    (row,) = answer(
        engine, stage_supply_risk(engine.table(pa.Table.from_pylist(rows)), governed, given)
    )
    return row


def test_the_expression_gives_what_the_formula_gives(engine: Engine) -> None:
    row = small(engine)
    h = weighed_concentration([(Span(0.8, 0.8), 6.0, 1.0), (Span(0.2, 0.2), None, 1.0)])
    expected = supply_risk(h, h, 1.0, 0.1, 0.9)
    assert (row["supply_risk_low"], row["supply_risk_high"]) == pytest.approx(
        (expected.low, expected.high)
    )
    assert (row["reason"], row["ungoverned_share"]) == (None, 0.2)


@pytest.mark.parametrize("without", ["import_reliance", "recycling"])
def test_without_a_parameter_there_is_no_risk(engine: Engine, without: str) -> None:
    row = small(engine, **{without: None})
    assert (row["supply_risk_low"], row["reason"]) == (None, "part_unknown")


@pytest.mark.parametrize("scope", ["eu", "global"])
def test_without_one_of_the_scopes_there_is_no_risk(engine: Engine, scope: str) -> None:
    row = small(engine, without=scope)
    assert (row["supply_risk_low"], row["reason"]) == (None, "part_unknown")
    assert (row["material"], row["stage"]) == ("X", "P")
