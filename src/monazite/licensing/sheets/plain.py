"""The first sheet of a workbook as rows of text, for files that are no form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.licensing.sheets.book import opened
from monazite.licensing.sheets.grid import Faults, grid

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each row that says something with its number, after every guard; 2,000 rows at most."""
    faults = Faults()
    read = grid(opened(data).worksheets[0], faults)
    faults.settle()
    for number, cells in sorted(read.rows.items()):
        yield number, tuple(cells.get(column, "").strip() for column in range(1, max(cells) + 1))
