"""A file of governance of the reader's own: the six WGI for `monazite trade indicator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.trade.indicators.governance import DIMENSIONS

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = pa.schema([
    ("iso3", pa.string()), ("year", pa.int32()), ("indicator", pa.string()),
    ("estimate", pa.float64()),
])  # fmt: skip
_UNKNOWN = ["", "..", "NA", "NaN", "null"]
"""How an estimate that is not known is written; two points are the World Bank's."""
_ACCEPTED = (
    f"a CSV or Parquet file with the columns {', '.join(_COLUMNS.names)}, where indicator is "
    f"{', '.join(DIMENSIONS)}, all six of them"
)


def read(path: Path) -> pa.Table:
    """The estimates of the six WGI, from about -2.5 to 2.5, by country and year.

    Raises:
        InputError: field "governance", where the file cannot be read, lacks a column, holds what is
            no year or number, or lacks one of the six.
    """
    try:
        found = _parquet(path) if path.suffix.casefold() == ".parquet" else _csv(path)
    except (OSError, pa.ArrowException, KeyError) as error:
        raise InputError("governance", path, f"{_ACCEPTED}; {error}") from None
    missing = sorted(set(DIMENSIONS) - set(found["indicator"].to_pylist()))
    if missing:
        raise InputError("governance", path, f"{_ACCEPTED}; missing: {', '.join(missing)}")
    return found


def _parquet(path: Path) -> pa.Table:
    return pq.read_table(path, columns=_COLUMNS.names).select(_COLUMNS.names).cast(_COLUMNS)


def _csv(path: Path) -> pa.Table:
    options = pa.csv.ConvertOptions(
        column_types=_COLUMNS, include_columns=_COLUMNS.names, null_values=_UNKNOWN
    )
    return pa.csv.read_csv(path, convert_options=options)
