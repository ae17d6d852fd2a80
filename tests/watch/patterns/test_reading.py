from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.patterns.reading import read, records_of

if TYPE_CHECKING:
    from pathlib import Path

PARTIES = "id,name,officers,founded,plant,uses_kg\nA,海马电机,Li Wei; Mei Chen,2020-02-01,yes,Dy=400; 铽=30.5\n"
SHIPMENTS = (
    "id,day,sender,receiver,material,mass_kg,value_usd,destination,channel\n"
    "s1,2026-03-01,A,B,dysprosium,12.5,,Japan,courier\n"
    "s2,2026-04-01,A,B,Dy,,300,JP,\n"
)


def written(folder: Path, **files: str | bytes) -> Path:
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.csv").write_bytes(data)
    return folder


def test_a_folder_reads_as_records(tmp_path: Path) -> None:
    found = read(written(tmp_path, parties=PARTIES, shipments=SHIPMENTS))
    assert not found.problems
    (party,) = found.records.parties
    assert party.officers == ("Li Wei", "Mei Chen")
    assert party.founded == date(2020, 2, 1)
    assert party.plant is True
    assert party.uses_kg == {"Dy": Decimal(400), "Tb": Decimal("30.5")}
    first, second = found.records.shipments
    assert (first.material, first.destination, first.channel) == ("Dy", "JP", "express")
    assert (first.mass_kg, first.value_usd) == (Decimal("12.5"), None)
    assert (second.mass_kg, second.value_usd) == (None, Decimal(300))
    assert found.records.as_of == date(2026, 4, 1)
    assert read(tmp_path, date(2026, 6, 1)).records.as_of == date(2026, 6, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_what_people_save_it_as_does_not_matter(tmp_path: Path, encoding: str) -> None:
    text = PARTIES.replace(",", ";").replace("Li Wei; Mei Chen", '"Li Wei; Mei Chen"')
    text = text.replace("Dy=400; 铽=30.5", '"Dy=400; 铽=30.5"').replace("\n", "\r\n")
    folder = written(tmp_path, parties=text.encode(encoding), shipments=SHIPMENTS)
    (party,) = read(folder).records.parties
    assert party.name == "海马电机"
    assert party.uses_kg == {"Dy": Decimal(400), "Tb": Decimal("30.5")}


def test_western_letters_of_windows_are_read(tmp_path: Path) -> None:
    data = "id,name\nA,Müller Söhne\nB,Café José\n".encode("cp1252")
    found = read(written(tmp_path, parties=data), date(2026, 1, 1))
    assert [party.name for party in found.records.parties] == ["Müller Söhne", "Café José"]


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("mass_kg", "1,5", "with_comma"),
        ("mass_kg", "12 kg", "not_a_number"),
        ("mass_kg", "NaN", "not_a_number"),
        ("mass_kg", "1e9", "not_a_number"),
        ("mass_kg", "9" * 40, "not_a_number"),
        ("mass_kg", "-3", "negative"),
        ("day", "01.03.2026", "not_a_day"),
        ("day", "2026-02-30", "not_a_day"),
        ("day", "", "missing"),
        ("destination", "Atlantis", "not_a_country"),
        ("channel", "pigeon", "not_a_choice"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_its_row_left_out(
    column: str, text: str, code: str
) -> None:
    good = {"id": "s1", "day": "2026-03-01", "sender": "A", "receiver": "B"}
    rows = [good, {**good, "id": "s2", column: text}]
    found = records_of({"shipments": rows})
    (problem,) = found.problems
    assert (problem.file, problem.row, problem.column) == ("shipments.csv", 2, column)
    assert problem.code == code
    assert [each.id for each in found.records.shipments] == ["s1"]
    for lang in ("en", "zh"):
        assert "shipments.csv" in problem.said(lang)
        assert column in problem.said(lang)


def test_every_problem_is_told_not_the_first_alone() -> None:
    row = {"id": "s1", "day": "then", "sender": "", "receiver": "B", "mass_kg": "much"}
    found = records_of({"shipments": [row]}, date(2026, 1, 1))
    assert {each.column for each in found.problems} == {"day", "sender", "mass_kg"}


@pytest.mark.parametrize(
    ("table", "row", "column", "code"),
    [
        ("parties", {"id": "A", "name": "A", "plant": "perhaps"}, "plant", "not_yes_or_no"),
        ("parties", {"id": "A", "name": "A", "uses_kg": "400"}, "uses_kg", "not_amounts"),
        ("parties", {"id": "A", "name": "A", "uses_kg": "Dy=1;镝=2"}, "uses_kg", "twice_in_cell"),
        ("holdings", {"owner": "A", "owned": "B", "share": "50"}, "share", "not_a_share"),
    ],
)
def test_other_tables_say_so_too(table: str, row: dict[str, str], column: str, code: str) -> None:
    (problem,) = records_of({table: [row]}, date(2026, 1, 1)).problems
    assert (problem.column, problem.code) == (column, code)


@pytest.mark.parametrize(
    ("until", "wrong"), [("2026-01-01", True), ("2026-12-01", False), ("", False)]
)
def test_a_holding_that_ends_before_it_began_is_told(until: str, *, wrong: bool) -> None:
    row = {"owner": "A", "owned": "B", "share": "5%", "since": "2026-12-01", "until": until}
    found = records_of({"holdings": [row]}, date(2026, 12, 1))
    assert len(found.records.holdings) == (not wrong)
    told = [(each.row, each.column, each.value, each.code) for each in found.problems]
    assert told == [(1, "until", "2026-01-01", "ends_before")] * wrong
    for each in found.problems:
        assert "2026-12-01" in each.said("en")
        assert "2026-12-01" in each.said("zh")


def test_an_empty_share_is_unknown_and_no_problem() -> None:
    rows = [{"owner": "A", "owned": "B", "share": ""}, {"owner": "A", "owned": "C", "share": "5%"}]
    found = records_of({"holdings": rows}, date(2026, 1, 1))
    assert not found.problems
    assert [each.share for each in found.records.holdings] == [None, Decimal("0.05")]


def test_columns_that_are_missing_or_unknown_are_told(tmp_path: Path) -> None:
    text = "id,day,sender,mass\ns1,2026-03-01,A,3\n"
    found = read(written(tmp_path, shipments=text), date(2026, 4, 1))
    assert {(each.column, each.code) for each in found.problems} == {
        ("mass", "unknown_column"), ("receiver", "missing_column"),
    }  # fmt: skip
    assert not found.records.shipments
    assert "mass_kg" in next(p.accepted for p in found.problems if p.column == "mass")


def test_an_id_that_stands_twice_is_told() -> None:
    rows = [{"id": "A", "name": "A"}, {"id": "A", "name": "B"}]
    found = records_of({"parties": rows}, date(2026, 1, 1))
    assert [(each.row, each.code) for each in found.problems] == [(2, "twice")]
    assert [each.name for each in found.records.parties] == ["A"]


def test_a_file_with_another_name_is_told(tmp_path: Path) -> None:
    found = read(written(tmp_path, shipments=SHIPMENTS, licenses="id\n"))
    (problem,) = found.problems
    assert (problem.file, problem.code) == ("licenses.csv", "unknown_file")
    assert "licences.csv" in problem.said("en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "first row"),
        ('id,name\nA,"half', "cut short"),
        ("id,name\nA\n", "row 1 has 1"),
        ("id,name,ID\nA,B,C\n", "'id' is twice"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError, match="records") as caught:
        read(written(tmp_path, parties=text))
    assert words in caught.value.accepted


def test_a_folder_without_tables_and_records_without_a_day_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"shipments\.csv"):
        read(tmp_path)
    with pytest.raises(InputError, match="as_of"):
        read(written(tmp_path, parties="id,name\nA,A\n"))
