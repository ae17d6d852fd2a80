"""A workbook → the form that it holds; labels in either language, nothing of it dropped.

A sheet, column or label that the form does not know becomes a section or field of that name, so
that reading the form reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.licensing.documents import check_texts
from monazite.licensing.fields import sections
from monazite.licensing.hygiene import shown
from monazite.licensing.sheets import names
from monazite.licensing.sheets.book import opened
from monazite.licensing.sheets.grid import Faults, grid
from monazite.licensing.sheets.guards import refused

if TYPE_CHECKING:
    from monazite.licensing.fields import Form, Section
    from monazite.licensing.sheets.grid import Grid

_LABEL, _VALUE = 1, 2
_HEAD = 1
_NAMED = 5


def read_xlsx(data: bytes) -> Form:
    """The form in a workbook: sections that say something; leaves are text, choices their codes.

    Raises:
        InputError: no workbook, one that is too large or hides what it does; or cells without a
            text of their own (formulas, errors, lost digits), hidden ones, a section twice.
    """
    faults = Faults()
    found: Form = {}
    book = opened(data)
    _ours(book.sheetnames)
    for sheet in book.worksheets:
        meaning = names.sheet_names().find(sheet.title)
        if meaning in {names.READ_ME, names.LISTS}:
            continue
        read = grid(sheet, faults)
        for name, value in _sheet(read, meaning, faults).items():
            if name in found:
                faults.add(read.title, "A1", f"{name} stands on two sheets")
            found[name] = value
    faults.settle()
    check_texts(found)
    return {name: found[name] for name in (*sections(), *found) if name in found}


def _ours(titles: list[str]) -> None:
    """InputError where no sheet is one of the form's."""
    known = names.sheet_names()
    if not any(map(known.find, titles)):
        named = ", ".join(f"“{shown(title)}”" for title in titles[:_NAMED])
        raise refused(named or "no sheet", "a workbook made from the template, with its sheets")


def _sheet(read: Grid, meaning: str | None, faults: Faults) -> Form:
    if meaning == names.SINGLE:
        return _single(read)
    section = sections().get(meaning or "")
    rows = _rows(read, section, faults)
    return {section.name if section else read.title: rows} if rows else {}


def _single(read: Grid) -> Form:
    """The single records: a heading begins a section, each row below it is a field."""
    found: Form = {}
    section: Section | None = None
    for number, row in sorted(read.rows.items()):
        heading = names.headings().find(row.get(_LABEL, ""))
        if heading and not row.get(_VALUE):
            section = sections()[heading]
        elif number > _HEAD:
            said = _entry(row, number, section)
            if said:
                found.setdefault(section.name if section else read.title, {}).update(said)
    return found


def _entry(row: dict[int, str], number: int, section: Section | None) -> dict[str, str]:
    """What one row says: its field, and what somebody wrote beside it."""
    label = row.get(_LABEL, "")
    name = (names.columns(section).find(label) if section else None) or label or f"A{number}"
    beside = {
        f"{_letter(column)}{number}": text
        for column, text in row.items()
        if column > _VALUE and not _guides(text, section)
    }
    value = row.get(_VALUE)
    known = section.field(name) if section else None
    if value is None and (known or not label):
        return beside
    return {name: _coded(name, value or "", section), **beside}


def _guides(text: str, section: Section | None) -> bool:
    return section is not None and fold(text) in names.guidance(section)


def _rows(read: Grid, section: Section | None, faults: Faults) -> list[dict[str, str]]:
    """The rows below the labels; an empty row between others stays, so that they keep numbers."""
    heads = _heads(read, section)
    first = _HEAD + 1
    if (
        section
        and read.row(first)
        and all(_guides(each, section) for each in read.row(first).values())
    ):
        first += 1
    rows = [_row(read.row(number), heads, section) for number in range(first, read.last + 1)]
    for number, row in enumerate(rows, 1):
        counted = row.pop(names.NUMBER, str(number)) if section else str(number)
        if row and counted != str(number):
            faults.add(read.title, f"A{first + number - 1}", f"{counted}, but it is row {number}")
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _heads(read: Grid, section: Section | None) -> dict[int, str]:
    """What each column is: a field, else its label; by its letter where it has none of its own."""
    heads: dict[int, str] = {}
    for column, label in read.row(_HEAD).items():
        name = (names.columns(section).find(label) if section else None) or label
        heads[column] = _letter(column) if name in heads.values() else name
    return heads


def _row(row: dict[int, str], heads: dict[int, str], section: Section | None) -> dict[str, str]:
    said = ((heads.get(column) or _letter(column), text) for column, text in row.items())
    return {name: _coded(name, text, section) for name, text in said}


def _coded(name: str, text: str, section: Section | None) -> str:
    field = section.field(name) if section else None
    return names.code_of(field, text) if field else text


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - heavy

    letter: str = get_column_letter(column)
    return letter
