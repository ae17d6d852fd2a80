from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from monazite.trade.reading import years
from support.mapped import put
from support.publishers.loading import flows

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ROWS = [(2019 + n % 4, 280000 + (n * 37) % 500, "JPN" if n % 2 else "DEU", n) for n in range(1000)]
TEXT = "year,code,to,kg\n" + "".join(f"{y},{c},{to},{kg}\n" for y, c, to, kg in dict.fromkeys(ROWS))


def test_a_load_larger_than_memory_allows_is_one_file_a_year_of_sorted_row_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from monazite.trade.reading.containers import csv_blocks  # noqa: PLC0415

    monkeypatch.setattr(years, "HELD_ROWS", 150)
    monkeypatch.setattr(csv_blocks, "BLOCK", 1)
    monkeypatch.setattr("monazite.trade.reading.containers.unpacked._CHUNK", 1024)
    put(tmp_path, TEXT, "parts: [kg]\n")
    files = sorted((tmp_path / "store").glob("loads/*/year=*/*.parquet"))
    assert [path.parent.name for path in files] == [f"year={n}" for n in range(2019, 2023)]
    for path in files:
        file = pq.ParquetFile(path)
        assert file.num_row_groups > 1
        for number in range(file.num_row_groups):
            codes = file.read_row_group(number)["code"].to_pylist()
            assert codes == sorted(codes)
    found = flows(tmp_path / "store")
    assert [(row["row"], int(row["mass_kg"])) for row in found] == [(n + 1, n) for n in range(1000)]


def test_rows_that_stand_twice_are_found_across_row_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from monazite.trade.reading.containers import csv_blocks  # noqa: PLC0415

    monkeypatch.setattr(years, "HELD_ROWS", 150)
    monkeypatch.setattr(csv_blocks, "BLOCK", 1)
    monkeypatch.setattr("monazite.trade.reading.containers.unpacked._CHUNK", 1024)
    rows = [f"2022,{280000 + n},JPN,{n}\n" for n in range(900)]
    text = "year,code,to,kg\n" + "".join([*rows, *rows[5:8], "2022,280003,JPN,77\n"])
    (one,) = put(tmp_path, text).loads
    assert one.reasons == {"duplicate_row": 3, "conflicting_duplicate": 2}
    assert (one.accepted, one.set_aside, one.rejected) == (899, 3, 2)
    found = flows(tmp_path / "store")
    assert [int(row["mass_kg"]) for row in found] == [n for n in range(900) if n != 3]
