from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import pyarrow.parquet as pq
import pytest

from monazite.catalogue import texts
from monazite.cli.main import run
from monazite.cli.trade_origins import show as show_origins
from monazite.cli.trade_supply import Asked
from monazite.cli.trade_supply_chart import chart
from monazite.cli.trade_words import place
from monazite.trade.opening import open_store
from monazite.trade.origin import PRODUCED, UNEXPLAINED, UNPLACED, UNTRACED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.trade.flows.answer import Answer

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]

PACKAGED = ("supply", "284690", "--to", "DE")


def test_the_packaged_extract_answers_where_no_store_is_named(document: Document) -> None:
    found = document(*PACKAGED, "--years", "2022")
    assert found["store"] == "packaged"
    assert found["sources"] == [
        {"source": "baci", "attribution": "CEPII, BACI (Etalab Open Licence 2.0)"}
    ]
    assert {row["importer"] for row in found["rows"]} == {"DEU"}
    assert {row["year"] for row in found["rows"]} == {2022}
    first = found["rows"][0]
    assert (first["exporter"], first["rank"], first["months"]) == ("CHN", 1, 12)
    assert found["notes"][0]["code"] == "one_reading"


def test_the_store_of_the_environment_is_taken(
    document: Document, sides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONAZITE_STORE", str(sides))
    found = document("supply", "284690", "--to", "JP", "--years", "2024")
    assert found["store"] == str(sides)
    assert {(row["side"], row["exporter"]) for row in found["rows"]} == {
        ("exporter", "CHN"), ("exporter", "USA"), ("importer", "CHN"),
    }  # fmt: skip


def test_json_keeps_every_digit_of_a_mass(sides: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["trade", "supply", "284690", "--to", "JP", "--store", str(sides), "--json"])
    exact = json.loads(capsys.readouterr().out, parse_float=Decimal)
    assert {row["mass_kg"] for row in exact["rows"]} >= {Decimal("9500.125")}


def test_suppliers_stand_in_one_table_for_each_reading_newest_year_first(
    told: Told, sides: Path
) -> None:
    text = told("supply", "284690", "--to", "Japan", "--store", sides)
    assert "Who supplies Japan: 284690 (compounds of rare-earth metals" in text
    exporters, importers = text.split("as the importer reports it")
    assert "as the exporter reports it · 2025" in exporters
    # China's own figures end in 2024, so that its trend ends in nothing recorded.
    assert "United States" in exporters
    assert "9.50  100.0 %  ████████" in importers
    assert "Each reading stands alone; they are never added." in text
    assert "Source: UN Comtrade" in text


def test_the_packaged_table_shows_fifteen_and_says_how_many_more(told: Told) -> None:
    text = told(*PACKAGED, "--years", "2024")
    lines = text.splitlines()
    assert sum("%" in line for line in lines) == 15
    assert "… 17 more; --csv FILE for all" in lines


def test_customers_of_an_exporter(told: Told, document: Document, sides: Path) -> None:
    words = ("supply", "284690", "--from", "CN", "--years", "2024", "--store", sides)
    text = told(*words)
    assert "Whom China supplies" in text
    assert [line.split()[0] for line in text.splitlines() if "%" in line][:3] == [
        "Japan", "Germany", "South",
    ]  # fmt: skip
    shares = [row["share_of_mass"] for row in document(*words)["rows"] if row["side"] == "exporter"]
    assert sum(shares) == pytest.approx(1)


def test_one_flow_is_told_year_by_year(told: Told, sides: Path) -> None:
    text = told("supply", "284690", "--from", "CN", "--to", "DE", "--store", sides)
    assert "China to Germany" in text
    years = [line.split()[0] for line in text.splitlines() if line[:4].isdecimal()]
    assert years == ["2025", "2024", "2023", "2022"] * 2


def test_everybody_without_a_country(told: Told, sides: Path) -> None:
    text = told("supply", "284690", "--years", "2024", "--store", sides)
    assert "Who supplies whom" in text
    assert "Exporter" in text
    assert "Importer" in text


def test_codes_stand_apart_or_are_added_where_that_is_asked(told: Told, document: Document) -> None:
    words = ("supply", "284610,284690", "--to", "JP", "--years", "2022")
    apart = told(*words)
    assert "284610 · BACI" in apart
    assert "284690 · BACI" in apart
    added = document(*words, "--add-codes")["rows"]
    assert {row["code"] for row in added} == {"284610+284690"}
    assert "284610+284690" in told(*words, "--add-codes")


def test_a_flow_without_a_mass_is_a_dash_and_not_nothing(told: Told, sides: Path) -> None:
    text = told("supply", "850511", "--store", sides)
    (line,) = [line for line in text.splitlines() if line.startswith("China")]
    assert line.split() == ["China", "Japan", "–", "–", "1.00", "–"]
    assert "The mass of 1 of 1 rows is not known" in text


def test_a_code_that_the_store_does_not_hold(told: Told, document: Document, sides: Path) -> None:
    assert document("supply", "811292", "--store", sides)["notes"][0]["code"] == "code_absent"
    assert "monazite trade codes 811292" in told("supply", "811292", "--store", sides)


def test_rows_as_csv_on_stdout_and_nothing_else(told: Told, sides: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(told("supply", "284690", "--store", sides, "--csv", "-")))
    )
    assert {row["mass_kg"] for row in rows} >= {"9500.125000"}
    assert len(rows) > 10


