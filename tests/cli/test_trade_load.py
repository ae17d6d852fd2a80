from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.cli.trade_pull import spans
from monazite.cli.trade_store import years
from monazite.errors import InputError
from support.publishers.comtrade import as_csv, as_json, record
from support.publishers.server import Answer, Route, publisher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]


def load_words(path: Path, store: Path, *more: str) -> tuple[str, ...]:
    return ("load", str(path), "--store", str(store), "--vintage", "2025-11-20", *more)


def test_a_load_says_what_became_of_every_row(
    told: Told, comtrade_csv: Path, tmp_path: Path
) -> None:
    text = told(*load_words(comtrade_csv, tmp_path / "s"))
    assert "UN Comtrade, release 2025-11-20: HS22, 2022–2025, 1 file" in text
    assert "27 rows are in the store now." in text
    assert "2 rows were rejected:" in text
    assert "1  the mass is below zero" in text
    assert "1  the country is not known" in text
    assert "1 row is no flow of its own and was set aside:" in text
    side = text.split("Which, where and why: ")[1].strip()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "s").joinpath(side).read_text("utf-8"))))
    assert {row["reason"] for row in rows} == {"negative_mass", "unknown_country", "world_total"}


def test_the_same_file_again_changes_nothing(
    told: Told, document: Document, comtrade_csv: Path, tmp_path: Path
) -> None:
    words = load_words(comtrade_csv, tmp_path)
    first = document(*words)
    assert (first["accepted"], first["rejected"], first["set_aside"]) == (27, 2, 1)
    again = document(*words)
    assert (again["loads"], again["unchanged"]) == ([], [comtrade_csv.name])
    lines = told(*words).splitlines()
    assert lines[0] == "Already there: nothing changed."
    # What became of the other rows then is told again.
    assert "2 rows were rejected:" in lines


def test_beside_an_old_file_a_new_one_is_loaded_and_strange_ones_are_named(
    told: Told, comtrade_csv: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / comtrade_csv.name).write_bytes(comtrade_csv.read_bytes())
    told(*load_words(folder, tmp_path / "s"))
    other = as_csv([record(cmdCode="280530", netWgt=5, primaryValue=7, fobvalue=7)])
    (folder / "TradeData_12.csv").write_bytes(other)
    (folder / "letter.csv").write_text("Dear reader\nno table\n", "utf-8")
    text = told(*load_words(folder, tmp_path / "s"))
    assert "1 row is in the store now." in text
    assert "1 file was there before." in text
    assert "Passed over: letter.csv" in text


def test_a_newer_release_supersedes_and_the_old_one_stays_queryable(
    told: Told, document: Document, tmp_path: Path
) -> None:
    store = tmp_path / "s"
    for vintage, kg in (("2025-01-01", 10), ("2025-02-01", 20)):
        path = tmp_path / f"TradeData_{kg}.csv"
        path.write_bytes(as_csv([record(netWgt=kg, primaryValue=kg, fobvalue=kg)]))
        told("load", path, "--store", store, "--vintage", vintage)
    loads = {one["vintage"]: one["status"] for one in document("store", "--store", store)["loads"]}
    assert loads == {"2025-01-01": "superseded", "2025-02-01": "current"}
    text = told("store", "--store", store)
    assert "superseded" in text
    asked = ("supply", "284690", "--store", store)
    assert [row["mass_kg"] for row in document(*asked)["rows"]] == [20]
    old = document(*asked, "--as-of", "2025-01-01")
    assert [row["mass_kg"] for row in old["rows"]] == [10]


def test_a_release_that_covers_less_supersedes_a_part(
    told: Told, document: Document, tmp_path: Path
) -> None:
    store = tmp_path / "s"
    files = (("2025-01-01", ("284690", "280530")), ("2025-02-01", ("284690",)))
    for vintage, codes in files:
        path = tmp_path / f"TradeData_{len(codes)}.csv"
        path.write_bytes(
            as_csv([record(cmdCode=c, netWgt=1, primaryValue=1, fobvalue=1) for c in codes])
        )
        told("load", path, "--store", store, "--vintage", vintage)
    loads = {one["vintage"]: one["status"] for one in document("store", "--store", store)["loads"]}
    assert loads == {"2025-01-01": "partly", "2025-02-01": "current"}
    assert "部分已被替代" in told("store", "--store", store, "--lang", "zh")


