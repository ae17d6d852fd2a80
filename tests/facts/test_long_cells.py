from __future__ import annotations

import csv

import pytest

from monazite.facts.long_cells import LongCells

USUAL = csv.field_size_limit()
LONG = "x" * (USUAL + 1)


def test_a_long_cell_is_read_and_the_limit_of_others_stays() -> None:
    rows = LongCells(f"a,b\n{LONG},1\n", 2 * USUAL)
    assert next(rows) == ["a", "b"]
    assert csv.field_size_limit() == USUAL
    assert next(rows) == [LONG, "1"]
    assert list(rows) == []
    assert csv.field_size_limit() == USUAL


def test_readers_side_by_side_keep_their_own_limits() -> None:
    large, small = LongCells(f"{LONG}\n{LONG}\n", 2 * USUAL), LongCells(f"1\n{LONG}\n", 10)
    assert (len(next(large)[0]), next(small)) == (len(LONG), ["1"])
    with pytest.raises(csv.Error, match="larger than"):
        next(small)
    assert len(next(large)[0]) == len(LONG)
    assert csv.field_size_limit() == USUAL


def test_it_reads_as_the_readers_of_python_do() -> None:
    text = 'a;"b\n;c"\n\n"d ""e""";f\n'
    rows = LongCells(text, USUAL, ";", strict=True)
    assert list(rows) == list(csv.reader(text.splitlines(keepends=True), delimiter=";"))
    assert rows.line_num == 4
    with pytest.raises(csv.Error):
        list(LongCells('"a', USUAL, strict=True))