def test_rows_as_files(told: Told, document: Document, sides: Path, tmp_path: Path) -> None:
    table, exact = tmp_path / "a.csv", tmp_path / "a.parquet"
    text = told("supply", "284690", "--store", sides, "--csv", table, "--parquet", exact)
    assert "a.csv" in text
    assert "a.parquet" in text
    rows = pq.read_table(exact).to_pylist()
    assert Decimal("9500.125") in {row["mass_kg"] for row in rows}
    assert len(table.read_text("utf-8").splitlines()) == len(rows) + 1
    found = document("supply", "284690", "--store", sides, "--csv", table)
    assert found["files"] == [str(table)]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("suffix", [".svg", ".html"])
def test_a_chart_of_suppliers(told: Told, tmp_path: Path, suffix: str, lang: str) -> None:
    path = tmp_path / f"a{suffix}"
    told(*PACKAGED, "--chart", path, "--lang", lang)
    text = path.read_text("utf-8")
    assert {"en": "Who supplies Germany", "zh": "德国的供应方"}[lang] in text
    assert {"en": "others", "zh": "其他"}[lang] in text
    assert {"en": "Austria", "zh": "奥地利"}[lang] in text


@pytest.mark.parametrize(
    "words", [("--from", "CN"), ("--from", "CN", "--to", "DE"), (), ("--to", "DE", "--add-codes")]
)
def test_a_chart_of_every_question(told: Told, tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "a.svg"
    told("supply", "284690", "284610", *words, "--years", "2023:2024", "--chart", path)
    assert path.read_text("utf-8").startswith("<svg")


def test_the_chart_of_the_world_names_the_largest_exporters_and_their_shares_of_all() -> None:
    answer = open_store().supply("2846", years=2024)
    drawn: Any = chart(Asked(("2846",), None, None), answer, "en").to_dict()
    (_, scale) = (one["layer"][0]["encoding"]["color"]["scale"] for one in drawn["vconcat"])
    assert {"Myanmar", "Türkiye", "Malaysia", "Laos"} < set(scale["domain"])
    rows = [row for row in answer.rows() if row["code"] == "284690" and row["mass_kg"]]
    sent = sum(row["mass_kg"] for row in rows if row["exporter"] == "MMR")
    bar = next(
        row for rows in drawn["datasets"].values() for row in rows if row["group"] == "Myanmar"
    )
    share = float(sent / sum(row["mass_kg"] for row in rows))
    assert bar["high"] - bar["low"] == pytest.approx(share)
    assert "Share of all known trade of the world" in str(drawn)


def test_table_json_and_csv_stand_in_one_order(told: Told, document: Document) -> None:
    words = (*PACKAGED, "--years", "2024")
    ranked = [row["exporter"] for row in document(*words)["rows"]]
    rows = list(csv.DictReader(io.StringIO(told(*words, "--csv", "-"))))
    assert [row["exporter"] for row in rows] == ranked
    lines = [line for line in told(*words).splitlines() if "%" in line]
    assert [line.split("  ")[0] for line in lines] == [place(one, "en") for one in ranked[:15]]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        (("--to", "DE"), "of the imports of Germany"),
        (("--from", "CN"), "of the exports of China"),
        ((), "of each importer’s imports"),
    ],
)
def test_the_legend_says_of_whose_trade_the_shares_are(
    told: Told, words: tuple[str, ...], whole: str
) -> None:
    text = " ".join(told("supply", "284690", *words, "--years", "2023:2024").split())
    assert whole in text
    assert "0 nothing recorded" in text


@pytest.mark.parametrize("dialect", ["duckdb", "clickhouse", "trino", "postgres"])
def test_the_query_in_the_sql_of_an_engine(told: Told, dialect: str) -> None:
    text = told(*PACKAGED, "--sql", dialect)
    assert text.lstrip().startswith(("SELECT", "WITH"))


