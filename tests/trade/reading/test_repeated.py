from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading import repeated
from support.mapped import flows_of, put, side_of

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "year,code,to,kg,mode\n"
PARTS = "parts: [mode]\n"


def test_rows_that_differ_in_a_part_are_no_duplicates(tmp_path: Path) -> None:
    text = HEADER + "2022,284690,JPN,5,sea\n2022,284690,JPN,5,air\n"
    assert len(flows_of(tmp_path / "a", text, PARTS)) == 2
    assert len(flows_of(tmp_path / "b", text)) == 1


def test_rows_of_one_part_still_are(tmp_path: Path) -> None:
    rows = ["2022,284690,JPN,5,sea", "2022,284690,JPN,5,air", "2022,284690,JPN,5,sea",
            "2022,284690,JPN,6,air", "2022,284690,DEU,6,air"]  # fmt: skip
    told = side_of(tmp_path, HEADER + "\n".join(rows) + "\n", PARTS)
    assert sorted((one["row"], one["reason"]) for one in told) == [
        ("2", "conflicting_duplicate"), ("3", "duplicate_row"), ("4", "conflicting_duplicate"),
    ]  # fmt: skip


def test_three_of_which_two_agree_are_all_in_doubt(tmp_path: Path) -> None:
    text = (
        HEADER
        + "2022,284690,JPN,5,a\n2022,284690,JPN,5,a\n2022,284690,JPN,6,a\n2022,280530,JPN,6,a\n"
    )
    told = side_of(tmp_path, text)
    assert {(one["row"], one["reason"]) for one in told} == {
        (row, "conflicting_duplicate") for row in "123"
    }
    assert {one["value"] for one in told} == {"in.csv:1 in.csv:2 in.csv:3"}


def test_a_year_of_which_nothing_is_left_has_no_file(tmp_path: Path) -> None:
    text = HEADER + "2022,284690,JPN,5,a\n2022,284690,JPN,6,a\n2021,284690,JPN,6,a\n"
    (one,) = put(tmp_path, text).loads
    assert one.years == (2021,)
    assert not list((tmp_path / "store").glob("loads/*/year=2022"))


def test_very_many_repeated_rows_mean_a_wrong_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repeated, "MOST", 3)
    with pytest.raises(InputError, match="`parts`") as refused:
        put(tmp_path, HEADER + "2022,284690,JPN,5,a\n" * 4)
    assert "4 repeated rows of 2022" in refused.value.value
