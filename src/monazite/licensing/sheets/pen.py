"""Writes into a workbook that is being made: how each kind of cell looks, and what it offers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from monazite.errors import InputError
from monazite.licensing.fields import ALWAYS
from monazite.licensing.hygiene import shown
from monazite.licensing.sheets import names
from monazite.licensing.sheets.strings import escape

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from monazite.licensing.fields import Field

LONGEST = 32_767
"""Signs that a cell can hold."""
_PROMPT, _TITLE = 255, 32
_WIDTHS = {"text": 48, "word": 26, "codes": 18, "country": 18, "choice": 26, "guide": 100, "#": 6}
_WIDTH = 16
_TEXT = "@"
_INK, _PAPER, _QUIET = "1F3B4D", "E4EDF2", "5F6B73"
_SIDE = Side(style="thin", color="C5D0D6")
_LINE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_TOP = Alignment(wrap_text=True, vertical="top")
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"font": Font(bold=True, size=16, color=_INK)},
    "prose": {"alignment": _TOP},
    "head": {
        "font": Font(bold=True, color="FFFFFF"),
        "fill": PatternFill("solid", fgColor=_INK),
        "alignment": _TOP,
        "border": _LINE,
    },
    "heading": {"font": Font(bold=True, size=13, color=_INK)},
    "label": {"font": Font(color=_INK), "fill": PatternFill("solid", fgColor=_PAPER)},
    "hint": {"font": Font(italic=True, size=9, color=_QUIET), "alignment": _TOP},
    "number": {"font": Font(color=_QUIET), "fill": PatternFill("solid", fgColor=_PAPER)},
    "entry": {"alignment": _TOP, "border": _LINE},
}

Place = tuple[int, int]
"""Row and column of a cell, from 1."""


class Pen:
    """Writes one workbook in one language; the words of its lists stand on a sheet of their own."""

    def __init__(self, book: Workbook, lang: str) -> None:
        self.lang = lang
        self._lists = book.create_sheet(names.said(names.LISTS, lang))
        self._lists.sheet_state = "hidden"
        self._ranges: dict[str, str] = {}
        for name, look in _STYLES.items():
            book.add_named_style(NamedStyle(name, number_format=_TEXT, **look))

    def put(self, sheet: Worksheet, at: Place, text: str, style: str) -> None:
        """Words of the workbook's own; they are text even where they look like a formula."""
        _write(sheet, at, escape(text), style)

    def label(self, sheet: Worksheet, at: Place, field: Field, style: str = "label") -> None:
        """The name of a field, with a star where every application is asked."""
        star = " *" if field.asked == ALWAYS and not field.kinds else ""
        self.put(sheet, at, f"{field.label(self.lang)}{star}", style)

    def entry(self, sheet: Worksheet, at: Place, typed: object, field: Field | None) -> None:
        """What was typed, a choice by its name; InputError where no cell can hold it."""
        if typed is None:
            sheet.cell(*at).style = "entry"
            return
        text = _text(typed)
        held = escape(names.offered(field, self.lang).get(text, text) if field else text)
        if len(held) > LONGEST:
            name = field.name if field else "form"
            raise InputError(name, shown(text), f"at most {LONGEST:,} characters in a workbook")
        _write(sheet, at, held, "entry")

    def width(self, sheet: Worksheet, column: int, kind: str) -> None:
        """How wide a column is by what it holds; all its cells are text."""
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = _WIDTHS.get(kind, _WIDTH)
        dimension.number_format = _TEXT
        dimension.alignment = _TOP

    def offer(self, sheet: Worksheet, where: str, field: Field) -> None:
        """The hint beside the cells of a field, and its list or its longest text."""
        offered = names.offered(field, self.lang)
        rule = (
            DataValidation("list", formula1=self._range(field, tuple(offered.values())))
            if offered
            else DataValidation("textLength", operator="lessThanOrEqual", formula1=str(field.limit))
        )
        error = names.said("not_in_list" if offered else "too_long", self.lang)
        rule.errorStyle, rule.error, rule.showErrorMessage = "warning", error, True
        rule.promptTitle = field.label(self.lang)[:_TITLE]
        rule.prompt, rule.showInputMessage = field.help(self.lang)[:_PROMPT], True
        rule.add(where)
        sheet.add_data_validation(rule)

    def _range(self, field: Field, words: tuple[str, ...]) -> str:
        """Where the words of a list stand: the list in a rule itself may have 255 signs."""
        name = field.of or field.type
        if name not in self._ranges:
            column = len(self._ranges) + 1
            for row, word in enumerate(words, 1):
                self.put(self._lists, (row, column), word, "prose")
            letter = get_column_letter(column)
            where = f"'{self._lists.title}'!${letter}$1:${letter}${len(words)}"
            self._ranges[name] = where
        return self._ranges[name]


def _write(sheet: Worksheet, at: Place, held: str, style: str) -> None:
    cell = cast("Cell", sheet.cell(*at))  # nothing is merged here
    cell.style = style
    cell.value = held
    cell.data_type = "s"


def _text(typed: object) -> str:
    if isinstance(typed, str):
        return typed
    if isinstance(typed, bool):
        return names.YES_NO[not typed]
    return json.dumps(typed, ensure_ascii=False)
