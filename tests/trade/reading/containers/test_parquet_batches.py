from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from monazite.errors import InputError
from monazite.trade.reading.containers import parquet_batches
from support.mapped import flows_of

if TYPE_CHECKING:
    from pathlib import Path

PARQUET = "container: parquet\n"
COLUMNS: dict[str, Any] = {"year": [2022, 2023], "code": ["284690", "280530"], "to": ["JPN", "DEU"],
                           "kg": [1.5, None]}  # fmt: skip


def data(**columns: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({**COLUMNS, **columns}), out)
    return out.getvalue()


def test_typed_columns_are_read_exactly(tmp_path: Path) -> None:
    kg = pa.array([0.1 + 0.2, 123456789.25])
    found = flows_of(
        tmp_path, data(kg=kg, year=pa.array([2022, 2023], pa.int16())), PARQUET, "a.parquet"
    )
    assert [row["mass_kg"] for row in found] == [Decimal("0.3"), Decimal("123456789.25")]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("year", pa.array([2022.0, 2023.0])), ("year", ["2022", "2023"]),
        ("code", pa.array([284690, 280530], pa.int32())),
        ("code", pa.array(["284690", "280530"]).dictionary_encode()),
        ("code", pa.array(["284690", "280530"], pa.large_string())),
        ("kg", pa.array([Decimal("1.5"), Decimal(7)])), ("kg", pa.array(["1.5", "7"])),
        ("kg", pa.array(["1.5", "7"]).dictionary_encode()), ("kg", pa.array([1, 7], pa.uint8())),
    ],
)  # fmt: skip
def test_every_type_that_people_store_is_read(tmp_path: Path, name: str, column: Any) -> None:
    found = flows_of(tmp_path, data(**{"kg": [1.0, 7.0], name: column}), PARQUET, "in.parquet")
    assert [(row["period"], row["code"]) for row in found] == [
        ("2022", "284690"),
        ("2023", "280530"),
    ]
    assert found[1]["mass_kg"] == 7


def test_a_day_is_read_as_text(tmp_path: Path) -> None:
    days = [dt.date(2022, 5, 1), dt.date(2023, 6, 1)]
    extra = PARQUET + "period: {column: year, formats: [YYYY-MM-01]}\n"
    found = flows_of(tmp_path, data(year=days, kg=[1, 2]), extra, "in.parquet")
    assert [row["period"] for row in found] == ["2022-05", "2023-06"]


def test_batches_are_numbered_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_batches, "_BATCH", 3)
    rows = {"year": [2022] * 8, "code": [str(280000 + n) for n in range(8)], "to": ["JPN"] * 8,
            "kg": [1.0] * 8}  # fmt: skip
    found = flows_of(tmp_path, data(**rows), PARQUET, "in.parquet")
    assert [row["row"] for row in found] == [*range(1, 9)]


def test_a_wide_table_has_a_row_for_each_of_its_columns(tmp_path: Path) -> None:
    out = io.BytesIO()
    pq.write_table(pa.table({"code": ["284690"], "to": ["JPN"], "2022": [5.0], "2023": [6.0]}), out)
    extra = (
        PARQUET
        + 'unpivot: {headers: "^[0-9]{4}$"}\nperiod: {column: "@header"}\nmass_kg: {column: "@cell"}\n'
    )
    found = flows_of(tmp_path, out.getvalue(), extra, "in.parquet")
    assert [(row["period"], row["mass_kg"], row["row"]) for row in found] == [
        ("2022", Decimal(5), 1), ("2023", Decimal(6), 1),
    ]  # fmt: skip


def test_a_parquet_file_in_a_zip_is_read(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in.parquet", data(kg=[1, 2]))
    assert len(flows_of(tmp_path, packed.getvalue(), PARQUET, "in.zip")) == 2


@pytest.mark.parametrize("cut", [20, 200, -1])
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, cut: int) -> None:
    with pytest.raises(InputError, match="whole Parquet file"):
        flows_of(tmp_path, data()[:cut], PARQUET, "in.parquet")


def test_a_file_that_is_damaged_inside_is_refused(tmp_path: Path) -> None:
    whole = bytearray(data(kg=[float(n) for n in range(2)]))
    whole[4:60] = b"\xff" * 56
    with pytest.raises(InputError, match="whole Parquet file"):
        flows_of(tmp_path, bytes(whole), PARQUET, "in.parquet")
