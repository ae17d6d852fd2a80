"""A lead in the inbox: what was found, what became of it, folded from its events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from monazite.watch.leads.dispositions import REOPEN, Disposition
from monazite.watch.leads.documents import lead_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.watch.leads.lead import Lead

OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True, slots=True)
class Item:
    """A lead and what became of it.

    lead: as it was last found, its evidence all that ever was. opened_at, changed_at: when it came
    first, and when something new came. reopened: something new came after an end. dispositions:
    every end and every reopening by a person, in order.
    """

    fingerprint: str
    lead: Lead
    opened_at: datetime
    changed_at: datetime
    state: str = OPEN
    reopened: bool = False
    dispositions: tuple[Disposition, ...] = ()

    @property
    def outcome(self) -> str:
        """How it ended; empty while it is open."""
        return self.dispositions[-1].outcome if self.state == CLOSED else ""


def items(events: Iterable[Mapping[str, Any]]) -> dict[str, Item]:
    """Every lead by its fingerprint, in the order in which they came first."""
    found: dict[str, Item] = {}
    for event in events:
        key = event["fingerprint"]
        found[key] = after(found.get(key), event)
    return found


def after(item: Item | None, event: Mapping[str, Any]) -> Item:
    """The lead after one more event; the first opens it."""
    at = datetime.fromisoformat(event["at"])
    if item is None:
        return Item(event["fingerprint"], lead_of(event["lead"]), at, at)
    if event["event"] == "added":
        return _added(item, lead_of(event["lead"]), at, quiet=event["quiet"])
    return disposed(item, _disposition(event, item, at))


def _added(item: Item, lead: Lead, at: datetime, *, quiet: bool) -> Item:
    if quiet or item.state == OPEN:
        return replace(item, lead=lead, changed_at=at)
    return replace(item, lead=lead, changed_at=at, state=OPEN, reopened=True)


def disposed(item: Item, said: Disposition) -> Item:
    """The lead after somebody ended it or took the end back."""
    state = OPEN if said.outcome == REOPEN else CLOSED
    return replace(item, state=state, reopened=False, dispositions=(*item.dispositions, said))


def _disposition(event: Mapping[str, Any], item: Item, at: datetime) -> Disposition:
    until = date.fromisoformat(event["until"]) if event["until"] else None
    return Disposition(
        event["outcome"], event["by"], at, event["evidence"], item.lead.evidence, until
    )
