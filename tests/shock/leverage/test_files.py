"""The same numbers in every shape: JSON, a long table, arrays, a workbook."""

from __future__ import annotations

import io
from dataclasses import fields
from typing import TYPE_CHECKING

import jsonschema
import numpy as np
import openpyxl
import pyarrow.parquet as pq
import pytest

from monazite.errors import InputError
from monazite.shock.leverage.documents import RESULTS, document, schema
from monazite.shock.leverage.labelled import dataset, write_netcdf
from monazite.shock.leverage.results import Comparison, Leverage
from monazite.shock.leverage.table import COLUMNS, KEYS, UNITS, rows, write_parquet
from monazite.shock.leverage.table import table as arrow
from monazite.shock.leverage.views import view
from monazite.shock.leverage.workbook import xlsx
from support.shock_leverage import BAN, middle

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.shock.leverage.documents import Result


def test_documents_keep_their_schemas(table: Leverage, compared: Comparison) -> None:
    results: list[Result] = [table, compared, view(table, "CN")]
    for name, found in zip(RESULTS, results, strict=True):
        jsonschema.Draft202012Validator(schema(name)).validate(document(found))


def test_a_document_has_every_member_and_a_schema_no_other(table: Leverage) -> None:
    assert list(document(table)) == [one.name for one in fields(Leverage)]
    broken = {**document(table), "more": 1}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema("leverage"))


def test_an_unknown_kind_names_the_nearest() -> None:
    with pytest.raises(InputError, match="packages") as error:
        schema("package")
    assert error.value.field == "result"


def test_rows_are_told_apart_by_their_keys(table: Leverage, compared: Comparison) -> None:
    for found in (table, compared):
        every = [(row["quantity"], *(row[key] for key in KEYS)) for row in rows(found)]
        assert len(every) == len({*every})
        assert all(tuple(row) == COLUMNS for row in rows(found))
        assert {row["unit"] for row in rows(found)} <= {*UNITS.values()}


def test_what_has_no_number_has_a_reason(table: Leverage) -> None:
    for row in rows(table):
        known = [row[name] for name in ("p50", "value", "when") if row[name] is not None]
        assert bool(known) != (row["reason"] is not None), row


def test_a_parquet_file_says_of_which_run_it_is(table: Leverage, tmp_path: Path) -> None:
    write_parquet(table, tmp_path / "table.parquet")
    found = pq.read_table(tmp_path / "table.parquet")
    assert found.equals(arrow(table))
    assert found.schema.metadata[b"first_day"] == b"2027-01-01"


def test_arrays_hold_the_same_numbers(
    table: Leverage, compared: Comparison, tmp_path: Path
) -> None:
    found = dataset(table)
    one = next(row for row in table.rows if (row.other.country, row.months) == ("USA", 3))
    at = {"lever": BAN, "side": "CHN", "other": "USA", "months": 3, "percentile": 50}
    assert float(found["unsold"].sel(at)) == middle(one.holder.unsold)
    assert np.isnan(found["unsold"].sel({**at, "side": "USA"}))
    assert found["unsold"].attrs["units"] == "million US$"
    write_netcdf(compared, tmp_path / "packages.nc")
    assert (tmp_path / "packages.nc").stat().st_size > 0


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_workbook_has_levers_numbers_and_equations(
    table: Leverage, compared: Comparison, lang: str
) -> None:
    one = openpyxl.load_workbook(io.BytesIO(xlsx(table, lang)))
    assert len(one.sheetnames) == 5
    assert one[one.sheetnames[1]].max_row == 1 + len(list(rows(table)))
    other = openpyxl.load_workbook(io.BytesIO(xlsx(compared, lang)))
    assert other[other.sheetnames[0]].max_row == 3
