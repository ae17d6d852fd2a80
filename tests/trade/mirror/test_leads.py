from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from monazite.trade.flows.cells import cells, monthly_cells
from monazite.trade.flows.engine import engine as engine_of
from monazite.trade.mirror.controls import Control
from monazite.trade.mirror.evidence import capacity_growth, same_group_buyer
from monazite.trade.mirror.leads import Leads, find_leads
from support.trade_tables import flow_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.trade.flows.engine import Engine
    from monazite.trade.mirror.evidence import Evidence

BAN = Control("a ban", ("282580", "811010"), "CHN", "USA", date(2024, 12, 3))
MONTHS = [f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13)]


@pytest.fixture(scope="module")
def duckdb() -> Engine:
    """The queries behind leads are tried on every engine; here one is enough."""
    return engine_of("duckdb")


def row(
    reporter: str, direction: str, partner: str, kg: float | None, period: str = "2022", **more: Any
) -> dict[str, Any]:
    return {
        "reporter": reporter, "direction": direction, "partner": partner, "mass_kg": kg, "value_usd": None if kg is None else 10 * kg,
        "period": period, "year": int(period[:4]), "frequency": "M" if "-" in period else "A", "code": "282580", "nomenclature": "HS22",
    } | more  # fmt: skip


def way_round(rng: np.random.Generator, third: str = "THA") -> list[dict[str, Any]]:
    """China's exports and US imports by month: the direct flow ends, a third country's rises."""
    rows = []
    for n, month in enumerate(MONTHS):
        banned = month >= "2025-01"
        passed = 700_000 * rng.uniform(0.8, 1.2) if banned else 0
        rows += [
            row("CHN", "export", "USA", None if banned else 900_000 * rng.uniform(0.9, 1.1), month),
            row("CHN", "export", third, passed + 9_000 * rng.uniform(0.5, 1.5), month),
            row("CHN", "export", "JPN", 300_000 * rng.uniform(0.9, 1.1), month),
            row("USA", "import", "CHN", None if banned else 900_000 * rng.uniform(0.9, 1.1), month),
            row("USA", "import", third, 0.9 * passed + 4_000 * rng.uniform(0.5, 1.5), month),
            row("USA", "import", "BOL", 50_000 * rng.uniform(0.9, 1.1), month),
        ]
        if n == 30:
            rows.append(row("USA", "import", "VNM", 60_000, month))
    return [one for one in rows if one["mass_kg"] is not None]


ROUND = way_round(np.random.default_rng(1))


def find(
    engine: Engine,
    rows: list[dict[str, Any]],
    controls: Sequence[Control] = (),
    evidence: Sequence[Evidence] = (),
) -> Leads:
    flows = flow_table(engine, rows)
    return find_leads(
        engine, cells(flows), monthly_cells(flows), "282580", controls=controls, evidence=evidence
    )


def test_an_orphan_of_several_years_is_one_lead(duckdb: Engine) -> None:
    rows = []
    for year in ("2020", "2021", "2022"):
        rows += [
            row("KAZ", "export", "CHN", 9_000, year),
            row("DEU", "import", "KAZ", 50_000, year),
            row("DEU", "import", "BEL", 50_000, year),
        ]
    (lead,) = find(duckdb, rows).leads
    assert (lead.kind, lead.exporter, lead.via, lead.importer, lead.period) == (
        "orphan",
        "KAZ",
        None,
        "DEU",
        "2020..2022",
    )
    assert lead.reasons == ("importer_reports_what_exporter_does_not", "in_several_years")
    assert lead.other_explanations == ("origin_not_consignment", "stocks")
    assert (lead.figures["unmatched_kg"], lead.figures["years"], lead.figures["years_known"]) == (
        150_000,
        3,
        3,
    )
    assert (lead.level, lead.grade, lead.sources) == (
        "country_code_year",
        "consistent with",
        ("comtrade",),
    )


def test_silence_of_who_reports_nothing_is_no_lead(duckdb: Engine) -> None:
    assert find(duckdb, [row("DEU", "import", "KAZ", 50_000)]).leads == ()


