from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
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

pytestmark = pytest.mark.slow

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


def of_gallium(
    reporter: str, direction: str, partner: str, kg: float, usd: float
) -> dict[str, Any]:
    return row(reporter, direction, partner, kg, value_usd=usd, code="811292")


def test_400_kg_of_a_dear_metal_are_an_orphan_and_a_lead(duckdb: Engine) -> None:
    flows = flow_table(duckdb, [
        of_gallium("CHN", "export", "JPN", 9_000, 4_000_000), of_gallium("USA", "import", "CHN", 400, 250_000),
    ])  # fmt: skip
    (lead,) = find_leads(duckdb, cells(flows), None, "811292").leads
    assert (lead.kind, lead.exporter, lead.importer) == ("orphan", "CHN", "USA")
    assert lead.other_explanations == ("mixed_code", "origin_not_consignment", "stocks")
    assert lead.figures["unmatched_kg"] == 400


@pytest.mark.parametrize("value_usd", [9_999, None])
def test_what_is_only_of_low_value_is_no_lead(duckdb: Engine, value_usd: float | None) -> None:
    found = find(duckdb, [
        row("KAZ", "export", "CHN", 9_000), row("DEU", "import", "KAZ", 999, value_usd=value_usd),  # an orphan
        row("FRA", "export", "DEU", 999, value_usd=value_usd), row("DEU", "import", "FRA", 10, value_usd=100),  # a gap
    ])  # fmt: skip
    assert found.leads == ()


def test_a_year_of_low_value_is_no_part_of_a_lead(duckdb: Engine) -> None:
    (lead,) = find(duckdb, [
        row("KAZ", "export", "CHN", 9_000, "2021"), row("DEU", "import", "KAZ", 50_000, "2021"),
        row("KAZ", "export", "CHN", 9_000, "2022"), row("DEU", "import", "KAZ", 100, "2022"),
    ]).leads  # fmt: skip
    assert (lead.period, lead.figures["unmatched_kg"]) == ("2021", 50_000)
    assert (lead.figures["years"], lead.figures["years_known"]) == (1, 2)


def test_masses_of_400_and_100_kg_are_a_gap_where_their_value_is_not_low(duckdb: Engine) -> None:
    (lead,) = find(duckdb, [
        row("FRA", "export", "DEU", 400, value_usd=250_000), row("DEU", "import", "FRA", 100, value_usd=62_000),
    ]).leads  # fmt: skip
    assert (lead.kind, lead.figures["unmatched_kg"]) == ("gap", 300)


def test_equal_masses_and_masses_within_a_factor_of_two_are_no_gap(duckdb: Engine) -> None:
    found = find(duckdb, [
        row("FRA", "export", "DEU", 0, value_usd=90_000), row("DEU", "import", "FRA", 0, value_usd=20_000),
        row("FRA", "export", "ITA", 9_999), row("ITA", "import", "FRA", 5_000),
    ])  # fmt: skip
    assert found.leads == ()


def test_part_of_a_year_beside_a_whole_one_is_no_gap(duckdb: Engine) -> None:
    partial = [row("FRA", "export", "DEU", 9_000, f"2022-{month:02}") for month in range(1, 8)] + [
        row("DEU", "import", "FRA", 150_000, "2022")
    ]
    assert find(duckdb, partial).leads == ()
    whole = [
        row("FRA", "export", "DEU", 63_000, "2022"),
        row("DEU", "import", "FRA", 150_000, "2022"),
    ]
    assert [lead.kind for lead in find(duckdb, whole).leads] == ["gap"]
    before = [
        row("FRA", "export", "DEU", 8_000, "2021"),
        row("DEU", "import", "FRA", 30_000, "2021"),
    ]
    (lead,) = find(duckdb, [*partial, *before]).leads
    assert (lead.kind, lead.period) == ("gap", "2021")


def test_an_orphan_of_part_of_a_year_says_so(duckdb: Engine) -> None:
    (lead,) = find(duckdb, [
        row("KAZ", "export", "CHN", 9_000, "2022"), row("DEU", "import", "KAZ", 50_000, "2022-03"),
    ]).leads  # fmt: skip
    assert lead.kind == "orphan"
    assert lead.other_explanations[0] == "time_not_covered"