def test_in_chinese_every_word_is_chinese(told: Told, sides: Path) -> None:
    text = told("supply", "284690", "--to", "日本", "--store", sides, "--lang", "zh")
    for word in ("日本的供应方", "出口方", "重量（吨）", "占比", "出口方申报", "各口径分别列示"):
        assert word in text
    assert "Mass" not in text


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("supply", "28469"), "code"),
        (("supply", "284690", "--to", "Atlantis"), "to"),
        (("supply", "284690", "--from", "Atlantis"), "from"),
        (("supply", "284690", "--years", "2024:2015"), "years"),
        (("supply", "284690", "--years", "next"), "years"),
        (("supply", "284690", "--store", "/no/such/store"), "store"),
        (("supply", "284690", "--store", ""), "store"),
        (("load", "a.csv", "--store", " "), "store"),
        (("supply", "284690", "--engine", "excel"), "engine"),
        (("supply", "284690", "--as-of", "1999"), "as_of"),
        (("supply", "284690", "--csv", "-"), "csv"),
        (("supply", "284690", "--sql", "duckdb"), "sql"),
        (("supply", "284690", "--csv", "/no/such/folder/a.csv"), "csv"),
        (("supply", "284690", "--parquet", "/no/such/folder/a.parquet"), "parquet"),
        (("supply", "284690", "--chart", "a.gif"), "chart"),
    ],
)
def test_bad_input_names_its_field(
    refused: Callable[..., dict[str, str]], words: tuple[str, ...], field: str
) -> None:
    found = refused(*words)
    assert found["field"] == field
    assert found["accepted"]


def test_an_unknown_dialect_is_named_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        run(["trade", *PACKAGED, "--sql", "access"])
    assert "clickhouse" in capsys.readouterr().err


def test_the_title_says_what_was_asked() -> None:
    assert "Japan" in Asked(("284690",), "JPN", None).title("en")
    # Places that only statistics know have names too; others stand as they are.
    assert "Q0Q" in Asked(("284690",), "Q0Q", None).title("zh")


def test_the_rows_behind_a_figure_name_their_file_and_line(
    told: Told, document: Document, sides: Path
) -> None:
    words = ("rows", "284690", "--from", "CN", "--to", "DE", "--years", "2024", "--store", sides)
    exporter, importer = document(*words)["rows"]
    assert (exporter["side"], importer["side"]) == ("exporter", "importer")
    assert (exporter["vintage"], exporter["mass_kg"]) == ("2025-11-20", 6024.5)
    text = told(*words)
    assert "Rows: 2" in text
    assert f"row {exporter['row']}" in " ".join(text.split())
    assert told("rows", "284690", "--store", sides).count("2025 ") == 5
    assert "The store holds nothing under 811292" in told("rows", "811292", "--store", sides)
    assert "数据行：2" in told(*words, "--lang", "zh")


def test_first_origins_behind_entrepots(told: Told, document: Document) -> None:
    words = ("origins", "284690", "--to", "DE", "--years", "2023")
    found = document(*words)
    assert "NLD" in found["through"]
    assert found["sources"][0]["source"] == "baci"
    assert sum(row["share"] for row in found["rows"]) == pytest.approx(1)
    bases = {row["origin"]: row["basis"] for row in found["rows"]}
    assert (bases["CHN"], bases["NLD"]) == ("untraced", "unexplained")
    text = told(*words)
    assert "Where the imports of Germany first came from" in text
    assert "left an entrepôt beyond its imports" in text
    assert "追溯至此" in told(*words, "--lang", "zh")


def test_first_origins_of_everybody_and_of_nobody(told: Told, sides: Path) -> None:
    text = told("origins", "284690", "850511", "--store", sides)
    assert "284690 · Comtrade" in text
    assert "Where imports first came from" in text
    assert "The store holds nothing under 811292" in told("origins", "811292", "--store", sides)


def test_goods_that_only_circle_have_no_origin(capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "source": "baci", "nomenclature": "HS92", "side": "reconciled", "year": 2023,
        "code": "284690", "importer": "DEU", "origin": None, "basis": "unplaced", "share": 1.0,
    }  # fmt: skip

    class Circling:
        notes = ()

        def rows(self) -> list[dict[str, Any]]:
            return [row]

    show_origins(Asked(("284690",), "DEU", None), cast("Answer", Circling()), "en")
    assert "no country" in capsys.readouterr().out


def test_every_basis_of_an_origin_has_its_words() -> None:
    bases = (PRODUCED, UNEXPLAINED, UNTRACED, UNPLACED)
    assert {f"flows.basis.{basis}" for basis in bases} <= texts.keys()


def test_rows_of_a_country_that_is_none(refused: Callable[..., dict[str, str]]) -> None:
    assert refused("rows", "284690", "--to", "Atlantis")["field"] == "to"
