from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.load import load
from support.mapped import flows_of, put, side_of

if TYPE_CHECKING:
    from pathlib import Path


def text(*places: str) -> str:
    return "year,code,to,kg\n" + "".join(
        f"2022,{280000 + n},{to},5\n" for n, to in enumerate(places)
    )


def partners(folder: Path, spec: str, *places: str) -> list[str]:
    return [row["partner"] for row in flows_of(folder, text(*places), f"partner: {spec}\n")]


@pytest.mark.parametrize(
    ("codes", "places"),
    [
        ("m49", ["392", "4", "004"]), ("iso2", ["JP", "af", " AF "]), ("iso3", ["JPN", "afg", "AFG"]),
        ("name", ["Japan", "阿富汗", "Afghanistan"]), ("any", ["JPN", "004", "阿富汗"]),
    ],
)  # fmt: skip
def test_places_are_read_in_every_system(tmp_path: Path, codes: str, places: list[str]) -> None:
    found = partners(tmp_path, f"{{column: to, codes: {codes}}}", *places)
    assert found == ["JPN", "AFG", "AFG"]


def test_namibia_and_norway_are_countries_not_missing_cells(tmp_path: Path) -> None:
    assert partners(tmp_path, "{column: to, codes: iso2}", "NA", "NO") == ["NAM", "NOR"]


def test_a_layouts_own_codes_come_first(tmp_path: Path) -> None:
    spec = '{column: to, codes: m49, values: {"392": KOR, "0999": DEU, XX: USA}}'
    assert partners(tmp_path, spec, "392", "999", "xx") == ["KOR", "DEU", "USA"]


def test_an_empty_cell_takes_the_default_or_is_unknown(tmp_path: Path) -> None:
    assert partners(tmp_path / "a", "{column: to, default: DEU}", "", "JPN") == ["DEU", "JPN"]
    told = side_of(tmp_path / "b", text("", "JPN"))
    assert [(one["row"], one["reason"]) for one in told] == [("1", "unknown_country")]


def test_a_table_beside_the_file_gives_its_own_codes(tmp_path: Path) -> None:
    tmp_path.joinpath("codes.csv").write_text("n,iso\n7,JPN\n8,\n9,XYZ\n")
    spec = "{column: to, codes: m49, table: {file: '^codes', code: n, iso3: iso}}"
    extra = f"partner: {spec}\n"
    assert [row["partner"] for row in flows_of(tmp_path, text("7", "07"), extra)] == ["JPN", "JPN"]
    (tmp_path / "side").mkdir()
    tmp_path.joinpath("side", "codes.csv").write_text("n,iso\n7,JPN\n8,\n9,XYZ\n")
    told = side_of(tmp_path, text("7", "8", "9"), extra)
    # Without an entry in the table, 8 is asked of M49, where it is Albania.
    assert [(one["row"], one["reason"]) for one in told] == [("3", "unknown_country")]


def test_a_table_without_its_columns_is_named(tmp_path: Path) -> None:
    tmp_path.joinpath("codes.csv").write_text("a,b\n7,JPN\n")
    spec = "{column: to, table: {file: '^codes', code: n, iso3: iso}}"
    with pytest.raises(InputError, match="the columns n and iso") as refused:
        put(tmp_path, text("7"), f"partner: {spec}\n")
    assert refused.value.value == "codes.csv"


def test_the_caller_may_say_the_reporter(tmp_path: Path) -> None:
    put(tmp_path, text("JPN"), "reporter: {given: true, default: CHN}\n")
    report = load(tmp_path / "in.csv", tmp_path / "store", mapping=tmp_path / "mine.yaml",
                  vintage="1", given={"reporter": "KOR"})  # fmt: skip
    assert report.accepted == 1