def test_leads_are_ranked_and_special_explanations_lower_them(duckdb: Engine) -> None:
    found = find(duckdb, [
        row("KAZ", "export", "CHN", 9_000), row("DEU", "import", "KAZ", 50_000),  # an orphan
        row("BEL", "export", "CHN", 9_000), row("DEU", "import", "BEL", 50_000),  # likewise, of an entrepôt
        row("FRA", "export", "DEU", 8_000), row("DEU", "import", "FRA", 3_000),  # masses differ
        row("FRA", "export", "KGZ", 30_000), row("KGZ", "import", "CHN", 30_000),  # a ghost
    ]).leads  # fmt: skip
    assert [(lead.rank, lead.kind, lead.exporter) for lead in found] == [
        (1, "orphan", "KAZ"), (2, "orphan", "BEL"), (3, "ghost", "FRA"), (4, "gap", "FRA"),
    ]  # fmt: skip
    assert found[1].other_explanations == ("entrepot", "origin_not_consignment", "stocks")
    assert found[1].score == pytest.approx(0.9 * found[0].score)
    assert found[3].reasons == ("masses_differ_by_a_factor",)


def test_values_speak_where_masses_are_missing(duckdb: Engine) -> None:
    (lead,) = find(duckdb, [
        row("KAZ", "export", "CHN", 9_000, value_usd=20_000), row("CHN", "import", "KAZ", 9_000, value_usd=20_000),
        row("DEU", "import", "KAZ", None, value_usd=100_000),
    ]).leads  # fmt: skip
    assert lead.figures["unmatched_usd"] == 100_000
    assert "cif_fob" in lead.other_explanations


def test_a_way_round_a_ban_is_the_first_lead(engine: Engine) -> None:
    found = find(engine, ROUND, [BAN])
    first = found.leads[0]
    assert (first.kind, first.exporter, first.via, first.importer) == (
        "transshipment",
        "CHN",
        "THA",
        "USA",
    )
    assert first.reasons == ("matched_excess_on_both_legs", "could_have_passed_on")
    assert first.level == "country_code_month"
    assert set(first.other_explanations) == {
        "aggregation_level",
        "origin_not_consignment",
        "processing",
        "new_demand",
        "stocks",
    }
    assert first.figures["share_of_lost"] == pytest.approx(0.7, abs=0.1)
    assert first.figures["passed_on_at_most_kg"] == pytest.approx(12 * 0.9 * 700_000, rel=0.1)
    assert first.sources == ("a ban", "reports_of_ends")
    assert 0.5 < first.score < 1


@pytest.fixture(scope="module")
def around(duckdb: Engine) -> Leads:
    """The leads of a way round, without evidence."""
    return find(duckdb, ROUND, [BAN])


def test_a_partner_seen_for_the_first_time_is_a_lead_of_its_own(around: Leads) -> None:
    (new,) = [lead for lead in around.leads if lead.kind == "new_partner"]
    assert (new.via, new.reasons) == ("VNM", ("first_seen",))
    assert new.score < around.leads[0].score


def test_evidence_raises_a_way_round_and_growth_at_home_lowers_it(
    duckdb: Engine, around: Leads
) -> None:
    plain = around.leads[0]
    group = find(
        duckdb, ROUND, [BAN], [same_group_buyer("THA", "282580", source="a register")]
    ).leads[0]
    assert group.score > plain.score
    assert group.reasons[-1] == "same_group_buyer"
    assert group.sources[-1] == "a register"
    growth = [capacity_growth("THA", "282580", kg_month=500_000, source="a survey")]
    grown = next(lead for lead in find(duckdb, ROUND, [BAN], growth).leads if lead.via == "THA")
    assert grown.score < plain.score
    assert grown.other_explanations[0] == "production_at_home"


def test_third_countries_speak_where_the_ends_do_not(duckdb: Engine) -> None:
    turned = {
        ("CHN", "export", "THA"): ("THA", "import", "CHN"),
        ("USA", "import", "THA"): ("THA", "export", "USA"),
    }
    rows = []
    for one in ROUND:
        key = (one["reporter"], one["direction"], one["partner"])
        if key in turned:
            rows.append(
                one | dict(zip(("reporter", "direction", "partner"), turned[key], strict=True))
            )
        elif key[0] == "USA":
            rows.append(one)
    first = next(lead for lead in find(duckdb, rows, [BAN]).leads if lead.kind == "transshipment")
    assert (first.via, first.sources) == ("THA", ("a ban", "reports_of_third"))


