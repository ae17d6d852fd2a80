"""Which layout a file is of: by what its bytes are, by its header, and by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.trade.reading.columns_of import missing, plan, unseen
from monazite.trade.reading.containers import (
    csv_blocks,
    json_records,
    parquet_batches,
    xlsx_sheets,
)
from monazite.trade.reading.containers.raw import breaks_off
from monazite.trade.reading.containers.unpacked import CUT_SHORT, chunks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.trade.reading.layout import Layout
    from monazite.trade.reading.sources import SourceFile

_LOOK = 1 << 16
_ZIP = b"PK\x03\x04"
_PACKED = {
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive", b"Rar!": "a RAR archive",
    b"\xfd7zXZ": "an xz file", b"BZh": "a bzip2 file", b"\x28\xb5\x2f\xfd": "a Zstandard file",
    b"\xd0\xcf\x11\xe0": "a workbook of Excel 97, or a password stands on it", b"%PDF": "a PDF",
}  # fmt: skip
"""What is not read as it is, by its first bytes."""
_MANY = 12
_BEGINNING = 160


@dataclass(frozen=True, slots=True)
class Look:
    """What a first look at a file shows: its container and, where it is not text, its headers."""

    format: str
    head: bytes
    headers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """How far a file is of a layout: the row of its header and the columns that it lacks.

    `unseen` are columns by which the layout is known without reading them.
    """

    layout: Layout
    row: int
    header: tuple[str, ...]
    missing: tuple[str, ...]
    unseen: tuple[str, ...]

    @property
    def lacks(self) -> tuple[str, ...]:
        """All columns that a file of the layout has and this one has not."""
        return (*self.missing, *self.unseen)


def look(file: SourceFile) -> Look:
    """A first look at a file; InputError where nothing is in it, or it is known to be no table."""
    head = _head(file)
    if not head.strip():
        raise InputError("path", file.name, "a file that holds rows; this one is empty")
    for magic, name in _PACKED.items():
        if head.startswith(magic):
            accepted = "a file of a known layout in CSV, JSON, XLSX or Parquet, plain, gzip or zip"
            raise InputError("path", file.name, f"{accepted}; this is {name}")
    if head.startswith(parquet_batches.MAGIC):
        return Look("parquet", head, (tuple(parquet_batches.header(file)),))
    if head.startswith(_ZIP):
        found = xlsx_sheets.sheets(file)
        return Look("xlsx", head, tuple(tuple(row) for rows in found.values() for row in rows))
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
        return Look("json", head, (tuple(json_records.keys_in(head)),))
    return Look("csv", head)


def _head(file: SourceFile) -> bytes:
    """The first bytes of a file."""
    head = b""
    try:
        for chunk in chunks(file):
            head += chunk[:_LOOK]
            if len(head) >= _LOOK:
                break
    except CUT_SHORT as broken:
        if not head:  # else it is told how far it can be read when it is read
            raise breaks_off(file.name, 0, broken) from broken
    return head


def match(seen: Look, layout: Layout) -> Match | None:
    """How far a file is of a layout; None where its bytes are of another container."""
    if seen.format != layout.container.format:
        return None
    rows = seen.headers
    if seen.format == "csv":
        cells = csv_blocks.first_rows(seen.head, layout.container)
        if cells is None:
            return None
        rows = tuple(tuple(row) for row in cells)
    fixed = layout.container.header_row
    best: Match | None = None
    for number, row in enumerate(rows):
        if fixed in {None, number + 1}:
            here = plan(layout, row)
            found = Match(layout, number, row, missing(layout, here), unseen(layout, here))
            if best is None or len(found.lacks) < len(best.lacks):
                best = found
            if not best.lacks:
                break
    return best


def recognised(
    file: SourceFile, seen: Look, layouts: Iterable[Layout], *, asked: bool = False
) -> Match:
    """The one layout that a file is of.

    Args:
        file: the file.
        seen: the first look at it.
        layouts: those that it may be of.
        asked: the caller says that it is of one of them, so that the columns read are enough.

    Raises:
        InputError: field "kind", where two fit alike; field "path", where none fits, with the
            columns found and the layouts that nearly fit.
    """
    known = tuple(layouts)
    tried = [found for one in known if _by_name(file, one) and (found := match(seen, one))]
    best = [one for one in tried if not one.lacks]
    if not best:
        _refuse_unreadable(file, seen, known)
        tried = [found for one in known if (found := match(seen, one))]
        whole = [one for one in tried if not one.lacks]
        if asked and not whole:
            whole = [one for one in tried if not one.missing]
        # A layout that needs more columns than another says more of the file.
        most = max((len(one.layout.columns) for one in whole), default=0)
        best = [one for one in whole if len(one.layout.columns) == most]
    if len(best) == 1:
        return best[0]
    if best:
        kinds = " or ".join(one.layout.kind for one in best)
        raise InputError("kind", file.name, f"ambiguous: it could be {kinds}; say which (--as)")
    raise _unlike(file, seen, tried)


def _refuse_unreadable(file: SourceFile, seen: Look, layouts: Iterable[Layout]) -> None:
    """Refuse a text that is of a layout by its name and in none of its encodings."""
    for one in layouts:
        if seen.format == one.container.format and _by_name(file, one) and not match(seen, one):
            encodings = " or ".join(one.container.encoding)
            accepted = f"text in {encodings} ({one.kind}); name another encoding in a mapping"
            raise InputError("path", file.name, accepted)


def _by_name(file: SourceFile, layout: Layout) -> bool:
    return bool(layout.detect.file) and re.search(layout.detect.file, file.name) is not None


def is_named(file: SourceFile, layouts: Iterable[Layout]) -> bool:
    """Whether a file bears the name of some layout's files."""
    return any(_by_name(file, one) for one in layouts)