def test_re_exports_alone_and_a_silent_importer(duckdb: Engine) -> None:
    rows = [row("HKG", "re-export", "USA", 39_000), row("USA", "import", "CHN", 8_000)]
    (lead,) = find(duckdb, [*rows, row("CHN", "export", "USA", 8_000)]).leads
    assert (lead.kind, lead.exporter, lead.importer) == ("ghost", "HKG", "USA")
    assert lead.other_explanations[:2] == ("re_exports", "entrepot")
    assert (lead.figures["reported_by_exporter_kg"], lead.figures["unmatched_kg"]) == (
        39_000,
        39_000,
    )
    assert lead.figures["reported_by_importer_kg"] is None
    by_value = [row("HKG", "re-export", "USA", None, value_usd=195_000), *rows[1:]]
    assert find(duckdb, [*by_value, row("CHN", "export", "USA", 8_000)]).leads == ()


def test_what_a_side_does_not_report_is_absent_and_what_it_reports_as_nothing_is_nothing(
    duckdb: Engine,
) -> None:
    rows = [row("KAZ", "export", "CHN", 9_000), row("CHN", "import", "KAZ", 9_000)]
    absent = find(duckdb, [*rows, row("DEU", "import", "KAZ", 50_000)]).rows()
    nothing = find(
        duckdb, [*rows, row("KAZ", "export", "DEU", 0), row("DEU", "import", "KAZ", 50_000)]
    ).rows()
    assert [one["figures"]["reported_by_exporter_kg"] for one in (*absent, *nothing)] == [None, 0]
    assert [one["figures"]["unmatched_kg"] for one in (*absent, *nothing)] == [50_000, 50_000]


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
    passed_on = first.document()["figures"]["passed_on_at_most_kg"]
    assert passed_on == pytest.approx(12 * 0.9 * 700_000, rel=0.1)
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


def test_the_sums_of_a_way_round_have_the_decimals_of_the_file(around: Leads) -> None:
    figures = around.rows()[0]["figures"]
    outward = sum(
        Decimal(str(one["mass_kg"])).quantize(Decimal("0.000001"))
        for one in ROUND
        if (one["reporter"], one["partner"]) == ("USA", "THA") and one["period"] >= "2025-01"
    )
    assert Decimal(str(figures["outward_kg"])) == outward
    assert figures["z_inward"] == float(f"{figures['z_inward']:.6g}")


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


def test_exits_of_half_a_tonne_count_where_their_value_is_not_low(duckdb: Engine) -> None:
    rows = [one for month in MONTHS for one in (
        row("CHN", "export", "JPN", 9_000, month), row("USA", "import", "CHN", 40, month, value_usd=20_000),
        *([row("CHN", "export", "USA", 40, month, value_usd=19_000)] if month < "2025-01" else []),
    )]  # fmt: skip
    (lead,) = [lead for lead in find(duckdb, rows, [BAN]).leads if lead.kind == "export_gap"]
    assert lead.figures["surplus_kg"] == 480


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


def test_the_document_is_plain_json_with_exact_amounts(duckdb: Engine) -> None:
    found = find(
        duckdb,
        [
            row("KAZ", "export", "CHN", 9_000, "2021"),
            row("DEU", "import", "KAZ", 12_345_678.123456, "2021"),
            row("KAZ", "export", "CHN", 9_000),
            row("KAZ", "export", "DEU", 0.1),
            row("DEU", "import", "KAZ", 50_000.3),
        ],
        [BAN],
    )
    document = found.document()
    assert document == json.loads(json.dumps(document))
    assert document["leads"] == found.rows()
    (lead,) = found.rows()
    assert list(lead) == [
        "rank", "score", "kind", "exporter", "via", "importer", "code", "period", "level", "grade", "reasons",
        "other_explanations", "figures", "sources",
    ]  # fmt: skip
    assert (lead["rank"], lead["via"], lead["grade"]) == (1, None, "consistent with")
    assert lead["figures"] == {
        "unmatched_kg": 12_395_678.323456,
        "reported_by_exporter_kg": 0.1,
        "reported_by_importer_kg": 12_395_678.423456,
        "share_of_all_reported": 0.99855,
        "years": 2,
        "years_known": 2,
    }
    assert lead["score"] == float(f"{lead['score']:.6g}")
    assert document["not_computed"][0] == {
        "method": "export_gap",
        "control": "a ban",
        "reason": "no_pairs",
    }
