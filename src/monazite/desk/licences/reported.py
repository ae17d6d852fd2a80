"""What another customs system says, what it is answered, and why it may be refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from monazite.catalogue.texts import say
from monazite.desk.applications.errors import Refused
from monazite.desk.licences.models import Movement, Report


@dataclass(frozen=True, slots=True)
class Said:
    """A report as it comes; quantity in unit, of substance ("" for the goods themselves).

    line: its number on the licence; semantics: delta or cumulative; sequence: from 1, among the
    reports of that declaration about that line; as_of: an instant with its zone; value in the
    line's currency.
    """

    message_id: str
    licence: str
    line: int
    declaration: str
    semantics: str
    sequence: int
    as_of: datetime
    quantity: Decimal
    unit: str
    substance: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    """The report as it is kept, and the entries that it led to; replayed: it was here before."""

    report: Report
    movements: tuple[Movement, ...]
    replayed: bool


class ReportRefused(Refused):
    """A report that cannot be taken: every reason in a line of its own."""

    def __init__(self, line: int, codes: Sequence[str]) -> None:
        self.codes = tuple(codes)
        super().__init__("report_refused", line=line)

    def message(self, lang: str) -> str:
        """That it cannot be taken and every reason why, one a line."""
        reasons = [say(f"desk.report.{code}", lang) for code in self.codes]
        return "\n".join([super().message(lang), *reasons])
