"""Leads and moments that tests of the inbox share; all of it made up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from monazite.watch.leads.dispositions import Disposition
from monazite.watch.leads.fingerprints import fingerprint
from monazite.watch.leads.item import Item, disposed
from monazite.watch.leads.lead import Lead, Reason

if TYPE_CHECKING:
    from monazite.watch.leads.inbox import Inbox

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def later(days: int) -> datetime:
    """So many days after the first moment."""
    return NOON + timedelta(days)


def lead(subject: str = "L1", *evidence: str, **more: Any) -> Lead:
    """A lead of rule C9 about one licence, with what is given instead."""
    stated: dict[str, Any] = {
        "room": "patterns", "rule": "C9", "subject": (subject,), "score": 0.5,
        "reasons": (Reason("not_confirmed", {"shipments": 1, "days": 120}),),
        "otherwise": ("slow_papers",), "evidence": evidence or ("shipment:s1",),
        "first": date(2026, 1, 5), "last": date(2026, 1, 5), "agency": "commerce",
    }  # fmt: skip
    return Lead(**{**stated, **more})


def item(rule: str, number: int, outcome: str = "", score: float = 0.5) -> Item:
    """A lead of a rule in the inbox, ended where an outcome is given."""
    made = lead(f"{rule}-{number}", rule=rule, score=score)
    held = Item(fingerprint(made), made, NOON, NOON)
    if not outcome:
        return held
    return disposed(held, Disposition(outcome, "x", NOON, "y", made.evidence))


def ended(inbox: Inbox, about: Lead, outcome: str, day: int = 1, until: date | None = None) -> Item:
    """The lead after somebody ended it so many days after the first moment."""
    typed, seen = fingerprint(about), "papers seen"
    return inbox.dispose(typed, outcome, by="Li Na", evidence=seen, now=later(day), until=until)
