"""Which lead is which: the same rule about the same thing is the same lead."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.watch.leads.lead import Lead

SHOWN = 12
"""Digits of a fingerprint that a person sees and types."""


def fingerprint(lead: Lead) -> str:
    """SHA-256 of the lead's room, rule and subject, in hexadecimal."""
    told = json.dumps([lead.room, lead.rule, *lead.subject], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
