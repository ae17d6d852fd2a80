"""A lead: something that looks like a pattern, why, what else could explain it, whose it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

GRADE = "consistent with"
"""What a finding is with its pattern; it proves none."""
Room = Literal["screening", "targeting", "patterns", "trade"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for the pattern: a code with words, and the figures it tells."""

    code: str
    figures: Mapping[str, Decimal | float | int | str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead, before anybody looked at it.

    rule: its id (`C3`, `B7`, `screening`, `risk`); subject: what it is about, by ids that stay the
    same when the rule runs again (a party, a cluster, a licence, a flow): with the rule they are
    its fingerprint. score: 0 to 1, orders leads of one rule, no probability. otherwise: codes of
    what else could explain it, at least one. evidence: ids of the records it rests on
    (`shipment:123`). agency: who leads on it; with: who else is told. law: what it would breach.
    first, last: days of the earliest and the latest record.
    """

    room: Room
    rule: str
    subject: tuple[str, ...]
    score: float
    reasons: tuple[Reason, ...]
    otherwise: tuple[str, ...]
    evidence: tuple[str, ...]
    first: date | None
    last: date | None
    agency: str
    told: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    grade: str = GRADE
