"""The side file of a load: every row that was not taken, with its line, its reasons and remedies.

Of rows that are set aside, which are no fault, the first `LISTED` of each reason are listed; all
are counted. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from monazite.trade.reading import reasons

if TYPE_CHECKING:
    from pathlib import Path


COLUMNS = ("file", "row", "status", "reason", "field", "value", "remedy", "text")
LISTED = 10_000
_FORMULA = r"^[=+@\t\r-]"
_PLAIN = r"^[+-]?[0-9]+([.,][0-9]+)*([eE][+-]?[0-9]+)?$"
_SCHEMA = pa.schema([(name, pa.int32() if name == "row" else pa.string()) for name in COLUMNS])


class SideFile:
    """What writes the side file, row by row, and counts reasons."""

    def __init__(self, path: Path) -> None:
        self.counts: Counter[str] = Counter()
        self.examples: dict[str, str] = {}
        self._file = pcsv.CSVWriter(path, _SCHEMA)

    def add(self, file: str, rows_before: int, told: pa.Table) -> None:
        """Add rows of one reason, whose numbers count from 0 in their piece."""
        reason = told["reason"][0].as_py()
        listed = told
        if reasons.status(reason) == reasons.SET_ASIDE:
            listed = told.slice(0, max(0, LISTED - self.counts[reason]))
        self.counts[reason] += len(told)
        numbers = pc.add(listed["row"], pa.scalar(rows_before + 1, pa.int32()))
        listed = listed.set_column(0, "row", numbers)
        if len(listed) and reason not in self.examples:
            value, row = listed["value"][0].as_py(), listed["row"][0].as_py()
            self.examples[reason] = f"row {row} of {file}: {value!r}"
        names = pa.repeat(pa.scalar(file), len(listed))
        self._file.write_table(_inert(listed.add_column(0, "file", names).cast(_SCHEMA)))

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def _inert(rows: pa.Table) -> pa.Table:
    """The rows with an apostrophe before cells that begin as formulas do and are no numbers."""
    for name in ("file", "value", "text"):
        cells = rows[name]
        begins = pc.match_substring_regex(cells, _FORMULA)
        odd = pc.and_(begins, pc.invert(pc.match_substring_regex(cells, _PLAIN)))
        if pc.any(odd).as_py():
            marked = pc.binary_join_element_wise("'", cells, "")
            at = rows.column_names.index(name)
            rows = rows.set_column(at, name, pc.if_else(odd, marked, cells))
    return rows
