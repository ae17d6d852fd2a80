from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import pytest

from cli.conftest import said
from monazite.catalogue import texts
from monazite.cli.main import run
from monazite.cli.trade_controls import given, of_law
from monazite.cli.trade_leads import Found, show
from monazite.cli.trade_mirror import KINDS
from monazite.errors import InputError
from monazite.trade.mirror.caveats import CODES
from monazite.trade.mirror.evidence import Kind as Evidence
from monazite.trade.mirror.evidence_leads import OTHERWISE
from monazite.trade.mirror.lead import Kind, Lead
from monazite.trade.mirror.leads import Leads
from monazite.trade.mirror.pair_leads import EXPLAINING, GENERAL
from support.publishers.comtrade import as_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]

pytestmark = pytest.mark.slow

CODE = ("--code", "284690")
KEYS = {
    "exporter", "importer", "year", "mass_exporter_kg", "mass_importer_kg", "value_exporter_usd",
    "value_importer_usd", "gap_kg", "kind", "caveats",
}  # fmt: skip


def pairs(document: dict[str, Any]) -> dict[tuple[str, str, int], dict[str, Any]]:
    return {(row["exporter"], row["importer"], row["year"]): row for row in document["rows"]}


def test_the_rows_of_both_sides_have_these_keys_and_no_others(
    document: Document, sides: Path
) -> None:
    found = document("mirror", *CODE, "--years", "2022:2024", "--store", sides)
    assert found["rows"]
    assert all(row.keys() == KEYS for row in found["rows"])
    assert {row["kind"] for row in found["rows"]} <= set(KINDS)
    assert {row["year"] for row in found["rows"]} == {2022, 2023, 2024}
    assert found["sources"][0]["source"] == "comtrade"


def test_every_kind_of_pair(document: Document, sides: Path) -> None:
    found = pairs(document("mirror", *CODE, "--store", sides))
    matched = found["CHN", "DEU", 2023]
    assert (matched["kind"], matched["mass_exporter_kg"]) == ("matched", 6023.5)
    assert matched["gap_kg"] == 99.75
    assert "cif_fob" in matched["caveats"]
    # China reports the code in 2025, to Germany; Japan's imports from China have no other side.
    orphan = found["CHN", "JPN", 2025]
    assert (orphan["kind"], orphan["mass_exporter_kg"], orphan["gap_kg"]) == ("orphan", None, None)
    assert found["CHN", "KOR", 2024]["kind"] == "ghost"
    # Japan reports no exports at all: what Korea sees from there proves no gap.
    silent = found["JPN", "KOR", 2023]
    assert silent["kind"] == "not_reported"
    assert "silent_side_does_not_report" in silent["caveats"]


def test_the_screen_counts_kinds_and_numbers_the_caveats(told: Told, sides: Path) -> None:
    text = told("mirror", *CODE, "--store", sides)
    assert "What both sides say: 284690" in text
    assert "The largest differences" in text
    assert "orphan" in text
    assert "1 several materials share the code" in text
    assert "Source: UN Comtrade" in text
    assert "more; --csv FILE for all" in text


def test_in_chinese(told: Told, sides: Path) -> None:
    text = told("mirror", *CODE, "--store", sides, "--lang", "zh")
    assert "仅进口方有" in text
    assert "该编码包含多种物料" in text


def test_a_store_of_one_side_says_that_it_has_no_two(told: Told, document: Document) -> None:
    found = document("mirror", *CODE, "--years", "2022")
    assert (found["rows"], found["notes"][0]["code"]) == ([], "only_reconciled")
    assert "Load what exporters and importers report themselves" in told("mirror", *CODE)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_chart_of_both_sides(told: Told, sides: Path, tmp_path: Path, lang: str) -> None:
    path = tmp_path / "a.svg"
    told("mirror", *CODE, "--store", sides, "--chart", path, "--lang", lang)
    text = path.read_text("utf-8")
    assert {"en": "China → Japan, t", "zh": "中国 → 日本（吨）"}[lang] in text
    assert {"en": "orphan: only the importer reports it", "zh": "仅进口方有申报"}[lang] in text


def test_both_sides_as_sql_and_csv(told: Told, sides: Path) -> None:
    assert "SELECT" in told("mirror", *CODE, "--store", sides, "--sql", "trino")
    header = told("mirror", *CODE, "--store", sides, "--csv", "-").splitlines()[0]
    assert '"caveats"' in header


