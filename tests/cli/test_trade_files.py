from __future__ import annotations

import errno
import json
import stat
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from monazite.cli.output import print_json
from monazite.cli.trade_files import csv, parquet, place, write
from monazite.errors import InputError

TABLE = pa.table(
    {
        "code": ["284690", None],
        "mass_kg": pa.array([Decimal("0.100000"), None], pa.decimal128(18, 6)),
    }
)


def test_csv_keeps_every_digit_and_leaves_what_is_not_known_empty() -> None:
    assert csv(TABLE).decode() == '"code","mass_kg"\n"284690",0.100000\n,\n'


def test_parquet_keeps_decimals(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    write(parquet(TABLE), path, "parquet")
    assert pq.read_table(path).equals(TABLE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@pytest.mark.parametrize("name", ["no/such/folder.csv", "", "x" * 300])
def test_a_place_that_takes_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        write(b"", place(tmp_path / name, "csv"), "csv")
    assert caught.value.field == "csv"


def test_a_folder_that_has_gone_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        write(b"", tmp_path / "gone" / "x.csv", "csv")


def test_the_name_says_the_kind_of_chart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.svg or \.png"):
        place(tmp_path / "x.gif", "chart", (".svg", ".png"))
    assert place(tmp_path / "x.SVG", "chart", (".svg",)) == tmp_path / "x.SVG"


def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="No space left"):
        write(b"new", path, "csv")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("x.csv", b"old")]


def test_json_keeps_every_digit_of_a_decimal_and_refuses_what_is_not_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exact = Decimal("123456789012345678901234.123400")
    print_json({"a": exact, "b": Decimal("1000.000000"), "c": Decimal("0E-6")})
    text = capsys.readouterr().out
    assert json.loads(text, parse_float=Decimal) == {"a": exact, "b": 1000, "c": 0}
    with pytest.raises(TypeError, match="is not JSON"):
        print_json({"a": Path()})
