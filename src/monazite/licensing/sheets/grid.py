"""A sheet as rows of text, and every cell of it that cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from monazite.licensing.sheets import cells
from monazite.licensing.sheets.guards import refused

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

ROWS, COLUMNS = 2_000, 100
"""How far a sheet is read; what stands beyond is a fault, never dropped."""
_NAMED = 20


@dataclass(slots=True)
class Faults:
    """Cells that cannot be taken, all of them in one error."""

    found: list[str] = field(default_factory=list)

    def add(self, sheet: str, at: str, why: str) -> None:
        """One more cell."""
        self.found.append(f"{sheet}!{at} ({why})")

    def settle(self) -> None:
        """InputError naming the cells, if there are any."""
        if not self.found:
            return
        more = len(self.found) - _NAMED
        named = "; ".join(self.found[:_NAMED]) + (f"; and {more:,} more" if more > 0 else "")
        raise refused(
            named,
            "cells that hold what you mean: replace formulas and errors by their values, show what "
            "is hidden or delete it, format long numbers as text",
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """The texts of a sheet by row and column, both from 1; empty cells are left out."""

    title: str
    rows: dict[int, dict[int, str]]

    def row(self, number: int) -> dict[int, str]:
        """One row; {} for an empty one."""
        return self.rows.get(number, {})

    @property
    def last(self) -> int:
        """The last row that holds something; 0 for an empty sheet."""
        return max(self.rows, default=0)


def grid(sheet: Worksheet, faults: Faults) -> Grid:
    """The texts of a sheet; faults learns of each cell that cannot be taken, hidden ones too."""
    rows: dict[int, dict[int, str]] = {}
    hidden = _hidden_columns(sheet)
    # Not iter_rows: it would make a cell for every empty place up to the farthest one.
    for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001
        try:
            text = cells.text(cast("Cell", cell))
        except cells.Untaken as why:
            faults.add(sheet.title, cell.coordinate, str(why))
            continue
        if not text:
            continue
        if row > ROWS or column > COLUMNS:
            faults.add(sheet.title, cell.coordinate, f"beyond row {ROWS:,} or column {COLUMNS}")
        elif sheet.sheet_state != "visible" or sheet.row_dimensions[row].hidden or column in hidden:
            faults.add(sheet.title, cell.coordinate, "hidden")
        else:
            rows.setdefault(row, {})[column] = text
    return Grid(sheet.title, rows)


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    return frozenset(
        column
        for each in sheet.column_dimensions.values()
        if each.hidden
        for column in range(each.min or 0, min(each.max or 0, COLUMNS) + 1)
    )