def test_months_stand_beside_each_other(told: Told, document: Document, tmp_path: Path) -> None:
    path, store = tmp_path / "TradeData_3.csv", tmp_path / "s"
    months = [
        {**row, "freqCode": "M", "refMonth": month, "period": f"2024{month:02d}",
         "refPeriodId": 20240001 + month * 100}
        for month in (1, 2)
        for row in (said("CHN", "X", "DEU", 2024, "284690", 4000.5, 9),
                    said("DEU", "M", "CHN", 2024, "284690", 4100.5, 9))
    ]  # fmt: skip
    path.write_bytes(as_csv(months))
    told("load", path, "--store", store, "--vintage", "2025-01-01")
    rows = document("mirror", *CODE, "--months", "--store", store)["rows"]
    assert [(row["period"], row["gap_kg"]) for row in rows] == [("2024-01", 100), ("2024-02", 100)]
    text = told("mirror", *CODE, "--months", "--store", store)
    assert "Period" in text
    assert "2024-02" in text


def test_one_figure_of_both_sides(told: Told, document: Document, sides: Path) -> None:
    words = ("mirror", *CODE, "--reconciled", "--store", sides)
    found = document(*words)
    of_2023 = {(row["exporter"], row["importer"]): row for row in found["rows"]
               if row["year"] == 2023}  # fmt: skip
    assert 6023.5 < of_2023["CHN", "DEU"]["mass_kg"] < 6123.25
    assert found["sources"][0]["source"] == "comtrade"
    text = told(*words)
    assert "One figure of both sides: 284690" in text
    assert "+1.7 %" in text
    assert "too few pairs to estimate freight" in text
    assert "Source: UN Comtrade" in text
    assert "双方数字合成一数" in told(*words, "--lang", "zh")
    nothing = told("mirror", "--code", "811292", "--reconciled", "--store", sides)
    assert "The store holds nothing under 811292" in nothing


def test_every_reason_about_freight_has_its_words() -> None:
    reasons = ("distance_unknown", "not_seen", "unit_value_unknown", "too_few_pairs")
    assert {f"flows.reason.{one}" for one in reasons} <= texts.keys()


def test_a_lead_on_values_alone_tells_its_dollars(capsys: pytest.CaptureFixture[str]) -> None:
    lead = Lead(
        kind="orphan", score=0.5, exporter="CHN", via=None, importer="JPN", code="850511",
        period="2023", level="country_code_year", reasons=(), other_explanations=(),
        figures={"unmatched_usd": 12_345.0}, sources=("comtrade",),
    )  # fmt: skip
    show(Found(Leads("850511", (replace(lead, rank=1),), ()), ()), "en")
    assert "only the importer reports it · 2023 · USD 12,345" in capsys.readouterr().out


def test_the_heads_are_whole_in_chinese(told: Told, sides: Path) -> None:
    assert "…" not in told("mirror", *CODE, "--store", sides, "--lang", "zh").split("……")[0]


def test_every_caveat_and_kind_has_its_words() -> None:
    wanted = {f"flows.caveat.{code}" for code in CODES}
    wanted |= {f"flows.kind{form}.{kind}" for kind in KINDS for form in ("", "_long")}
    assert wanted <= texts.keys()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("flows.lead", get_args(Kind)),
        ("flows.reasons", [word for word in get_args(Evidence) if word != "capacity_growth"]),
        ("flows.caveat", EXPLAINING),
        ("flows.other_explanations", [word for its in GENERAL.values() for word in its]),
        ("flows.other_explanations", [word for word in OTHERWISE if word not in EXPLAINING]),
        ("flows.not_computed", [
            "no_pairs", "no_control", "no_months", "control_without_target", "too_few_before",
            "too_few_after", "direct_flow_unknown", "nothing_lost",
        ]),
    ],
)  # fmt: skip
def test_every_word_of_a_lead_can_be_said(keys: str, words: Any) -> None:
    assert {f"{keys}.{word}" for word in words} <= texts.keys()


def test_leads_are_ranked_with_reasons_and_doubts(document: Document, sides: Path) -> None:
    found = document("leads", *CODE, "--store", sides)
    rows = found["rows"]
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows == sorted(rows, key=lambda row: -row["score"])
    assert {row["kind"] for row in rows} >= {"orphan", "ghost"}
    assert all(row["reasons"] and row["other_explanations"] for row in rows)
    assert all(row["level"] and row["grade"] == "consistent with" for row in rows)
    # The law lists the code: its dates come along, and what could not be looked at is said.
    assert found["controls"] == [
        {"name": "CN-2025-18", "exporter": "CHN", "target": None, "date": "2025-04-04"}
    ]
    assert {one["method"] for one in found["not_computed"]} >= {"transshipment"}


