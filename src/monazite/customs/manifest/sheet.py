"""A manifest as a table of text, and CSV as such a table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.customs.manifest.said import BYTES, ROWS, refused
from monazite.facts.long_cells import LongCells

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = (",", ";", "\t")
"""A spreadsheet writes what its country's decimal sign leaves free; the comma wins a tie."""
_CELL = 10_000
"""Characters of a cell."""
_HEADER = 10_000
_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and rows that say something, each with its line in the file."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def from_csv(data: bytes) -> Sheet:
    """The table of a CSV file in UTF-8; InputError where it cannot be read."""
    if len(data) > BYTES:
        most = f"{BYTES:,} bytes"
        raise refused("most", f"{len(data):,} bytes", f"a file of at most {most}", most=most)
    text = _text(data)
    head = text[:_HEADER].lstrip("\r\n").splitlines()[:1]
    sign = max(_DELIMITERS, key=head[0].count) if head else ","
    return sheet(_records(text, sign))


def sheet(records: Iterator[tuple[int, tuple[str, ...]]]) -> Sheet:
    """The first record that says something as header, the others below it."""
    said = ((line, cells) for line, cells in records if any(cells))
    header = next(said, (1, ()))[1]
    if not header or len(header) > _COLUMNS:
        code = "most" if header else "empty"
        accepted = f"a header with 1 to {_COLUMNS} columns"
        raise refused(code, f"{len(header)} columns", accepted, most=_COLUMNS)
    rows: list[tuple[int, tuple[str, ...]]] = []
    for line, cells in said:
        if len(rows) == ROWS:
            most = f"{ROWS:,} rows"
            raise refused("most", f"more than {most}", f"at most {most} in a manifest", most=most)
        rows.append((line, cells))
    return Sheet(header, tuple(rows))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused("encoding", f"byte {error.start}", "CSV in UTF-8") from None


def _records(text: str, delimiter: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = LongCells(text, _CELL, delimiter, strict=True)
    try:
        line = 1
        for cells in reader:
            yield line, tuple(cell.strip() for cell in cells)
            line = reader.line_num + 1
    except csv.Error as error:
        at, accepted = reader.line_num, f"well-formed CSV; it says: {error}"
        raise refused("broken", f"line {at}", accepted, line=at) from None
