"""The sheets of a form as they are written: the single records on one, each list on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from monazite.catalogue.texts import say
from monazite.licensing.sheets import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from monazite.licensing.fields import Field, Form, Section
    from monazite.licensing.sheets.pen import Pen

_LABEL, _ENTRY, _HINT = 1, 2, 3
_HEAD, _HINTS, _FIRST = 1, 2, 3
_NUMBER, _COLUMNS = 1, 2
_HINT_HEIGHT = 64
"""Points: five lines of small print."""

Record = dict[str, object]


def single(sheet: Worksheet, kept: Mapping[str, Section], form: Form, pen: Pen) -> None:
    """Single records below each other: a heading, then a row for each field."""
    for column, (name, kind) in enumerate(
        (("field", "word"), ("entry", "text"), ("hint", "text")), 1
    ):
        pen.width(sheet, column, kind)
        pen.put(sheet, (_HEAD, column), names.said(name, pen.lang), "head")
    sheet.freeze_panes = "A2"
    at = _HEAD + 1
    for name, section in kept.items():
        at = _record(sheet, section, _said(form.get(name)), at, pen) + 2


def _record(sheet: Worksheet, section: Section, said: Record, at: int, pen: Pen) -> int:
    """One record from its heading on; its last row."""
    pen.put(sheet, (at, _LABEL), section.title(pen.lang), "heading")
    pen.put(sheet, (at, _HINT), say(f"licensing.about.{section.name}", pen.lang), "hint")
    fields, stray = section.fields, _stray(section, [said])
    for row, field in enumerate(fields, at + 1):
        pen.label(sheet, (row, _LABEL), field)
        pen.put(sheet, (row, _HINT), field.help(pen.lang), "hint")
        pen.offer(sheet, f"B{row}", field)
        pen.entry(sheet, (row, _ENTRY), said.get(field.name), field)
    for row, name in enumerate(stray, at + 1 + len(fields)):
        pen.entry(sheet, (row, _LABEL), name, None)
        pen.entry(sheet, (row, _ENTRY), said[name], None)
    return at + len(fields) + len(stray)


def listed(sheet: Worksheet, section: Section, typed: object, pen: Pen) -> None:
    """A list of records: labels, hints, then a row for each; the rows are numbered to the last."""
    records = [_said(each) for each in typed] if isinstance(typed, list) else []
    stray = _stray(section, records)
    last = _HINTS + max(section.most, len(records))
    _numbers(sheet, last, pen)
    for column, field in enumerate(section.fields, _COLUMNS):
        _column(sheet, column, last, field, pen)
    for column, name in enumerate(stray, _COLUMNS + len(section.fields)):
        pen.entry(sheet, (_HEAD, column), name, None)
    for row, record in enumerate(records, _FIRST):
        for column, name in enumerate([*(each.name for each in section.fields), *stray], _COLUMNS):
            pen.entry(sheet, (row, column), record.get(name), section.field(name))
    sheet.freeze_panes = "B3"
    sheet.row_dimensions[_HINTS].height = _HINT_HEIGHT


def _numbers(sheet: Worksheet, last: int, pen: Pen) -> None:
    pen.width(sheet, _NUMBER, names.NUMBER)
    pen.put(sheet, (_HEAD, _NUMBER), names.said("number", pen.lang), "head")
    for row in range(_FIRST, last + 1):
        pen.put(sheet, (row, _NUMBER), str(row - _HINTS), "number")


def _column(sheet: Worksheet, column: int, last: int, field: Field, pen: Pen) -> None:
    pen.width(sheet, column, field.type)
    pen.label(sheet, (_HEAD, column), field, "head")
    pen.put(sheet, (_HINTS, column), field.help(pen.lang), "hint")
    letter = get_column_letter(column)
    pen.offer(sheet, f"{letter}{_FIRST}:{letter}{last}", field)


def _stray(section: Section, records: list[Record]) -> list[str]:
    """The fields of the records that the section does not know."""
    said = dict.fromkeys(name for record in records for name in record)
    return [name for name in said if section.field(name) is None]


def _said(typed: object) -> Record:
    return typed if isinstance(typed, dict) else {}
