from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.screening.entity import Identifier, Name
from monazite.watch.screening.lists.reading.gathering import Tally
from support.watch_lists import EU, UN, read, written

if TYPE_CHECKING:
    from pathlib import Path


def test_the_eu_list_is_read(tmp_path: Path) -> None:
    tally = Tally()
    person, company = read("eu", written(tmp_path, "eu.xml", EU), tally=tally)
    assert (person.id, person.kind) == ("EU.9001.1", "person")
    assert person.names == (
        Name("Arkady VOLNOV"), Name("Аркадий ВОЛЬНОВ", "alias"), Name("Arkasha", "weak"),
    )  # fmt: skip
    assert person.countries == ("RU",)
    assert person.dates == ("1961-04-09",)
    assert person.identifiers == (Identifier("passport", "45 00 123456", "RU"),)
    assert person.addresses == ("Ulitsa 1, Moscow, RUSSIA",)
    assert (person.programmes, person.listed_from) == (("RUS",), date(2014, 7, 31))
    assert (person.source, person.note) == ("https://example.org/oj", "Made up.")
    assert (company.kind, company.names, company.countries) == (
        "company", (Name("Zavod Primer OOO"),), (),
    )  # fmt: skip
    assert tally.published == date(2026, 11, 20)


def test_the_un_list_is_read(tmp_path: Path) -> None:
    tally = Tally()
    person, company = read("un", written(tmp_path, "un.xml", UN), tally=tally)
    assert (person.id, person.kind) == ("KPi.901", "person")
    assert person.names == (
        Name("PAK MADE-UP"), Name("박가상", "alias"), Name("Park Made-up", "alias"),
        Name("The Miner", "weak"),
    )  # fmt: skip
    assert person.countries == ("KP", "CN")
    assert person.dates == ("1957", "1958", "1959")
    assert person.identifiers == (Identifier("passport", "563210000", "KP"),)
    assert person.listed_from == date(2017, 6, 2)
    assert company.names == (Name("SAMPLE MINING BUREAU"), Name("Sample Ore Bureau", "former"))
    assert tally.published == date(2026, 11, 19)


@pytest.mark.parametrize(("kind", "text"), [("eu", EU), ("un", UN)])
def test_xml_that_breaks_off_is_refused_wherever(tmp_path: Path, kind: str, text: str) -> None:
    data = text.encode()
    for share in (0.1, 0.5, 0.97):
        path = tmp_path / "half.xml"
        path.write_bytes(data[: int(share * len(data))])
        with pytest.raises(InputError, match="cut short"):
            read(kind, path)


@pytest.mark.parametrize(("kind", "text"), [("eu", UN), ("un", EU)])
def test_the_other_publishers_xml_is_refused(tmp_path: Path, kind: str, text: str) -> None:
    with pytest.raises(InputError, match="whose root is"):
        read(kind, written(tmp_path, "other.xml", text))


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("eu", EU.replace("nameAlias", "name"), "wholeName; there is none"),
        ("un", UN.replace("FIRST_NAME", "NAME_1").replace("SECOND_NAME", "NAME_2")
         .replace("ALIAS_NAME", "AN").replace("NAME_ORIGINAL_SCRIPT", "X"), "there is none"),
        ("un", UN.replace("REFERENCE_NUMBER", "REF").replace("DATAID", "ID"), "REFERENCE_NUMBER"),
    ],
)  # fmt: skip
def test_elements_that_changed_their_names_are_refused(
    tmp_path: Path, kind: str, text: str, told: str
) -> None:
    with pytest.raises(InputError, match=told):
        read(kind, written(tmp_path, "new.xml", text))


def test_a_bomb_of_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE export [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<export>&b;</export>'
    with pytest.raises(InputError, match="cannot be read further"):
        read("eu", written(tmp_path, "bomb.xml", bomb))
