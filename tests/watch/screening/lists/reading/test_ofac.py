from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.screening.entity import Identifier, Name
from monazite.watch.screening.lists.reading.gathering import Tally
from support.watch_lists import ADD, ALT, SDN, read, written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The three tables, under names that say nothing."""
    texts = {"a.csv": SDN, "b.csv": ALT, "c.csv": ADD}
    return [written(tmp_path, name, text.replace("\n", "\r\n") + "\x1a") for name, text in
            texts.items()]  # fmt: skip


def test_names_aliases_and_addresses_come_together_whatever_the_order(files: list[Path]) -> None:
    found = [read("ofac", *order) for order in permutations(files)]
    assert all(one == found[0] for one in found)
    company = found[0][0]
    assert (company.id, company.kind) == ("101", "company")
    assert company.names == (
        Name("QUILLFORD MAGNETICS LTD."),
        Name("QUILLFORD MAGNETIKS", "alias"),
        Name("THORNBY MAGNETS", "former"),
        Name("QML", "weak"),
    )
    assert company.addresses == ("12 Ferrite Road, Tehran, Iran",)
    assert company.programmes == ("NPWMD", "IFSR")
    assert company.identifiers == (Identifier("tax", "99-887766", "IR"),)
    assert company.note == "Linked To: THORNBY HOLDING"


def test_remarks_give_dates_nationality_and_numbers(files: list[Path]) -> None:
    person = read("ofac", *files)[1]
    assert person.kind == "person"
    assert person.dates == ("1964-07-13", "1965")
    assert person.countries == ("NL",)
    assert person.identifiers == (Identifier("passport", "NX0001234", "NL"),)
    assert person.note == "Director; POB Utrecht; Gender Male; Secondary sanctions risk: none"


def test_vessels_and_aircraft_are_told(files: list[Path]) -> None:
    vessel, aircraft = read("ofac", *files)[2:]
    assert (vessel.kind, aircraft.kind) == ("vessel", "aircraft")
    assert vessel.countries == ("PA",)
    assert {(one.kind, one.value) for one in vessel.identifiers} == {
        ("imo", "IMO 9074729"), ("mmsi", "352000001"), ("call-sign", "T2XY"),
    }  # fmt: skip


def test_rows_of_side_tables_without_an_entry_are_counted(files: list[Path]) -> None:
    tally = Tally()
    read("ofac", *files, tally=tally)
    assert tally.left_out == {"orphan": 1}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SDN[: SDN.index("Secondary")], "unexpected end of data"),
        (SDN[: SDN.index('"Panama"')], "row 3 has 10 cells"),
        (SDN.replace('"vessel",', '"vessel","extra",'), "row 3 has 13 cells"),
        (SDN.replace('"OSTERVELD, Jan Pieter","individual"', '"individual","OSTERVELD"'), "row 2"),
        ("ent_num,SDN_Name,SDN_Type,a,b,c,d,e,f,g,h,i\n" + SDN, "row 1 has 12 cells: ent_num"),
        ("\x1a", "has no rows"),
    ],
    ids=["in a quote", "in a row", "a column more", "columns swapped", "a head", "nothing"],
)
def test_what_is_no_whole_table_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read("ofac", written(tmp_path, "sdn.csv", text))
    assert caught.value.field == "list"


def test_side_tables_alone_are_no_list(files: list[Path]) -> None:
    with pytest.raises(InputError, match="these files are add and alt"):
        read("ofac", *files[1:])


def test_comments_go_on_where_remarks_end(files: list[Path], tmp_path: Path) -> None:
    more = written(tmp_path, "comments.csv", '103," Former name GREY GOOSE; nationality Cuba."\n')
    vessel = read("ofac", *files, more)[2]
    assert "CU" in vessel.countries
    with pytest.raises(InputError, match="row 1 has 3 cells"):
        read("ofac", written(tmp_path, "other.csv", "1,2,3\n"))


def test_a_date_of_birth_that_is_not_understood_stays_in_the_note(tmp_path: Path) -> None:
    text = SDN.replace("DOB 13 Jul 1964", "DOB in the 1940s")
    person = read("ofac", written(tmp_path, "s.csv", text))[1]
    assert person.dates == ("1965",)
    assert "DOB in the 1940s" in person.note


def test_which_of_the_files_were_read_is_told(files: list[Path]) -> None:
    tally = Tally()
    read("ofac", files[2], files[0], tally=tally)
    assert tally.tables == ("SDN.CSV", "ADD.CSV")
