"""The gate: a declaration and what is known go in, every finding and an outcome come out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from monazite.customs.checks import CHECKS
from monazite.customs.context import Context
from monazite.customs.drawing import Drawn, drawn
from monazite.customs.findings import told
from monazite.customs.rulings import rulings
from monazite.law.finding import ERROR, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from monazite.customs.declared import Declaration
    from monazite.customs.facts import Facts, LicenceFacts, LineFacts
    from monazite.customs.findings import Finding
    from monazite.customs.reading import Read
    from monazite.customs.regime import Rules
    from monazite.law.law import Law
    from monazite.law.ruling import Ruling

CLEAR, LOOK, STOP = "clear", "look", "stop"
OUTCOMES = (CLEAR, LOOK, STOP)
"""Nothing against it; an officer looks before it goes; it does not go."""
_ITEM = re.compile(r"items\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """What was found in item `number` (from 1).

    ruling: what the law says of it, as analysed where a laboratory has looked; None where its
    fields cannot be read. licence, line: what it draws on, by quantity in the line's unit and value
    in the line's currency (0 where the line's currency is another); None where it draws on none.
    """

    number: int
    outcome: str
    ruling: Ruling | None
    findings: tuple[Finding, ...]
    licence: LicenceFacts | None
    line: LineFacts | None
    quantity: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer: each item, what was found in the whole, and the gravest outcome of all."""

    items: tuple[CheckedItem, ...]
    findings: tuple[Finding, ...]
    outcome: str
    risk: int | None

    def all_findings(self) -> tuple[Finding, ...]:
        """Those of the whole, then those of each item."""
        return (*self.findings, *(f for item in self.items for f in item.findings))

    def told(self) -> Checked:
        """The answer as a declarant hears it: neither the score nor how the office aims.

        The outcomes are of what is told: else trying one value after the other, which costs
        nothing, would show what makes an officer look.
        """
        items, whole = tuple(_told(item) for item in self.items), told(self.findings)
        heard = (*whole, *(f for item in items for f in item.findings))
        return Checked(items, whole, outcome_of(heard), None)

    def without(self, code: str, path: str) -> Checked:
        """The answer without a finding in the whole that is no question here."""
        whole = tuple(f for f in self.findings if (f.code, f.path) != (code, path))
        left = (*whole, *(f for item in self.items for f in item.findings))
        return replace(self, findings=whole, outcome=outcome_of(left))

    def document(self, lang: str) -> dict[str, Any]:
        """The answer as JSON, its words in one language."""
        return {
            "outcome": self.outcome,
            "risk": self.risk,
            "findings": [f.document(lang) for f in self.findings],
            "items": [_document(item, lang) for item in self.items],
        }


def check(declaration: Declaration, facts: Facts, law: Law, rules: Rules) -> Checked:
    """Everything that is found in a declaration that was made without a document."""
    return _checked(declaration, (), facts, law, rules)


def check_read(read: Read, facts: Facts, law: Law, rules: Rules) -> Checked:
    """Everything that is found in a document: what cannot be read, then what is wrong with it."""
    return _checked(read.declaration, read.findings, facts, law, rules)


def _checked(
    declaration: Declaration, read: Sequence[Finding], facts: Facts, law: Law, rules: Rules
) -> Checked:
    unread = {f.path for f in read if f.severity == ERROR}
    ruled = rulings(declaration, facts, law, rules)
    context = Context(declaration, facts, law, rules, ruled, unread)
    draws = drawn(context)
    found = [*read, *(f for draw in draws for f in draw.findings)]
    for one in CHECKS:
        found += one(context)
    own, whole = _by_item(found, len(declaration.items))
    items = tuple(
        _item(n, ruled[n - 1].governing, tuple(own[n - 1]), draws[n - 1])
        for n in range(1, len(ruled) + 1)
    )
    return Checked(items, tuple(whole), outcome_of(found), facts.risk)


def outcome_of(findings: Iterable[Finding]) -> str:
    """An error stops, a warning looks, a note does neither."""
    severities = {f.severity for f in findings}
    return STOP if ERROR in severities else LOOK if WARNING in severities else CLEAR


def _by_item(found: Iterable[Finding], items: int) -> tuple[list[list[Finding]], list[Finding]]:
    """The findings of each item, and those of the whole; each once."""
    own: list[list[Finding]] = [[] for _ in range(items)]
    whole: list[Finding] = []
    for finding in found:
        at = _ITEM.match(finding.path)
        number = int(at[1]) if at else items
        (own[number] if number < items else whole).append(finding)
    return own, whole


def _item(
    number: int, ruling: Ruling | None, findings: tuple[Finding, ...], draw: Drawn
) -> CheckedItem:
    return CheckedItem(
        number=number,
        outcome=outcome_of(findings),
        ruling=ruling,
        findings=findings,
        licence=draw.licence,
        line=draw.line,
        quantity=draw.quantity,
        value=draw.value,
    )


def _told(item: CheckedItem) -> CheckedItem:
    found = told(item.findings)
    return replace(item, findings=found, outcome=outcome_of(found))


def _document(item: CheckedItem, lang: str) -> dict[str, Any]:
    return {
        "number": item.number,
        "outcome": item.outcome,
        "ruling": item.ruling.outcome if item.ruling else None,
        "licence": item.licence.number if item.licence else None,
        "licence_line": item.line.number if item.line else None,
        "quantity": f"{item.quantity:f}",
        "unit": item.line.unit if item.line else None,
        "value": f"{item.value:f}",
        "currency": item.line.currency if item.line else None,
        "findings": [f.document(lang) for f in item.findings],
    }
