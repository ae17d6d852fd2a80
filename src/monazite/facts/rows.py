"""The packaged tables: one CSV file each, read once, rows found by table or by id."""

from __future__ import annotations

import csv
import difflib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from monazite.errors import InputError, MonaziteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DATA = Path(__file__).parent / "data"
_OWN = ("id", "source", "confidence", "note")

TABLES: tuple[str, ...] = tuple(sorted(path.stem for path in _DATA.glob("*.csv")))
"""The names of all packaged tables, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One packaged row: what it says, in which document, and how far that can be trusted."""

    id: str
    table: str
    fields: Mapping[str, str]
    source: str
    confidence: str
    note: str

    def document(self) -> dict[str, object]:
        """The row as one JSON object."""
        return {
            "id": self.id,
            "table": self.table,
            "fields": dict(self.fields),
            "source": self.source,
            "confidence": self.confidence,
            "note": self.note,
        }


def rows_of(name: str, lines: Iterable[str]) -> tuple[Row, ...]:
    """Rows of a CSV text; MonaziteError where one lacks id, source, confidence or a column."""
    return tuple(_row(name, record) for record in csv.DictReader(lines, strict=True))


@cache
def table(name: str) -> tuple[Row, ...]:
    """All rows of one packaged table, in the order of its file; InputError field "table"."""
    if name not in TABLES:
        raise InputError("table", name, f"{', '.join(TABLES)}")
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return rows_of(name, lines)


def row(row_id: str) -> Row:
    """The packaged row of that id; InputError field "row" names the nearest ids otherwise."""
    wanted = row_id.strip()
    for name in TABLES:
        # An id begins with the name of its table, or with its singular: nothing else is read.
        if wanted.startswith(name.removesuffix("s")) and wanted in _by_id(name):
            return _by_id(name)[wanted]
    raise InputError("row", row_id, _accepted(wanted))


@cache
def _by_id(name: str) -> dict[str, Row]:
    return {one.id: one for one in table(name)}


def _row(name: str, record: dict[str, str]) -> Row:
    missing = [key for key in ("id", "source", "confidence") if not record.get(key)]
    # A short line gives None values, a long one a None key: both are a comma in the wrong place.
    if missing or None in record or None in record.values():
        raise MonaziteError(f"table {name}, row {record.get('id')!r}: broken or lacks {missing}")
    fields = {key: value for key, value in record.items() if key not in _OWN}
    return Row(
        id=record["id"],
        table=name,
        fields=MappingProxyType(fields),
        source=record["source"],
        confidence=record["confidence"],
        note=record.get("note", ""),
    )


def _accepted(row_id: str) -> str:
    tables = difflib.get_close_matches(row_id.partition("/")[0], TABLES, n=2, cutoff=0.6)
    ids = (one for name in tables for one in _by_id(name))
    near = difflib.get_close_matches(row_id, ids, n=3, cutoff=0.5)
    meant = f"; did you mean {' or '.join(repr(one) for one in near)}?" if near else ""
    return f"the id of a packaged row, such as 'rare-earths/2025-05'{meant}"
