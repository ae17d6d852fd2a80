from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from monazite.errors import InputError
from monazite.watch.screening.asking.tables import Columns, asked_parties
from monazite.watch.screening.entity import Identifier
from monazite.watch.screening.party import Asked
from support.watch_lists import written

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """\
Name,中文名,Country,Born,LEI
"OSTERVELD, Jan",,Netherlands; DE,13 Jul 1964; 1965,
Alder Ores,阿尔德矿业,Atlantis,about then,5493001KJTIIGC8Y1R12
,,,,
"""
COLUMNS = Columns(("Name", "中文名"), "company", "Country", "Born", (("lei", "LEI"),))
PARTIES = (
    Asked(("OSTERVELD, Jan",), "company", ("NL", "DE"), ("1964-07-13", "1965")),
    Asked(("Alder Ores", "阿尔德矿业"), "company", (), (),
          (Identifier("lei", "5493001KJTIIGC8Y1R12"),),
          (("country", "Atlantis"), ("date", "about then"))),
    Asked(("",), "company"),
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_row_is_a_party(tmp_path: Path, encoding: str, end: str) -> None:
    path = written(tmp_path, "names.csv", TABLE.replace("\n", end), encoding)
    assert asked_parties(path, COLUMNS) == PARTIES


def test_other_delimiters_are_seen(tmp_path: Path) -> None:
    path = written(tmp_path, "names.txt", "id\tname\n1\tAlder, Ltd; Co\n2\tBirch\n")
    assert [one.names[0] for one in asked_parties(path, Columns(("name",)))] == [
        "Alder, Ltd; Co", "Birch",
    ]  # fmt: skip


def test_an_empty_name_keeps_its_row_and_an_empty_line_is_none(tmp_path: Path) -> None:
    path = written(tmp_path, "names.csv", 'name\nAlder\n""\n\nBirch\n')
    assert [one.names[0] for one in asked_parties(path, Columns(("name",)))] == [
        "Alder", "", "Birch",
    ]  # fmt: skip


def test_long_names_and_quotes_within_are_read(tmp_path: Path) -> None:
    long = "x" * 200_000
    path = written(tmp_path, "names.csv", f'name\n{long}\n"a ""b"" c"\n')
    assert [one.names[0] for one in asked_parties(path, Columns(("name",)))] == [long, 'a "b" c']


def test_a_workbook_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["nothing"])  # type: ignore[union-attr] # a new book has a sheet
    sheet = book.create_sheet("parties")
    for row in (["name", "born", "number"], ["Alder", date(1999, 2, 1), 12.0], [None, None, None],
                ["Birch", None, None], [None, None, None]):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "names.xlsx")
    columns = Columns(("name",), None, "", "born", (("tax", "number"),))
    first, empty, last = asked_parties(tmp_path / "names.xlsx", columns, "parties")
    assert first == Asked(("Alder",), None, (), ("1999-02-01",), (Identifier("tax", "12"),))
    assert (empty.names, last.names) == (("",), ("Birch",))
    with pytest.raises(InputError, match="parties") as caught:
        asked_parties(tmp_path / "names.xlsx", columns, "people")
    assert caught.value.field == "sheet"
    data = (tmp_path / "names.xlsx").read_bytes()
    (tmp_path / "half.xlsx").write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match="cut short"):
        asked_parties(tmp_path / "half.xlsx", columns)


@pytest.mark.parametrize(
    ("columns", "field"),
    [
        (Columns(("name",)), "column"),
        (Columns(("Name",), country="Land"), "country"),
        (Columns(("Name",), date="born"), "date"),
        (Columns(("Name",), identifiers=(("lei", "lei"),)), "identifier"),
    ],
)
def test_a_column_that_is_not_there_is_named(tmp_path: Path, columns: Columns, field: str) -> None:
    with pytest.raises(InputError, match="Name, 中文名, Country") as caught:
        asked_parties(written(tmp_path, "names.csv", TABLE), columns)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "first row names"),
        (b"name\nOsterveld, Jan\n", "row 1 has 2"),
        (b"id,name\n1,Alder\n2\n", "row 2 has 1"),
        (b"name\n\x00\x01", "neither"),
        (b"name,name\nAlder,Birch\n", "name stands twice"),
        (b"name\n", "at least one row"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=told) as caught:
        asked_parties(path, Columns(("name",)))
    assert caught.value.field == "names"


def test_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can be read"):
        asked_parties(tmp_path / "none.csv", Columns(("name",)))
