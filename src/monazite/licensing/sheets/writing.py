"""The form written as a workbook, empty as a template or with what was typed so far."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.catalogue.words import language, unknown
from monazite.licensing.fields import REGIME, regimes, sections
from monazite.licensing.sheets import names

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from monazite.licensing.fields import Form
    from monazite.licensing.sheets.pen import Pen

_GUIDE = ("start", "asked", "rows", "numbers", "text", "lists", "hidden", "check")


def template(lang: str, regime: str) -> bytes:
    """An empty form to fill in, in one language, for a regime; InputError for an unknown one."""
    if regime not in regimes():
        raise unknown("regime", regime, f"one of {', '.join(regimes())}", regimes())
    return write_xlsx({"application": {REGIME: regime}}, lang)


def write_xlsx(form: Form, lang: str) -> bytes:
    """The form as a workbook with its labels in a language.

    Every section and field of the table, and fields that the form has beside them; choices by
    their names. Sections that the table does not know, and what is no record, are left out.

    Raises:
        InputError: a text that is longer than a cell can hold; an unknown language.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - heavy

    from monazite.licensing.sheets.pen import Pen  # noqa: PLC0415 - likewise
    from monazite.licensing.sheets.records import listed, single  # noqa: PLC0415 - likewise

    book = Workbook()
    pen = Pen(book, language(lang))
    first = book.worksheets[0]
    first.title = names.said(names.READ_ME, lang)
    _read_me(first, pen)
    kept = {name: each for name, each in sections().items() if not each.many}
    single(book.create_sheet(names.said(names.SINGLE, lang), 1), kept, form, pen)
    many = [each for each in sections().values() if each.many]
    for place, section in enumerate(many, 2):
        listed(book.create_sheet(section.title(lang), place), section, form.get(section.name), pen)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _read_me(sheet: Worksheet, pen: Pen) -> None:
    pen.width(sheet, 1, "guide")
    pen.put(sheet, (1, 1), say("licensing.sheet.guide.title", pen.lang), "title")
    for row, name in enumerate(_GUIDE, 3):
        pen.put(sheet, (row, 1), say(f"licensing.sheet.guide.{name}", pen.lang), "prose")