def is_beside(file: SourceFile, layouts: Iterable[Layout]) -> bool:
    """Whether a file is known to lie beside data and to hold none."""
    return any(re.search(name, file.name) for one in layouts for name in one.detect.beside)


def _unlike(file: SourceFile, seen: Look, tried: list[Match]) -> InputError:
    """The error that shows what a file has and what the nearest layouts need."""
    for one in tried if seen.format == "json" else ():
        if why := json_records.refusal(seen.head, one.layout.container.records):
            return InputError("path", file.name, why)
    if not tried:
        accepted = "CSV, JSON, XLSX or Parquet of a known layout, or a mapping (--mapping)"
        this = "no text that their encodings read" if seen.format == "csv" else seen.format
        return InputError("path", file.name, f"{accepted}; this is {this}")
    near = sorted(tried, key=lambda one: len(one.lacks))
    near = [one for one in near if plan(one.layout, one.header).positions][:2]
    lacks = "; ".join(f"for {one.layout.kind} it lacks {_list(one.lacks)}" for one in near)
    see = "the names of its keys" if seen.format == "json" else "the language of its header"
    see = f"its delimiter and {see}" if seen.format == "csv" else see
    lacks = lacks or f"no layout has any of them: see {see}"
    shown = "no row that fits"
    if seen.format != "xlsx":
        # Of two readings in different encodings, the one with fewer signs is the right one.
        shortest = min(tried, key=lambda one: (one.row, sum(map(len, one.header))))
        shown = _list((near or [shortest])[0].header)
    if seen.format == "json":
        shown += f" (it begins {seen.head[:_BEGINNING].decode('utf-8', 'replace')!r})"
    return InputError(
        "path",
        file.name,
        f"a table of a known layout, or a mapping (--mapping); its columns are {shown}; {lacks}",
    )


def _list(names: tuple[str, ...]) -> str:
    shown = ", ".join(name[:40] or "(empty)" for name in names[:_MANY])
    return f"{shown} and {len(names) - _MANY} more" if len(names) > _MANY else shown
