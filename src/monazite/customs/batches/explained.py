"""Whether quota, licensed imports and stock explain what went out; unknown is never zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.customs.batches.content import ZERO
from monazite.customs.findings import Finding
from monazite.law.finding import ERROR, NOTE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

LAW = "CN-REE-REGS-2024 art. 13"
"""What forbids to sell or export what was mined or separated unlawfully."""
IN, OUT = "in", "out"


@dataclass(frozen=True, slots=True)
class Term:
    """One number of the arithmetic: which (`customs.batch.term.CODE`), on which side, from where.

    mass_kg: rare earths counted as oxides; None where nobody knows it. at_least: more may lie
    behind it than is counted here.
    """

    code: str
    side: str
    mass_kg: Decimal | None
    source: str
    at_least: bool = False

    def document(self) -> dict[str, object]:
        """As JSON has it."""
        mass = None if self.mass_kg is None else format(self.mass_kg, "f")
        return {
            "term": self.code, "side": self.side, "mass_kg": mass, "source": self.source,
            "at_least": self.at_least,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explained:
    """The arithmetic of one firm and year.

    excess_kg: how much more went out than the known terms allow, None while a term that could
    explain it is unknown; finding: None where everything is known and explained.
    """

    terms: tuple[Term, ...]
    in_kg: Decimal
    out_kg: Decimal
    unknown: tuple[str, ...]
    excess_kg: Decimal | None
    finding: Finding | None


def explained(terms: Sequence[Term]) -> Explained:
    """What went out against what could; out of an unknown amount at least the known part went."""
    came, went = _sum(terms, IN), _sum(terms, OUT)
    unknown = tuple(each.code for each in terms if each.mass_kg is None or each.at_least)
    open_in = any(each.side == IN and each.mass_kg is None for each in terms)
    excess = None if open_in and went > came else max(went - came, ZERO)
    # More that came in would only explain more; more that went out would not.
    unsaid = excess is None or any(each.side == OUT and each.code in unknown for each in terms)
    finding = _finding(came, went, excess, unsaid=unsaid)
    return Explained(tuple(terms), came, went, unknown, excess, finding)


def _sum(terms: Sequence[Term], side: str) -> Decimal:
    return sum((each.mass_kg or ZERO for each in terms if each.side == side), ZERO)


def _finding(
    came: Decimal, went: Decimal, excess: Decimal | None, *, unsaid: bool
) -> Finding | None:
    values = {
        "in_kg": format(came, "f"), "out_kg": format(went, "f"),
        "more_kg": format(went - came, "f"),
    }  # fmt: skip
    if excess:
        return Finding("batch.more_out", ERROR, "", LAW, values)
    if unsaid:
        return Finding("batch.cannot_say", NOTE, "", values=values)
    return None
