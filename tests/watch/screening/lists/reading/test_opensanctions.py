from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.screening.entity import Identifier, Name
from monazite.watch.screening.lists.reading.gathering import Tally
from support.watch_lists import FTM, SIMPLE, lines, read, written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("step", [1, -1])
def test_entities_come_with_what_stands_beside_them(tmp_path: Path, step: int) -> None:
    tally = Tally()
    found = read("opensanctions", written(tmp_path, "e.json", lines(FTM[::step])), tally=tally)
    company, person = found[::step]
    assert (company.id, company.kind) == ("NK-1", "company")
    assert company.names == (
        Name("Halcyon Tungsten FZE"), Name("Halcyon Tungsten", "alias"), Name("هالسيون", "alias"),
        Name("Halcyon Ores", "former"), Name("HTF", "weak"),
    )  # fmt: skip
    assert company.addresses == ("5 Dock Street, Dubai",)
    assert (company.programmes, company.listed_from) == (("Programme 7",), date(2023, 5, 1))
    assert company.source == "https://example.org/s-1"
    assert {one.kind for one in company.identifiers} == {"registration", "lei"}
    assert company.dates == ("2011-03",)
    assert person.identifiers == (Identifier("passport", "X99", "CN"),)
    assert tally.left_out == {"no_party": 3, "not_listed": 1}


def test_nested_entities_are_read_too(tmp_path: Path) -> None:
    nested = {
        "id": "N-1", "schema": "Company", "properties": {
            "name": ["Nested Metals"],
            "sanctions": [{"id": "s", "schema": "Sanction", "properties": {
                "program": ["P"], "startDate": ["2020-01-01"], "endDate": ["2021-01-01"]}}],
        },
    }  # fmt: skip
    (one,) = read("opensanctions", written(tmp_path, "nested.json", lines([nested])))
    assert (one.programmes, one.listed_until) == (("P",), date(2021, 1, 1))


def test_the_simple_table_is_read(tmp_path: Path) -> None:
    tally = Tally()
    (one,) = read("opensanctions", written(tmp_path, "t.csv", SIMPLE), tally=tally)
    assert [name.text for name in one.names] == ["Halcyon Tungsten FZE", "Halcyon Tungsten", "HTF"]
    assert (one.countries, one.dates) == (("AE",), ("2011-03",))
    assert one.identifiers == (Identifier("other", "5493001KJTIIGC8Y1R12"),)
    assert tally.left_out == {"no_party": 1}


def test_a_line_cut_short_is_refused_with_its_number(tmp_path: Path) -> None:
    text = lines(FTM)
    with pytest.raises(InputError, match="line 6 is none"):
        read("opensanctions", written(tmp_path, "half.json", text[: text.index("1980")]))


@pytest.mark.parametrize(
    "line", ['{"id": "a", "schema": "Person"}', '{"id": 1, "schema": "Person", "properties": {}}',
             '{"id": "a", "caption": "x", "properties": {}}', '{"a": 1}']
)  # fmt: skip
def test_lines_of_another_form_are_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match=r"line 1 is none"):
        read("opensanctions", written(tmp_path, "new.json", line + "\n"))
