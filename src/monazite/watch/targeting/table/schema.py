"""What each column of a table is for a model: a category, a number, or left out, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyarrow.compute as pc

from monazite.errors import InputError
from monazite.watch.targeting.table.cells import is_numeric, numbers
from monazite.watch.targeting.table.leaks import tells_outcome
from monazite.watch.targeting.table.roles import found_roles, roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from monazite.watch.targeting.table.table import Table

    Floats = npt.NDArray[np.float64]

CATEGORY, NUMBER, DAY, LEFT = "category", "number", "day", "left"
_NAMES = 0.9
"""The part of rows with a value of their own from which on a column names rows."""
_MEASURES = 60
"""Different numbers from which on a column without a role is a measure, not a code."""
_FEW_ROWS = 50


class Column(NamedTuple):
    """A column: its role where it has one, its kind, and why it is left out where it is.

    why: `asked`, `identifier`, `outcome`, `tells_outcome`, `one_value`, `empty`, or nothing.
    """

    name: str
    role: str | None
    kind: str
    why: str = ""


class Schema(NamedTuple):
    """The columns of a table that a model was made of, with its label and its days."""

    label: str
    time: str
    columns: tuple[Column, ...]

    def of_kind(self, kind: str) -> list[str]:
        """The names of all columns of a kind."""
        return [one.name for one in self.columns if one.kind == kind]

    def with_role(self, role: str) -> str | None:
        """The column that has a role, unless it is left out."""
        return next((c.name for c in self.columns if c.role == role and c.kind != LEFT), None)

    def needed(self) -> list[str]:
        """What a table must have to be scored."""
        return [self.time, *(one.name for one in self.columns if one.kind != LEFT)]

    def check(self, table: Table) -> None:
        """InputError field "table" where a table lacks a column that the model was made of."""
        missing = [name for name in self.needed() if name not in table.columns]
        if missing:
            accepted = f"a table with the columns of the model: {', '.join(self.needed())}"
            raise InputError("table", f"{table.name} without {', '.join(missing)}", accepted)


def schema(
    table: Table,
    label: str,
    time: str,
    ignore: Sequence[str] = (),
    stated: Mapping[str, str] | None = None,
    found: Floats | None = None,
) -> Schema:
    """Understand a table to learn from.

    Args:
        table: what was read.
        label: the column of what inspections found.
        time: the column of days.
        ignore: columns that the model must not see.
        stated: column by role, where its name does not tell it.
        found: outcomes by row, against which columns that give them away are told.

    Raises:
        InputError: for a column that is not there, or where none is left.
    """
    for field, name in (("label", label), ("time", time), *(("ignore", x) for x in ignore)):
        table.column(name, field)
    rest = [name for name in table.columns if name not in (label, time)]
    parts = found_roles(rest, {**(stated or {})})
    columns = tuple(_column(table, name, parts.get(name), ignore, found) for name in rest)
    made = Schema(label, time, columns)
    if not made.of_kind(CATEGORY) and not made.of_kind(NUMBER):
        raise InputError("table", table.name, "at least one column to learn from")
    return made


def _column(
    table: Table, name: str, role: str | None, ignore: Sequence[str], found: Floats | None
) -> Column:
    cells = table.columns[name]
    if why := _left(cells, name, role, ignore):
        return Column(name, role, LEFT, why)
    kind = roles()[role].kind if role else _kind(cells)
    if kind == LEFT:
        return Column(name, role, LEFT, "identifier")
    if found is not None and kind != DAY:
        measured = numbers(table, name) if kind == NUMBER else None
        if tells_outcome(cells, measured, found):
            return Column(name, role, LEFT, "tells_outcome")
    return Column(name, role, kind)


def _left(cells: pa.Array, name: str, role: str | None, ignore: Sequence[str]) -> str:
    """Why a column is left out whatever it holds, or nothing."""
    if name in ignore:
        return "asked"
    if role == "outcome":
        return "outcome"
    if role and roles()[role].kind == LEFT:
        return "identifier"
    if cells.null_count == len(cells):
        return "empty"
    values = len(pc.unique(cells))
    return "one_value" if values == 1 and not role else ""


def _kind(cells: pa.Array) -> str:
    """The kind of a column without a role, told by what it holds."""
    values = pc.count_distinct(cells).as_py()
    own = values > _NAMES * (len(cells) - cells.null_count) and len(cells) > _FEW_ROWS
    if is_numeric(cells):
        whole = not pc.any(pc.match_substring(cells, ".")).as_py()
        if own and whole:
            return LEFT
        return NUMBER if values > _MEASURES else CATEGORY
    return LEFT if own else CATEGORY
