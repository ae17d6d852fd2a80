"""Delimited text, read in blocks that end with a row, so that blocks can be read side by side."""

from __future__ import annotations

import csv
import re
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc

from monazite.errors import InputError
from monazite.trade.reading.columns_of import Plan, amounts, plan
from monazite.trade.reading.containers.raw import (
    WORDS,
    Broken,
    Piece,
    Raw,
    breaks_off,
    wide_columns,
)
from monazite.trade.reading.containers.unpacked import CUT_SHORT, chunks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.trade.reading.blocks import Container
    from monazite.trade.reading.layout import Layout
    from monazite.trade.reading.sources import SourceFile

BLOCK = 4 << 20
LOOKED_AT = 50
"""How many rows are searched for the header."""
_LONGEST_ROW = 64 << 20
_LINE = 10
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_ALONE = b"\x01"
"""What stands in no text, so that a line is one cell; where it does, lines are not told whole."""
_ZERO, _RARE = "\0", 20
"""China Customs writes a zero byte where it knows nothing, and others let an ESC slip into a cell;
more than 1 in 20 signs are no text."""


def first_rows(text: bytes, container: Container) -> list[list[str]] | None:
    """The first rows of a text as cells; None where it is no text of the container's encodings."""
    decoded = _decoded(text[: text.rfind(b"\n") + 1] or text, container)
    if decoded is None or (decoded := _without_zeros(decoded)) is None:
        return None
    if len(_CONTROLS.findall(decoded)) * _RARE > len(decoded):
        return None
    lines = _ended(decoded).replace("\r", "").split("\n")
    lines = [line for line in lines if line.strip()][:LOOKED_AT]
    return [_cells(line, container) for line in lines]


def _cells(line: str, container: Container) -> list[str]:
    """The cells of one line, cut at the delimiter that it holds most often."""
    sign = _delimiter(line, container)
    if not container.quote:
        return line.split(sign)
    return next(csv.reader([line], delimiter=sign, quotechar=container.quote))


def _delimiter(line: str, container: Container) -> str:
    return max(container.delimiter, key=line.count)


def _decoded(text: bytes, container: Container) -> str | None:
    """The text in the first encoding that reads all of it."""
    for encoding in container.encoding:
        try:
            return text.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _without_zeros(text: str) -> str | None:
    """The text without the zero bytes that stand in its cells; None where they are its stuff."""
    zeros = text.count(_ZERO)
    if zeros * _RARE > len(text):
        return None
    return text.replace(_ZERO, "") if zeros else text


def _ended(text: str) -> str:
    """The text with lines that end in LF, where they end in CR alone."""
    return text if "\n" in text else text.replace("\r", "\n")


def pieces(
    file: SourceFile, layout: Layout, header: int, read: Callable[[int], None] | None = None
) -> Iterator[Piece]:
    """The pieces of a text whose header is row `header`, counted from 0 without empty rows."""
    rows, style = 0, None
    try:
        for block in _blocks(file, layout.container, read):
            text = _in_utf8(block, layout.container, file.name, rows)
            if style is None:
                title, text = _header(text, header)
                first, _ = _header(text, 0)
                style = _Style.of(title, first, layout)
            if text.strip():
                yield partial(_read, text, style)
            rows += text.count(b"\n")
    except CUT_SHORT as broken:
        raise breaks_off(file.name, rows, broken) from broken


def _header(text: bytes, number: int) -> tuple[str, bytes]:
    """A line by its number, counted from 0 without empty ones, and what stands behind it."""
    line, left = b"", number
    while text and left >= 0:
        line, _, text = text.partition(b"\n")
        left -= bool(line.strip())
    return line.decode().strip("\r"), text


