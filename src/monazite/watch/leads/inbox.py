"""The inbox: every lead once, with all that was found of it and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.watch.leads.dispositions import Disposition, checked
from monazite.watch.leads.documents import document
from monazite.watch.leads.fingerprints import SHOWN, fingerprint
from monazite.watch.leads.item import CLOSED, OPEN, Item, after, disposed, items
from monazite.watch.leads.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from monazite.watch.leads.lead import Lead

FILE = "leads.jsonl"
LEAST_TYPED = 6
"""Digits of a fingerprint below which it names nothing."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of leads that came in: how many were new, added to, opened again, or the same."""

    new: int
    added: int
    reopened: int
    same: int


class Inbox:
    """Leads in a folder; several may read and write at once."""

    def __init__(self, directory: Path) -> None:
        """The inbox in that folder; it need not exist before something is received."""
        self._journal = Journal(directory / FILE)

    def items(self) -> tuple[Item, ...]:
        """Every lead, in the order in which they came first."""
        return tuple(items(self._journal.events()).values())

    def receive(self, leads: Iterable[Lead], now: datetime) -> Received:
        """Put leads in: a new one is opened, one that is there gets what is new, and no more."""
        counts: Counter[str] = Counter()
        with self._journal.writing() as writer:
            known, events = items(writer.events), []
            for lead in leads:
                key = fingerprint(lead)
                event, what = _came(known.get(key), lead, key, now)
                counts[what] += 1
                if event is not None:
                    events.append(event)
                    known[key] = after(known.get(key), event)
            writer.add(events)
        return Received(*(counts[what] for what in ("new", "added", "reopened", "same")))

    def dispose(
        self,
        typed: str,
        outcome: str,
        *,
        by: str,
        evidence: str,
        now: datetime,
        until: date | None = None,
    ) -> Item:
        """End a lead, or take its end back (REOPEN); typed: the first digits of its fingerprint.

        InputError for a lead, an outcome, a person or an evidence that cannot be.
        """
        with self._journal.writing() as writer:
            item = _named(items(writer.events), typed)
            said = Disposition(outcome, by, now, evidence, item.lead.evidence, until)
            ended = disposed(item, checked(said))
            if ended.state == OPEN == item.state:
                raise InputError("outcome", outcome, "an outcome: this lead is open")
            writer.add([_ended(item, said)])
        return ended


def _came(
    item: Item | None, lead: Lead, key: str, now: datetime
) -> tuple[dict[str, Any] | None, str]:
    """The event that a lead makes, None where it says nothing new, and what became of it."""
    told: dict[str, Any] = {"fingerprint": key, "at": now.isoformat()}
    if item is None:
        return {**told, "event": "opened", "lead": document(lead)}, "new"
    known, reasons = set(item.lead.evidence), {each.code for each in item.lead.reasons}
    fresh = [each for each in lead.evidence if each not in known]
    other = any(each.code not in reasons for each in lead.reasons)
    if not fresh and not other:
        return None, "same"
    until = item.dispositions[-1].until if item.dispositions else None
    quiet = until is not None and now.date() <= until and not other
    merged = document(_merged(item.lead, lead, fresh))
    what = "reopened" if item.state == CLOSED and not quiet else "added"
    return {**told, "event": "added", "lead": merged, "quiet": quiet}, what


def _merged(old: Lead, new: Lead, fresh: Iterable[str]) -> Lead:
    """The lead as it is found now, with the evidence and the days of before."""
    first = [each for each in (old.first, new.first) if each is not None]
    last = [each for each in (old.last, new.last) if each is not None]
    return replace(
        new,
        evidence=(*old.evidence, *fresh),
        first=min(first, default=None),
        last=max(last, default=None),
    )


def _named(known: dict[str, Item], typed: str) -> Item:
    """The one lead whose fingerprint begins so; InputError for none and for several."""
    bare = typed.strip().casefold()
    found = [item for key, item in known.items() if key.startswith(bare)]
    if len(bare) < LEAST_TYPED or not found:
        accepted = f"the first {SHOWN} digits of a lead of this inbox (watch leads lists them)"
        raise InputError("lead", typed, accepted)
    if len(found) > 1:
        raise InputError("lead", typed, f"more digits: {len(found)} leads begin so")
    return found[0]


def _ended(item: Item, said: Disposition) -> dict[str, Any]:
    return {
        "event": "disposed",
        "fingerprint": item.fingerprint,
        "at": said.at.isoformat(),
        "outcome": said.outcome,
        "by": said.by,
        "evidence": said.evidence,
        "until": said.until.isoformat() if said.until else None,
    }