def test_a_load_says_how_many_older_flows_it_replaces_and_which_of_its_own_lack_a_mass(
    told: Told, tmp_path: Path
) -> None:
    path = tmp_path / "TradeData_1.csv"
    path.write_bytes(as_csv([record(cmdCode="284690", netWgt=1, primaryValue=1, fobvalue=1)]))
    told("load", path, "--store", tmp_path / "s", "--vintage", "2025-01-01")
    path = tmp_path / "TradeData_2.csv"
    odd = record(cmdCode="284690", netWgt=None, primaryValue=2, fobvalue=2)
    total = record(cmdCode="2846", netWgt=1, primaryValue=2, fobvalue=2)
    path.write_bytes(as_csv([odd, total]))
    lines = told("load", path, "--store", tmp_path / "s", "--vintage", "2025-02-01").splitlines()
    assert "1 flow of an older load is replaced by them." in lines
    accepted = lines.index("1 row is in the store now.")
    assert lines[accepted + 1] == "  1  of them have no mass"
    assert accepted < lines.index("1 row is no flow of its own and was set aside:")


def test_the_packaged_store_is_shown_where_none_is_named(told: Told, document: Document) -> None:
    text = told("store")
    assert "the extract that Monazite carries" in text
    assert "2015–2024" in text
    (load,) = document("store")["loads"]
    assert (load["source"], load["status"], load["rejected"]) == ("baci", "current", 0)


def test_runs_of_years() -> None:
    assert years([2015, 2016, 2017, 2020, 2022, 2023]) == "2015–2017, 2020, 2022–2023"
    assert years([]) == ""


def test_progress_is_one_line_a_file_where_nobody_looks(
    comtrade_csv: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["trade", *load_words(comtrade_csv, tmp_path)])
    assert capsys.readouterr().err == f"… {comtrade_csv.name}\n"
    run(["trade", *load_words(comtrade_csv, tmp_path / "b", "--json")])
    assert capsys.readouterr().err == ""


def test_progress_is_a_bar_where_a_person_looks(
    comtrade_csv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen)
    run(["trade", *load_words(comtrade_csv, tmp_path)])
    assert comtrade_csv.name in screen.getvalue()
    assert "%" in screen.getvalue()


def test_a_word_that_the_files_leave_open_is_given(
    told: Told, document: Document, tmp_path: Path
) -> None:
    mapping = tmp_path / "mine.yaml"
    mapping.write_text(
        "kind: mine\nsource: mine\nvintage: {given: true}\nreporter: DEU\n"
        "partner: {column: to, codes: iso3}\ndirection: {given: true}\nnomenclature: HS22\n"
        "period: {column: year, formats: [YYYY]}\ncode: {column: code}\n"
        "mass_kg: {column: kg}\n",
        "utf-8",
    )
    table = tmp_path / "mine.csv"
    table.write_text("year;to;code;kg\n2023;FRA;284690;12.5\n", "utf-8")
    words = ("load", table, "--mapping", mapping, "--vintage", "1", "--store", tmp_path / "s")
    assert document(*words, "--direction", "export")["accepted"] == 1
    again = document(*words, "--given", "direction=export")
    assert (again["accepted"], again["unchanged"]) == (0, ["mine.csv"])
    rows = document("supply", "284690", "--store", tmp_path / "s")["rows"]
    assert [(row["exporter"], row["importer"], row["mass_kg"]) for row in rows] == [
        ("DEU", "FRA", 12.5)
    ]
    # A source of one's own stands by its own name.
    assert "Source: mine" in told("supply", "284690", "--store", tmp_path / "s")


def test_in_chinese(told: Told, comtrade_csv: Path, tmp_path: Path) -> None:
    text = told(*load_words(comtrade_csv, tmp_path, "--lang", "zh"))
    assert "27行已入库" in text
    assert "重量为负" in text


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("load", "/no/such/file.csv", "--store", "STORE"), "path"),
        (("load", "FILE"), "store"),
        (("load", "FILE", "--store", "STORE", "--as", "unheard-of"), "kind"),
        (("load", "FILE", "--store", "STORE", "--mapping", "/no/such.yaml"), "mapping"),
        (("load", "FILE", "--store", "STORE", "--given", "direction"), "given"),
        (("load", "FILE", "--store", "STORE", "--given", "=export"), "given"),
        (("store", "--store", "STORE"), "store"),
    ],
)
def test_bad_input_names_its_field(
    refused: Refused, comtrade_csv: Path, tmp_path: Path, words: tuple[str, ...], field: str
) -> None:
    named = {"FILE": comtrade_csv, "STORE": tmp_path / "s"}
    found = refused(*(named.get(word, word) for word in words))
    assert found["field"] == field
    assert found["accepted"]
    assert not (tmp_path / "s" / "loads").exists() or not any((tmp_path / "s" / "loads").iterdir())


