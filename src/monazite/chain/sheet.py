"""Users' CSV files as rows of named cells; what is wrong with the table is a list of problems."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from monazite.chain.problems import Problem
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

T = TypeVar("T")
MOST_BYTES = 64_000_000
_ACCEPTED = "a readable CSV file in UTF-8 with a header"
_ALIKE = 0.75
"""From here on a column's name is taken for a slip of a known one."""
_DELIMITERS = (",", ";", "\t")
"""A spreadsheet writes what its country's decimal sign leaves free; the comma wins a tie."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its first line in the file (the header is 1 where nothing stands above it).

    cells: what stands in the known columns, by name; a cell that says nothing is not there.
    """

    row: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """What stands in a column; empty where it says nothing."""
        return self.cells.get(name, "")

    def problem(self, error: InputError) -> Problem:
        """A problem of this row: what cannot be read, with the code of `problems`."""
        told = {name: str(value) for name, value in error.told.items()}
        return Problem(self.row, error.field, error.value, error.code, told)

    def read(self, read: Callable[[], T], problems: list[Problem]) -> T | None:
        """What is read from this row; None, and one problem more, where that cannot be."""
        try:
            return read()
        except InputError as error:
            problems.append(self.problem(error))
            return None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file that say something, and what is wrong with its header and shape."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


def sheet(path: Path, known: Collection[str], needed: Collection[str]) -> Sheet:
    """The rows of a CSV file.

    Columns of other names are left out; one that is much like a known name is a slip, and a
    problem, as are a column that stands twice and a row with more cells than the header.
    InputError field "file": no such file, no UTF-8, no CSV, or a needed column lacks.
    """
    records = list(_records(_text(path)))
    if not records:
        raise InputError("file", path, _ACCEPTED)
    at, header = records[0]
    names = [name.strip().casefold().replace("-", "_").replace(" ", "_") for name in header]
    if lacking := [name for name in needed if name not in names]:
        accepted = f"a file with the columns {', '.join(needed)}; lacking: {', '.join(lacking)}"
        raise InputError("file", path, accepted)
    lines, problems = [], list(_header(at, names, known))
    for row, cells in records[1:]:
        if len(cells) > len(names):
            told = {"columns": str(len(names)), "cells": str(len(cells))}
            problems.append(Problem(row, "", ",".join(cells)[:60], "too_many_cells", told))
            continue
        named = zip(names, (cell.strip() for cell in cells), strict=False)
        lines.append(Line(row, {name: cell for name, cell in named if cell and name in known}))
    return Sheet(tuple(lines), tuple(problems))


def _header(row: int, names: list[str], known: Collection[str]) -> Iterator[Problem]:
    for at, name in enumerate(names):
        near = get_close_matches(name, known, n=1, cutoff=_ALIKE)
        if name not in known and near and near[0] not in names:
            yield Problem(row, name, name, "unknown_column", {"near": near[0]})
        elif name in known and name in names[:at]:
            yield Problem(row, name, name, "column_twice", {})


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Records that say something, each with its first line."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begun = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begun, cells
            begun = reader.line_num + 1
    except csv.Error as error:
        raise InputError("file", f"line {begun}", f"{_ACCEPTED}; it says: {error}") from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError("file", path, f"a file of at most {MOST_BYTES:,} bytes")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("file", path, f"{_ACCEPTED}; it says: {error}") from None
