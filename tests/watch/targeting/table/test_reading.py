from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from monazite.errors import InputError
from monazite.watch.targeting.table.cells import days
from monazite.watch.targeting.table.reading import read
from monazite.watch.targeting.table.table import until

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "HS6 Code,名称,mass\n010110,镍粉,1.5\n,  ,2\n"


def cells(path: Path) -> dict[str, list[str | None]]:
    return {name: column.to_pylist() for name, column in read(path).columns.items()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_as_it_was_written(
    tmp_path: Path, encoding: str, sign: str, end: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(TEXT.replace(",", sign).replace("\n", end).encode(encoding))
    assert cells(path) == {
        "HS6 Code": ["010110", None], "名称": ["镍粉", None], "mass": ["1.5", "2"],
    }  # fmt: skip


def test_a_cell_may_hold_a_comma_and_a_line_break(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('a,b\n"x, y","1\n2"\n', encoding="utf-8")
    assert cells(path) == {"a": ["x, y"], "b": ["1\n2"]}


def test_parquet_and_columns_are_tables_too(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"code": ["01"], "mass": [1.5], "n": [3]}), path)
    assert cells(path) == {"code": ["01"], "mass": ["1.5"], "n": ["3"]}
    made = read({"code": ["01"], "mass": [1.5], "n": [3]})
    assert made.rows == 1
    assert read(made) is made
    assert made.sha256 != read({"code": ["02"], "mass": [1.5], "n": [3]}).sha256


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "names"),
        ("a,b\n", "one row"),
        ("a,a\n1,2\n", "each once"),
        ("a,b\n1,2\n3\n", "whole"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told) as caught:
        read(path)
    assert caught.value.field == "table"


def test_a_file_that_is_not_there_or_holds_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can be read"):
        read(tmp_path / "none.csv")
    (tmp_path / "x.csv").write_bytes(b"a,b\n\xff\xff,1\n")
    with pytest.raises(InputError, match="UTF-8"):
        read(tmp_path / "x.csv")
    with pytest.raises(InputError, match="one length"):
        read({"a": [1, 2], "b": [1]})


def test_rows_after_a_day_are_left_out_as_if_they_were_not_there() -> None:
    whole = read({"day": ["2025-01-01", "2025-01-03", "2025-01-02"], "x": [1, 2, 3]})
    cut = until(whole, days(whole, "day"), date(2025, 1, 2))
    assert cut.columns["x"].to_pylist() == ["1", "3"]
    assert cut.sha256 == read({"day": ["2025-01-01", "2025-01-02"], "x": [1, 3]}).sha256
    with pytest.raises(InputError):
        until(whole, days(whole, "day"), date(2024, 1, 1))
