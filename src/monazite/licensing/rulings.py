"""The ruling of the law on each line: what its fields say, and what keeps them from being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.law.document import document
from monazite.law.finding import ERROR
from monazite.law.ruled import ruled
from monazite.licensing.findings import Finding
from monazite.licensing.statements import place_of, statement

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.ruling import Ruling
    from monazite.licensing.application import Application


@dataclass(frozen=True, slots=True)
class LineRuling:
    """The ruling on line `number` (from 1); None where its fields cannot be read: see findings."""

    number: int
    ruling: Ruling | None
    findings: tuple[Finding, ...] = ()

    @property
    def outcome(self) -> str | None:
        """The outcome, or None without a ruling."""
        return self.ruling.outcome if self.ruling else None

    def document(self, lang: str) -> dict[str, Any] | None:
        """The ruling as JSON with its words in one language, None without a ruling."""
        return document(self.ruling.law, self.ruling, lang) if self.ruling else None


def line_rulings(application: Application, on: date, law: Law) -> tuple[LineRuling, ...]:
    """The ruling on each line as if it left on the day; the same situation is ruled on once."""
    return tuple(_line(application, n, on, law) for n in range(len(application.lines)))


def _line(application: Application, index: int, on: date, law: Law) -> LineRuling:
    said = statement(application, index, on, law)
    ruling, wrong = ruled(said, law)
    findings = tuple(_finding(index, name, value) for name, value in wrong)
    return LineRuling(index + 1, ruling, findings)


def _finding(index: int, name: str, value: str) -> Finding:
    code, path = place_of(index, name)
    return Finding(code, ERROR, path, values={"value": value})
