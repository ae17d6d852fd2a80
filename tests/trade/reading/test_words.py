"""Words of the flow table, through tables of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.load import load
from support.mapped import MAPPING, flows_of, put, side_of

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "year,code,to,kg,flow\n"


def words(folder: Path, rows: str, extra: str, *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in flows_of(folder, rows, extra)]


def test_a_column_gives_words_and_a_table_translates_them(tmp_path: Path) -> None:
    extra = "direction: {column: flow, values: {X: export, 2: import, RX: re-export}}\n"
    text = HEADER + "2022,284690,JPN,5,x\n2022,284690,JPN,6, 2 \n2022,284690,JPN,7,RX\n"
    assert words(tmp_path, text, extra, "direction") == [("export",), ("import",), ("re-export",)]


def test_a_word_that_is_not_listed_is_unknown_and_so_is_one_that_may_not_stand(
    tmp_path: Path,
) -> None:
    text = HEADER + "2022,284690,JPN,5,export\n2022,284690,JPN,6,sideways\n"
    for extra in (
        "direction: {column: flow}\n",
        "direction: {column: flow, values: {export: export}}\n",
    ):
        told = side_of(tmp_path / str(len(extra)), text, extra)
        assert [(one["row"], one["reason"], one["value"]) for one in told] == [
            ("2", "unknown_direction", "sideways")
        ]


def test_an_empty_cell_takes_the_default(tmp_path: Path) -> None:
    extra = "direction: {column: flow, default: import}\n"
    text = HEADER + "2022,284690,JPN,5,export\n2022,284690,JPN,6,\n"
    assert words(tmp_path, text, extra, "direction") == [("export",), ("import",)]


def test_a_pattern_takes_a_word_out_of_a_cell_or_of_the_files_name(tmp_path: Path) -> None:
    text = HEADER + "2022,284690,JPN,5,code HS12 (2012)\n"
    extra = 'nomenclature: {column: flow, extract: "HS[0-9]+"}\ndirection: {column: "@file", extract: "_(.+)[.]"}\n'
    found = flows_of(tmp_path, text, extra, "mine_import.csv")
    assert [(row["nomenclature"], row["direction"]) for row in found] == [("HS12", "import")]
    with pytest.raises(InputError) as refused:
        flows_of(tmp_path, text, extra, "mine.csv")
    assert (refused.value.field, refused.value.value) == ("direction", "mine.csv")


def test_words_by_direction_and_by_digits(tmp_path: Path) -> None:
    extra = (
        "direction: {column: flow}\nvaluation: {by_direction: {export: FOB, import: CIF}}\n"
        'nomenclature: {by_digits: {6: hs, 8: "CN-HS{year}"}}\ncode: {column: code, digits: [6, 8]}\n'
    )
    text = (
        HEADER
        + "2012,284690,JPN,5,export\n2012,28469011,JPN,6,import\n1990,284690,JPN,5,re-export\n"
    )
    assert words(tmp_path, text, extra, "valuation", "nomenclature") == [
        ("FOB", "HS12"), ("CIF", "CN-HS2012"), (None, "HS92"),
    ]  # fmt: skip


def test_a_word_of_the_layout_that_may_not_stand_is_refused_at_once(tmp_path: Path) -> None:
    text = HEADER + "2022,284690,JPN,5,export\n"
    for field, extra in {
        "nomenclature": "nomenclature: HS2017\n",
        "currency": "currency: dollars\n",
        "valuation": "valuation: {by_direction: {export: EXW}}\n",
        "basis": "basis: guessed\n",
    }.items():
        with pytest.raises(InputError) as refused:
            put(tmp_path, text, extra)
        assert refused.value.field == field


def test_an_unknown_basis_or_currency_of_a_row_is_told(tmp_path: Path) -> None:
    text = HEADER + "2022,284690,JPN,5,USD\n2022,280530,JPN,5,?\n"
    told = side_of(tmp_path, text, "currency: {column: flow}\n")
    assert [(one["row"], one["reason"], one["field"]) for one in told] == [
        ("2", "unknown_word", "currency")
    ]


def test_values_in_other_currencies_are_told_as_reported_and_in_dollars(tmp_path: Path) -> None:
    text = HEADER + "2022,284690,JPN,5,EUR\n2022,280530,JPN,5,USD\n2022,811292,JPN,5,XXX\n"
    extra = "value: kg\nmass_kg: []\ncurrency: {column: flow}\n"
    found = flows_of(tmp_path, text, extra)
    assert [row["value_reported"] for row in found] == [Decimal(5), None, Decimal(5)]
    assert [row["currency"] for row in found] == ["EUR", "USD", "XXX"]
    assert found[0]["value_usd"] is not None
    assert found[0]["value_usd"] > 5
    assert [row["value_usd"] for row in found[1:]] == [Decimal(5), None]


def test_an_edition_that_was_not_in_force_is_told(tmp_path: Path) -> None:
    text = HEADER + "2015,284690,JPN,5,HS22\n2022,284690,JPN,5,HS22\n2015,284690,JPN,6,HS12\n"
    extra = "nomenclature: {column: flow}\n"
    told = side_of(tmp_path, text, extra)
    assert [(one["row"], one["reason"], one["value"]) for one in told] == [
        ("1", "year_outside_nomenclature", "2015")
    ]


@pytest.mark.parametrize(
    ("extra", "option"),
    [
        ("direction: {given: true}\n", "--direction"),
        ("nomenclature: {given: true}\n", "--nomenclature"),
        ("currency: {given: true}\nvalue: kg\n", "--given currency=…"),
        ("reporter: {given: true}\n", "--given reporter=…"),
    ],
)
def test_what_the_caller_must_say_is_asked_with_its_option(
    tmp_path: Path, extra: str, option: str
) -> None:
    with pytest.raises(InputError) as refused:
        put(tmp_path, HEADER + "2022,284690,JPN,5,x\n", extra)
    assert f"say it with {option}, for the files do not" in refused.value.accepted


def test_a_place_that_the_caller_says_must_be_one(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MAPPING.replace("reporter: CHN", "reporter: {given: true}"))
    (tmp_path / "in.csv").write_text(HEADER + "2022,284690,JPN,5,x\n")
    files = (tmp_path / "in.csv", tmp_path / "store")
    with pytest.raises(InputError) as refused:
        load(*files, mapping=tmp_path / "mine.yaml", given={"reporter": "XYZ"})
    assert (refused.value.field, refused.value.value) == ("given", "XYZ")
    report = load(*files, mapping=tmp_path / "mine.yaml", given={"reporter": "DEU"})
    assert report.accepted == 1
