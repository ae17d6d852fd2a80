"""What is wrong with a cell of a table of records, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible

_LONGEST = 60
"""Signs of a value that a message repeats."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: row is the number of the data row from 1, 0 for the head of the table.

    accepted: words that would do, where they can be told.
    """

    file: str
    row: int
    column: str
    value: str
    code: str
    accepted: str = ""

    def said(self, lang: str) -> str:
        """The problem with its place and its remedy in the language."""
        value = visible(self.value)
        shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
        place = "at_row" if self.row else "at_head" if self.column else "at_file"
        places = {"file": self.file, "row": self.row, "column": self.column}
        where = say(f"watch.reading.{place}", lang, **places)
        return where + say(f"watch.reading.{self.code}", lang, value=shown, accepted=self.accepted)