def comtrade_answer() -> Answer:
    data = [record(primaryValue=5000.0, fobvalue=5000.0, netWgt=120.5), record(partnerCode=0)]
    return Answer(as_json(data), type="application/json")


def test_a_pull_is_kept_and_loaded_and_goes_on(
    told: Told, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMTRADE_API_KEY", "k")
    into, store = tmp_path / "pulled", tmp_path / "s"
    with publisher({"/data/v1/get/C/A/HS": comtrade_answer()}) as server:
        words = (
            "pull", "comtrade", "284690", "--periods", "2023", "--reporter", "CN", "--flow",
            "export", "--into", into, "--base", server.base, "--load", "--store", store,
        )  # fmt: skip
        found = document(*words)
        assert (found["asked"], found["records"], found["loaded"]["accepted"]) == (1, 2, 1)
        text = told(*words)
        assert server.asked[0].headers["Ocp-Apim-Subscription-Key"] == "k"
        assert len(server.asked) == 1
    assert "1 file in" in text
    assert "0 requests answered now, 1 from before" in text
    assert "Already there: nothing changed." in text
    assert [row["mass_kg"] for row in document("supply", "284690", "--store", store)["rows"]] == [
        120.5
    ]


def test_a_pull_of_baci(told: Told, tmp_path: Path) -> None:
    import zipfile  # noqa: PLC0415 - for this test alone

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "BACI_HS92_Y2022_V202401b.csv", 't,i,j,k,v,q\n2022,156,392,"284690",5.1,0.5\n'
        )
        archive.writestr(
            "country_codes_V202401b.csv",
            "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n392,Japan,JP,JPN\n",
        )
    routes: dict[str, Route] = {
        "/BACI_HS92_V202401b.zip": Answer(packed.getvalue(), type="application/zip")
    }
    with publisher(routes) as server:
        text = told(
            "pull", "baci", "--release", "202401b", "--into", tmp_path / "p", "--base", server.base,
            "--lang", "zh",
        )  # fmt: skip
    assert "2个文件" in text
    assert "版本202401b" in text


def test_periods_one_by_one() -> None:
    assert spans("2019:2021, 2023") == ["2019", "2020", "2021", "2023"]
    assert spans("2023-11:2024-02") == ["2023-11", "2023-12", "2024-01", "2024-02"]


@pytest.mark.parametrize("text", ["2021:2019", "2021:2022-01", "x", ""])
def test_spans_that_cannot_be(text: str) -> None:
    with pytest.raises(InputError) as caught:
        spans(text)
    assert caught.value.field == "periods"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("comtrade", "284690", "--periods", "2023", "--into", "INTO"), "COMTRADE_API_KEY"),
        (("comtrade", "2846", "--periods", "2023", "--into", "INTO", "--preview"), "codes"),
        (("comtrade", "284690", "--periods", "2023", "--into", "INTO", "--load"), "store"),
        (("baci", "--release", "newest", "--into", "INTO"), "release"),
        (("baci", "--release", "202401b", "--revision", "HS99", "--into", "INTO"), "revision"),
    ],
)
def test_a_pull_that_cannot_be_asked_for(
    refused: Refused,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    field: str,
) -> None:
    monkeypatch.delenv("COMTRADE_API_KEY", raising=False)
    found = refused("pull", *(str(tmp_path / "p") if word == "INTO" else word for word in words))
    assert found["field"] == field


def test_what_a_publisher_refuses_is_no_fault_of_the_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with publisher({}) as server, pytest.raises(SystemExit) as caught:
        run([
            "trade", "pull", "baci", "--release", "202401b", "--into", str(tmp_path), "--base",
            server.base, "--json",
        ])  # fmt: skip
    assert caught.value.code == 1
    assert (
        "CEPII has no BACI_HS92_V202401b.zip"
        in json.loads(capsys.readouterr().out)["error"]["accepted"]
    )
