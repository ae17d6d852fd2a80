"""Users' CSV files as rows of named cells; what is wrong with the table is a list of problems."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from monazite.chain.csv_text import csv_text
from monazite.chain.problems import Problem
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

T = TypeVar("T")
_MOST_COLUMNS = 1_000
_ALIKE = 0.75
"""From here on a column's name is taken for a slip of a known one."""
_DELIMITERS = (",", ";", "\t")
"""A spreadsheet writes what its country's decimal sign leaves free; the comma wins a tie."""
_HEADER = "a header with commas, semicolons or tabs between the columns, and with"
_SHOWN = 60
"""So many characters of a cell stand in a message."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the name of its file, and its first line there (1 is the first of the file).

    cells: what stands in the known columns, by name; a cell that says nothing is not there.
    """

    file: str
    row: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """What stands in a column; empty where it says nothing."""
        return self.cells.get(name, "")

    def problem(self, error: InputError) -> Problem:
        """A problem of this row: what cannot be read, with the code of `problems`."""
        told = {name: str(value) for name, value in error.told.items()}
        return Problem(self.file, self.row, error.field, _short(error.value), error.code, told)

    def wrong(self, field: str, code: str, **told: str) -> Problem:
        """A problem of this row: what stands in a column, "" for the whole row, cannot be used."""
        return Problem(self.file, self.row, field, _short(self[field]), code, told)

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
    InputError field "file": no such file, no text, no CSV, a needed column lacks, or no row.
    """
    records = list(_records(path))
    names = _names(path, records[0][1] if records else [], needed)
    if not records[1:]:
        raise InputError("file", path, "a file with rows under its header")
    lines, problems = [], list(_header(path.name, records[0][0], names, known))
    for row, cells in records[1:]:
        if len(cells) > len(names):
            told = {"columns": str(len(names)), "cells": str(len(cells))}
            value = _short(",".join(cells))
            problems.append(Problem(path.name, row, "", value, "too_many_cells", told))
            continue
        named = zip(names, (cell.strip() for cell in cells), strict=False)
        said = {name: cell for name, cell in named if cell and name in known}
        lines.append(Line(path.name, row, said))
    return Sheet(tuple(lines), tuple(problems))


def _names(path: Path, header: list[str], needed: Collection[str]) -> list[str]:
    """The names of the columns; InputError field "file" where needed ones lack."""
    if len(header) > _MOST_COLUMNS:
        raise InputError("file", path, f"a file with at most {_MOST_COLUMNS:,} columns")
    names = [name.strip().casefold().replace("-", "_").replace(" ", "_") for name in header]
    if lacking := [name for name in needed if name not in names]:
        header_of = f"{_HEADER} {', '.join(needed)}"
        raise InputError("file", path, f"{header_of}; lacking: {', '.join(lacking)}")
    return names


def _header(file: str, row: int, names: list[str], known: Collection[str]) -> Iterator[Problem]:
    for at, name in enumerate(names):
        near = get_close_matches(name, known, n=1, cutoff=_ALIKE)
        if name not in known and near and near[0] not in names:
            yield Problem(file, row, name, name, "unknown_column", {"near": near[0]})
        elif name in known and name in names[:at]:
            yield Problem(file, row, name, name, "column_twice", {})


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Records that say something, each with its first line."""
    text = csv_text(path)
    head = next((line for line in io.StringIO(text) if line.strip()), "")
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begun = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begun, cells
            begun = reader.line_num + 1
    except csv.Error:
        most = f"{csv.field_size_limit():,}"
        accepted = (
            f"a CSV file with quotation marks in pairs and at most {most} characters in a cell"
        )
        raise InputError("file", path, f"{accepted}, which row {begun} is not") from None
