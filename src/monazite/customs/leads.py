"""What somebody of the offices should look into: kinds of leads, their procedure, their ends."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from monazite.law.procedure import Machine, build
from monazite.law.tables import place, table

TIP = "tip"
"""Somebody told of a violation."""
ILLEGAL_MINING = "illegal_mining"
"""More went out than quota, licensed imports and stock allow."""
NO_BOOKS = "no_books"
"""Controlled rare earths left by a firm that keeps no books of batches where it must."""
OFFLINE_CONFLICT = "offline_conflict"
"""What a post let go without its line does not fit the ledger."""
LEDGER_CONFLICT = "ledger_conflict"
"""A message about a licence contradicts those before it."""
STATISTICS_GAP = "statistics_gap"
"""Two counts of the same goods differ."""
DUTY_OVERDUE = "duty_overdue"
"""What was to be reported after goods left was not."""
DECLARATION = "declaration"
"""Something about a declaration."""
PARTY_ALERT = "party_alert"
"""Somebody who is named on a form or a declaration is like an entry of a list."""
KINDS = (
    TIP, ILLEGAL_MINING, NO_BOOKS, OFFLINE_CONFLICT, LEDGER_CONFLICT, STATISTICS_GAP, DUTY_OVERDUE,
    DECLARATION, PARTY_ALERT,
)  # fmt: skip
"""Every kind; words: `customs.lead.kind.KIND`."""
OUTCOMES = ("unfounded", "explained", "warned", "corrected", "penalised", "referred")
"""How a lead ends; referred: another authority goes on with it."""
WHO = ("desk", "office", "nobody")
_FILE = Path(__file__).with_name("leads.yaml")


@lru_cache(maxsize=1)
def machine() -> Machine:
    """The table of leads; LawDataError where it breaks its own rules."""
    return build(table(_FILE), place(_FILE), WHO)
