"""A table as it was read: every cell as text, so that 0101 keeps its nought."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Columns of text in the order of the file; an empty cell is null.

    rows: how many; sha256: of the file, or of the columns where there was none.
    """

    name: str
    columns: Mapping[str, pa.Array]
    rows: int
    sha256: str

    def column(self, name: str, field: str = "table") -> pa.Array:
        """A column by its name; InputError of the field where there is none."""
        if name not in self.columns:
            raise InputError(field, name, f"a column of {self.name}: {', '.join(self.columns)}")
        return self.columns[name]


def until(table: Table, days: npt.NDArray[np.int64], last: date) -> Table:
    """The rows up to a day; InputError field "until" where there is none.

    days: of the rows, counted from 1970-01-01. The hash is of what is left, so that the same rows
    make the same model whatever came after them.
    """
    keep = days <= np.datetime64(last, "D").astype(np.int64)
    if not keep.any():
        raise InputError("until", last, "a day from the first of the table on")
    return part(table, keep)


def part(table: Table, keep: npt.NDArray[np.bool_]) -> Table:
    """Some rows of a table, in their order."""
    columns = {name: column.filter(pa.array(keep)) for name, column in table.columns.items()}
    return Table(table.name, columns, int(keep.sum()), digest(columns))


def digest(columns: Mapping[str, pa.Array]) -> str:
    """The SHA-256 of columns, name by name, cell by cell."""
    found = hashlib.sha256()
    for name, column in columns.items():
        found.update(f"{name}\x1e".encode())
        cells = pc.fill_null(column, "\x00").to_pylist()
        found.update("\x1f".join(cells).encode())
    return found.hexdigest()
