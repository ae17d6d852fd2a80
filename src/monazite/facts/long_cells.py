"""CSV whose cells may be longer than the 128 KiB that Python takes by itself."""

from __future__ import annotations

import csv
import io
from typing import Self


class LongCells:
    """The rows of a text, as `csv.reader` reads them, with cells of so many signs at most.

    The limit is one for the whole process: it is raised while a row is read and put back at once,
    so that no other reader takes more than it asked for. csv.Error for a cell that is longer, or
    text that is no CSV.
    """

    def __init__(
        self, text: str, limit: int, delimiter: str = ",", *, strict: bool = False
    ) -> None:
        self._rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
        self._limit = limit

    @property
    def line_num(self) -> int:
        """Lines read so far: a row may take several."""
        return self._rows.line_num

    def __iter__(self) -> Self:
        """Itself."""
        return self

    def __next__(self) -> list[str]:
        """The next row."""
        before = csv.field_size_limit(self._limit)
        try:
            return next(self._rows)
        finally:
            csv.field_size_limit(before)