def test_a_control_can_be_named_by_hand(document: Document, sides: Path) -> None:
    words = ("leads", *CODE, "--store", sides, "--control", "2024-01-01", "--by", "China")
    assert document(*words)["controls"][0]["target"] is None
    found = document(*words, "--target", "JP", "--years", "2022:2024")
    assert found["controls"] == [
        {"name": "CHN 2024-01-01", "exporter": "CHN", "target": "JPN", "date": "2024-01-01"}
    ]


def test_leads_on_the_screen(told: Told, sides: Path) -> None:
    text = told("leads", *CODE, "--store", sides)
    assert "Control looked at: CN-2025-18, China to all destinations, from 2025-04-04" in text
    assert "China → Japan" in text
    assert "because: " in text
    assert "may also be: " in text
    assert "could not be looked at: " in text
    assert "proves none" in text
    chinese = told("leads", *CODE, "--store", sides, "--lang", "zh")
    assert "理由：" in chinese
    assert "不构成证明" in chinese


def test_no_leads_is_an_answer(told: Told, document: Document) -> None:
    assert document("leads", *CODE, "--years", "2022")["rows"] == []
    assert "No pattern is strong enough" in told("leads", *CODE, "--years", "2022")


def test_leads_as_a_table_and_a_chart(told: Told, sides: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    text = told("leads", *CODE, "--store", sides, "--chart", path, "--csv", tmp_path / "a.csv")
    assert "a.svg" in text
    assert "1. China → " in path.read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text("utf-8"))))
    assert rows[0]["rank"] == "1"
    assert json.loads(rows[0]["figures"])
    assert ";" in rows[0]["other_explanations"]


def test_a_way_round_names_the_third_country_and_unknown_words_stand_as_they_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lead = Lead(
        kind="transshipment", score=0.5, exporter="CHN", via="THA", importer="USA", code="811010",
        period="2024-12-03..", level="country_code_month", reasons=("matched_excess_on_both_legs",),
        other_explanations=("a_strike_of_dockers", "entrepot"),
        figures={"matched_kg": 3_834_000.0, "lost_kg": None}, sources=("CN-2024-46-P2",),
    )  # fmt: skip
    leads = tuple(replace(lead, rank=rank) for rank in range(1, 18))
    show(Found(Leads("811010", leads, ()), ()), "en")
    text = capsys.readouterr().out
    assert "China → Thailand → United States  a way round through a third country" in text
    assert "3,834 t" in text
    assert "a_strike_of_dockers; goods pass through an entrepôt" in text
    assert "… 2 more; --csv FILE for all" in text


def test_the_law_gives_the_dates_of_controls() -> None:
    found = [(one.name, one.exporter, one.target, one.date.isoformat()) for one in of_law("811010")]
    # The list of 2024-12-01 only carried the first control on: it is no date of its own.
    assert found == [
        ("CN-2024-33", "CHN", None, "2024-09-15"), ("CN-2024-46-P2", "CHN", "USA", "2024-12-03"),
    ]  # fmt: skip
    # A measure without codes counts by its material where the form is named.
    assert ("ID-NICKEL-2020", "IDN") in {(one.name, one.exporter) for one in of_law("2604.00")}
    assert of_law("010121") == ()


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("mirror",), "code"),
        (("mirror", *CODE, "--months", "--reconciled"), "reconciled"),
        (("mirror", *CODE, "--reconciled", "--chart", "a.svg"), "chart"),
        (("mirror", *CODE, "--months", "--chart", "a.svg"), "chart"),
        (("mirror", "--code", "28469"), "code"),
        (("leads", "--code", "2846"), "code"),
        (("leads", *CODE, "--control", "someday", "--by", "CN"), "control"),
        (("leads", *CODE, "--control", "2025-04-04"), "by"),
        (("leads", *CODE, "--by", "CN"), "control"),
        (("leads", *CODE, "--target", "US"), "control"),
        (("leads", *CODE, "--control", "2025-04-04", "--by", "Atlantis"), "by"),
        (("leads", *CODE, "--control", "2025-04-04", "--by", "CN", "--target", "x!"), "target"),
    ],
)
def test_bad_input_names_its_field(refused: Refused, words: tuple[str, ...], field: str) -> None:
    found = refused(*words)
    assert found["field"] == field
    assert found["accepted"]


def test_one_figure_of_both_sides_is_no_query(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["trade", "mirror", *CODE, "--reconciled", "--sql", "duckdb"])
    assert caught.value.code == 2
    assert "robust fits" in capsys.readouterr().err


def test_a_code_that_cannot_be_one_has_no_controls() -> None:
    with pytest.raises(InputError):
        of_law("x")
    with pytest.raises(InputError):
        given("x", "2025-01-01", "CN", None)