class _Style:
    """How the rows of one text are cut and which of their cells are wanted as what."""

    def __init__(self, header: list[str], sign: str, layout: Layout, where: Plan) -> None:
        numeric = {where.positions[name] for name in amounts(layout) if name in where.positions}
        wanted = sorted({*where.positions.values(), *where.wide})
        types = {n: pa.string() if n in {*numeric, *where.wide} else WORDS for n in wanted}
        self.read = pc.ReadOptions(
            column_names=[str(n) for n in range(len(header))], use_threads=False
        )
        self.convert = pc.ConvertOptions(
            include_columns=[str(n) for n in wanted],
            column_types={str(n): kind for n, kind in types.items()},
        )
        self.sign = sign
        self.quote = layout.container.quote
        self.columns = {name: str(n) for name, n in where.positions.items()}
        self.columns |= {name: str(n) for name, n in wide_columns(where).items()}

    @classmethod
    def of(cls, line: str, first: str, layout: Layout) -> _Style:
        """The style that the header sets, and the first row, which may end in a delimiter more."""
        header = _cells(line, layout.container)
        cells = _cells(first, layout.container) if first else []
        if cells[len(header) :] == [""]:  # as UN Comtrade's site writes its rows
            header.append("")
        return cls(header, _delimiter(line, layout.container), layout, plan(layout, header))

    def parse(self, *, quoted: bool, note: Callable[[Any], str]) -> pc.ParseOptions:
        """How the cells of a block are told apart."""
        return pc.ParseOptions(
            delimiter=self.sign,
            quote_char=self.quote or False,
            newlines_in_values=quoted,
            invalid_row_handler=note,
        )


def _read(text: bytes, style: _Style) -> Raw:
    """The rows of one block; empty rows are none and do not count."""
    ragged: list[Any] = []

    def note(row: Any) -> str:  # noqa: ANN401 - pyarrow's InvalidRow
        ragged.append(row)
        return "skip"

    read = pc.ReadOptions(
        column_names=style.read.column_names, use_threads=False, block_size=len(text) + 1
    )
    quoted = bool(style.quote) and style.quote.encode() in text
    table = pc.read_csv(
        pa.py_buffer(text), read, style.parse(quoted=quoted, note=note), style.convert
    )
    records = table.num_rows + len(ragged)
    bad = np.array([row.number - 1 for row in ragged], np.int32)
    rows = np.setdiff1d(np.arange(records, dtype=np.int32), bad, assume_unique=True)
    broken = tuple(
        Broken(row.number - 1, row.text, f"{row.actual_columns} cells, not {row.expected_columns}")
        for row in ragged
        if row.text.strip()
    )
    columns = {name: _one(table.column(n)) for name, n in style.columns.items()}
    return Raw(columns, rows, records, broken, lines=partial(_lines, text, records))


def _one(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _lines(text: bytes, records: int, rows: pa.Array) -> pa.Array | None:
    """The lines of a block at some rows; None where a row may be more than one line."""
    if _ALONE in text:
        return None
    alone = pc.ParseOptions(delimiter=_ALONE.decode(), quote_char=False)
    read = pc.ReadOptions(column_names=["line"], use_threads=False, block_size=len(text) + 1)
    convert = pc.ConvertOptions(column_types={"line": pa.string()})
    lines = _one(pc.read_csv(pa.py_buffer(text), read, alone, convert).column(0))
    return lines.take(rows) if len(lines) == records else None


def _in_utf8(block: bytes, container: Container, name: str, rows: int) -> bytes:
    """A block in UTF-8, read in the first encoding that reads all of it."""
    decoded = _decoded(block, container)
    if decoded is None:
        accepted = f"text in {' or '.join(container.encoding)}; after row {rows:,} it is not"
        raise InputError("path", name, f"{accepted}: name its encoding in a mapping")
    if (text := _without_zeros(decoded)) is None:
        raise InputError("path", name, "a text without NUL bytes; this one is binary")
    return _ended(text).encode()


def _blocks(
    file: SourceFile, container: Container, read: Callable[[int], None] | None
) -> Iterator[bytes]:
    """Blocks of whole rows; where the file breaks off, its last whole rows and then the error."""
    held = b""
    try:
        for chunk in chunks(file, read):
            held += chunk
            if len(held) >= BLOCK and (end := _end_of_rows(held, container.quote)):
                yield held[:end]
                held = held[end:]
            if len(held) > _LONGEST_ROW:
                accepted = 'a text whose quotes are closed; say quote: "" where it has none'
                raise InputError("path", file.name, accepted)
    except CUT_SHORT:
        yield held[: held.rfind(b"\n") + 1]
        raise
    if held:
        yield held


def _end_of_rows(text: bytes, quote: str) -> int:
    """Where the last whole row ends; a line end between quotes ends none."""
    if not quote or quote.encode() not in text:
        return text.rfind(b"\n") + 1
    signs = np.frombuffer(text, np.uint8)
    # The count may wrap at 256: only whether it is odd is asked.
    open_quotes = np.cumsum(signs == ord(quote), dtype=np.uint8) % 2
    ends = np.flatnonzero((signs == _LINE) & (open_quotes == 0))
    return int(ends[-1]) + 1 if len(ends) else 0
