"""Whether a licence can be used on a day, and every reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

ACTIVE, NOT_YET, IN_AMENDMENT, SUSPENDED, EXPIRED, EXHAUSTED = (
    "active", "not_yet", "in_amendment", "suspended", "expired", "exhausted",
)  # fmt: skip
REVOKED, SURRENDERED, REPLACED, COMPLETED = "revoked", "surrendered", "replaced", "completed"
ENDS = (REVOKED, SURRENDERED, REPLACED, COMPLETED)
"""How a licence ends for good before its term; completed: a licence for one export, once used."""
STATES = (ACTIVE, NOT_YET, IN_AMENDMENT, SUSPENDED, EXPIRED, EXHAUSTED, *ENDS)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a licence; its last day is in its term.

    ended: one of `ENDS`, or "" while it has not ended; exhausted: nothing is left on any line.
    """

    valid_from: date
    valid_until: date
    suspended: bool
    amending: bool
    ended: str
    exhausted: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What a licence is on a day; reasons: every state that forbids its use, the gravest first."""

    state: str
    usable: bool
    reasons: tuple[str, ...]


def standing(facts: Facts, on: date) -> Standing:
    """Where the licence stands on a day: what ends it for good goes before what may pass."""
    if facts.ended and facts.ended not in ENDS:
        raise ValueError(f"no way for a licence to end: {facts.ended!r}; ways: {', '.join(ENDS)}")
    against = {
        facts.ended: bool(facts.ended),
        EXPIRED: on > facts.valid_until,
        EXHAUSTED: facts.exhausted,
        SUSPENDED: facts.suspended,
        IN_AMENDMENT: facts.amending,
        NOT_YET: on < facts.valid_from,
    }
    reasons = tuple(state for state, applies in against.items() if applies)
    return Standing(state=(*reasons, ACTIVE)[0], usable=not reasons, reasons=reasons)
