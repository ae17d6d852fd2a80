from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.parquet as pq
import pytest

from monazite.shock.sweeps.store.encoding import Stamp, Torn, decoded, encoded

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("lost", "first_halt")
STAMP = Stamp("ab", 3, 10, 14)
NUMBERS = np.array([[1.0, -0.0, 1 / 3, 5e-324], [np.nan, 4.0, np.nan, 7.0]])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "000003.parquet"
    path.write_bytes(encoded(NAMES, NUMBERS, STAMP))
    return path


def test_numbers_come_back_bit_for_bit(file: Path) -> None:
    found = decoded(file, STAMP, NAMES)
    for name, column in zip(NAMES, NUMBERS, strict=True):
        assert np.array_equal(found[name], column, equal_nan=True)
        assert np.signbit(found[name]).tolist() == np.signbit(column).tolist() or name != "lost"


def test_any_tool_reads_the_file(file: Path) -> None:
    table = pq.read_table(file)
    assert table["scenario"].to_pylist() == [10, 11, 12, 13]
    assert table["first_halt"].to_pylist() == [None, 4.0, None, 7.0]


def test_the_same_numbers_are_the_same_bytes() -> None:
    other = np.where(np.isnan(NUMBERS), -np.nan, NUMBERS)
    assert encoded(NAMES, other, STAMP) == encoded(NAMES, NUMBERS, STAMP)


def test_one_column_is_read_without_the_others(file: Path) -> None:
    assert list(decoded(file, STAMP, ["first_halt"])) == ["first_halt"]


@pytest.mark.parametrize(
    "stamp",
    [STAMP._replace(sweep="cd"), STAMP._replace(chunk=4), STAMP._replace(first=9),
     STAMP._replace(last=15)],
)  # fmt: skip
def test_the_chunk_of_another_is_not_taken(file: Path, stamp: Stamp) -> None:
    with pytest.raises(Torn):
        decoded(file, stamp, NAMES)


def test_a_file_cut_short_anywhere_is_not_taken(file: Path) -> None:
    whole = file.read_bytes()
    for size in {*range(0, len(whole), 97), len(whole) - 1}:
        file.write_bytes(whole[:size])
        with pytest.raises(Torn):
            decoded(file, STAMP, NAMES)


def test_a_byte_that_was_changed_is_noticed(file: Path) -> None:
    # The first page holds the numbers of the scenarios, which are made anew from the stamp.
    whole = bytearray(file.read_bytes())
    noticed = 0
    for at in range(4, len(whole), 13):
        changed = bytearray(whole)
        changed[at] ^= 0xFF
        file.write_bytes(bytes(changed))
        try:
            found = decoded(file, STAMP, NAMES)
        except Torn:
            noticed += 1
        else:
            for name, column in zip(NAMES, NUMBERS, strict=True):
                assert np.array_equal(found[name], column, equal_nan=True)
    assert noticed > 20


def test_what_is_missing_or_no_chunk_at_all_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("PAR1")
    for name in ("none", "text"):
        with pytest.raises(Torn):
            decoded(tmp_path / name, STAMP, NAMES)
