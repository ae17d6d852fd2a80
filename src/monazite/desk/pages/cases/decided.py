"""What was proposed and decided: reasons, grounds, conditions, and the terms as they will stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from monazite.catalogue.texts import say
from monazite.desk.applications.models import Application, FiledLine
from monazite.desk.cases.clocks import REOPENED
from monazite.desk.cases.models import Decision, Task
from monazite.desk.cases.models.decisions import PROPOSED, STANDING, SUPERSEDED
from monazite.desk.pages.cases.choices import word, words
from monazite.licensing.amounts import amount

_HASH = 12
_LIMITS = (
    "quantity", "value", "uses_max", "sub_period_days", "sub_period_quantity", "sub_period_value",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TermRow:
    """A line of the licence: what binds it, each in words, and what is free."""

    number: str
    description: str
    controlled_by: str
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermWords:
    """What the licence shall hold."""

    valid_from: str
    valid_until: str
    lines: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """A decision as people read it; set_aside_at: when the case was opened again after it."""

    row: Decision
    kind: str
    outcome: str
    grounds: tuple[str, ...]
    conditions: tuple[str, ...]
    text: str
    terms: TermWords | None
    author: str
    proposed_at: datetime
    state: str
    state_words: str
    signer: str
    signed_at: datetime | None
    set_aside_at: datetime | None
    said: str
    law: str

    @property
    def open(self) -> bool:
        """Whether it waits for a signature."""
        return self.state == PROPOSED

    @property
    def stands(self) -> bool:
        """Whether it is what was decided."""
        return self.state == STANDING


def decisions(
    application: Application, rows: list[Decision], tasks: Iterable[Task], lang: str
) -> list[DecisionWords]:
    """Each in words; the lines of the application are read once where one has terms.

    tasks: of the case; those that a reopening opened tell when a decision was set aside.
    """
    reopened = sorted(task.opened_at for task in tasks if task.rule == REOPENED)
    lines = {}
    if any(row.terms for row in rows):
        lines = {str(row.number): row for row in application.lines.all()}
    return [
        replace(_decision(row, lines, lang), set_aside_at=_aside(row, reopened)) for row in rows
    ]


def _aside(row: Decision, reopened: list[datetime]) -> datetime | None:
    signed = row.signed_at
    if row.state != SUPERSEDED or signed is None:
        return None
    return next((at for at in reopened if at >= signed), None)


def _decision(row: Decision, lines: Mapping[str, FiledLine], lang: str) -> DecisionWords:
    return DecisionWords(
        row=row,
        kind=row.kind,
        outcome=word("outcome", row.outcome, lang),
        grounds=words("factor", row.grounds, lang),
        conditions=tuple(row.conditions),
        text=row.text,
        terms=_terms(row.terms, lines, lang) if row.terms else None,
        author=row.author.name,
        proposed_at=row.proposed_at,
        state=row.state,
        state_words=say(f"desk.pages.case.decision_state.{row.state}", lang),
        signer=row.signer.name if row.signer else "",
        signed_at=row.signed_at,
        set_aside_at=None,
        said=row.said,
        law=row.law_hash[:_HASH],
    )


def _terms(document: Mapping[str, Any], lines: Mapping[str, FiledLine], lang: str) -> TermWords:
    return TermWords(
        valid_from=str(document.get("valid_from", "")),
        valid_until=str(document.get("valid_until", "")),
        lines=tuple(_line(each, lines, lang) for each in document.get("lines", ())),
    )


def _line(document: Mapping[str, Any], lines: Mapping[str, FiledLine], lang: str) -> TermRow:
    number = str(document.get("number", ""))
    line = lines.get(number)
    return TermRow(
        number=number,
        description=line.description if line else "",
        controlled_by=word("control", str(document.get("controlled_by", "")), lang),
        limits=tuple(_limits(document, line, lang)),
    )


def _limits(document: Mapping[str, Any], line: FiledLine | None, lang: str) -> list[str]:
    """What is limited; nothing is said of what is not."""
    found = ((name, document.get(name)) for name in _LIMITS)
    return [
        say(f"desk.pages.case.limit.{name}", lang, value=_amount(name, str(value), line, lang))
        for name, value in found
        if value not in {None, ""}
    ]


def _amount(name: str, value: str, line: FiledLine | None, lang: str) -> str:
    """With the unit or the currency of the line."""
    if line is None or name in {"uses_max", "sub_period_days"}:
        return value
    told = amount(Decimal(value))
    if name.endswith("quantity"):
        return f"{told} {say(f'licensing.choice.unit.{line.unit}', lang)}"
    return f"{told} {line.currency}"