def test_exits_that_the_exporter_does_not_record(duckdb: Engine) -> None:
    rows = []
    for month in MONTHS:
        banned = month >= "2025-01"
        rows += [
            row("CHN", "export", "JPN", 9_000, month),
            row("USA", "import", "CHN", 8_000, month),
        ]
        rows += [] if banned else [row("CHN", "export", "USA", 8_000, month)]
    (lead,) = [lead for lead in find(duckdb, rows, [BAN]).leads if lead.kind == "export_gap"]
    assert (lead.importer, lead.figures["surplus_kg"], lead.figures["persistence"]) == (
        "USA",
        96_000,
        1,
    )
    assert lead.reasons == ("gap_rose_after_control", "gap_lasts")
    assert (lead.level, lead.period) == ("country_code_month", "2024-12-03..")


def test_a_mixed_code_says_so(duckdb: Engine) -> None:
    rows = [one | {"code": "811292"} for month in MONTHS for one in (
        row("CHN", "export", "JPN", 9_000, month), row("NLD", "import", "CHN", 8_000, month),
        *([row("CHN", "export", "NLD", 8_000, month)] if month < "2025-01" else []),
    )]  # fmt: skip
    flows = flow_table(duckdb, rows)
    licence = Control("a licence", ("811292",), "CHN", None, date(2024, 12, 3))
    found = find_leads(duckdb, cells(flows), monthly_cells(flows), "811292", controls=[licence])
    (lead,) = [lead for lead in found.leads if lead.kind == "export_gap"]
    assert lead.other_explanations[:2] == ("mixed_code", "entrepot")
    assert [(one.method, one.reason) for one in found.not_computed] == [
        ("transshipment", "control_without_target")
    ]


@pytest.mark.parametrize(
    ("rows", "controls", "expected"),
    [
        ([], [], {("pairs", "no_pairs"), ("transshipment", "no_control")}),
        ([row("KAZ", "export", "CHN", 9_000)], [], {("transshipment", "no_control")}),
        (
            [row("CHN", "export", "USA", 9_000)],
            [BAN],
            {("export_gap", "too_few_before"), ("transshipment", "no_months")},
        ),
        (
            [row("CHN", "export", "THA", 9_000, "2025-03")],
            [BAN],
            {("export_gap", "no_pairs"), ("transshipment", "too_few_before")},
        ),
        (
            [row("KAZ", "export", "THA", 9_000, "2025-03")],
            [BAN],
            {("export_gap", "no_pairs"), ("transshipment", "no_months")},
        ),
    ],
)
def test_what_could_not_be_computed_is_said(
    duckdb: Engine,
    rows: list[dict[str, Any]],
    controls: list[Control],
    expected: set[tuple[str, str]],
) -> None:
    assert {
        (one.method, one.reason) for one in find(duckdb, rows, controls).not_computed
    } == expected


def test_controls_of_other_codes_are_left_out(duckdb: Engine) -> None:
    other = Control("another", ("811292",), "CHN", "USA", date(2024, 12, 3))
    found = find(duckdb, [row("KAZ", "export", "CHN", 9_000)], [other])
    assert [(one.method, one.control, one.reason) for one in found.not_computed] == [
        ("transshipment", None, "no_control")
    ]


def test_a_store_without_months_can_be_asked(duckdb: Engine) -> None:
    flows = flow_table(
        duckdb, [row("KAZ", "export", "CHN", 9_000), row("DEU", "import", "KAZ", 50_000)]
    )
    assert [
        lead.kind for lead in find_leads(duckdb, cells(flows), None, "282580", controls=[BAN]).leads
    ] == ["orphan"]


def test_the_document_is_plain_json_with_six_digits(duckdb: Engine) -> None:
    found = find(
        duckdb,
        [row("KAZ", "export", "CHN", 9_000), row("DEU", "import", "KAZ", 50_000.123456)],
        [BAN],
    ).document()
    (lead,) = found["leads"]
    assert list(lead) == [
        "rank", "score", "kind", "exporter", "via", "importer", "code", "period", "level", "grade", "reasons",
        "other_explanations", "figures", "sources",
    ]  # fmt: skip
    assert (lead["rank"], lead["via"], lead["grade"], lead["figures"]["unmatched_kg"]) == (
        1,
        None,
        "consistent with",
        50_000.1,
    )
    assert found["not_computed"][0] == {
        "method": "export_gap",
        "control": "a ban",
        "reason": "no_pairs",
    }
