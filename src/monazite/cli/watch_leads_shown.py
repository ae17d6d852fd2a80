"""What a command of leads shows: the items in their order, and how they came there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.cli.watch_inbox_options import now
from monazite.watch.leads.fingerprints import fingerprint
from monazite.watch.leads.inbox import Inbox
from monazite.watch.leads.item import OPEN, Item
from monazite.watch.leads.precision import ordered, precisions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from monazite.watch.leads.inbox import Received
    from monazite.watch.leads.precision import Precision
    from monazite.watch.patterns.found import Found, NotComputed


@dataclass(frozen=True, slots=True)
class Shown:
    """Leads in the order of what is worth a look, and what stands beside them.

    received: what became of the leads of this run in the inbox, None without one.
    """

    items: tuple[Item, ...]
    precisions: Mapping[str, Precision]
    received: Received | None
    not_computed: tuple[NotComputed, ...]


def shown(found: Found, inbox: Path | None, *, closed: bool) -> Shown:
    """The leads of a run, or the whole inbox after it has received them."""
    if inbox is None:
        at = now()
        items = tuple(Item(fingerprint(lead), lead, at, at) for lead in found.leads)
        return Shown(ordered(items), precisions(items), None, found.not_computed)
    box = Inbox(inbox)
    received = box.receive(found.leads, now()) if found.rules else None
    items = box.items()
    known = precisions(items)
    kept = tuple(item for item in ordered(items) if closed or item.state == OPEN)
    return Shown(kept, known, received, found.not_computed)
