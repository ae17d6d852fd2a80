"""What is wrong with a user's file: a row, what stands there, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that cannot be used as it stands; the rest of the file still is.

    file: its name; row: the line in it, the header as 1; field: the column, or empty for the whole
    row; value: what stands there; code: of the texts `chain.problem.CODE` (what is wrong) and
    `chain.remedy.CODE` (what would mend it), which take file, row, field, value and `told`.
    """

    file: str
    row: int
    field: str
    value: str
    code: str
    told: Mapping[str, str]

    def wrong(self, lang: str) -> str:
        """What is wrong, as a sentence in the language."""
        return say(f"chain.problem.{self.code}", lang, **self._values())

    def remedy(self, lang: str) -> str:
        """What would mend it, as a sentence in the language."""
        return say(f"chain.remedy.{self.code}", lang, **self._values())

    def document(self, lang: str) -> dict[str, Any]:
        """The problem as one JSON object."""
        return {
            "file": self.file, "row": self.row, "field": self.field, "value": self.value,
            "code": self.code, "wrong": self.wrong(lang), "remedy": self.remedy(lang),
        }  # fmt: skip

    def _values(self) -> dict[str, str]:
        same = {"file": self.file, "row": str(self.row), "field": self.field, "value": self.value}
        return {**same, **self.told}
