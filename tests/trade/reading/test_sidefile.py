"""What a spreadsheet would take for a formula stands in the side file as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.mapped import side_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_begins_as_a_formula_gets_an_apostrophe(tmp_path: Path, sign: str) -> None:
    formula = f"{sign}HYPERLINK(1)"
    text = f"code,year,to,kg\n{formula},2022,JPN,5\n284690,2022,JPN,1\n"
    (one,) = side_of(tmp_path, text)
    assert one["text"] == f"'{formula},2022,JPN,5"
    # Around a code that is no code, spaces do not count, and a tab is one.
    assert one["value"] == ("HYPERLINK(1)" if sign == "\t" else f"'{formula}")


@pytest.mark.parametrize("number", ["-5", "+1.5", "-1e9", "-1,5"])
def test_a_number_stays_as_it_is(tmp_path: Path, number: str) -> None:
    text = f'year,code,to,kg\n2022,"{number}",JPN,5\n2022,280530,JPN,1\n'
    assert [one["value"] for one in side_of(tmp_path, text)] == [number]


def test_a_files_name_may_begin_with_a_formula_too(tmp_path: Path) -> None:
    (one,) = side_of(
        tmp_path, "year,code,to,kg\n2022,x,JPN,5\n2022,280530,JPN,1\n", name="=cmd.csv"
    )
    assert one["file"] == "'=cmd.csv"
