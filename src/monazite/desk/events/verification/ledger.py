"""What is known of the checkpoints while the events are read: leaves, places and moments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from monazite.desk.events.merkle import Tree
from monazite.desk.events.verification.values import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.desk.events.seal import Seal
    from monazite.desk.events.verification.values import Link

LATE = timedelta(minutes=10)
"""How much older than an earlier checkpoint an event may be: its transaction was still open."""


@dataclass(slots=True)
class _Sealed:
    seal: Seal
    since: datetime | None
    tree: Tree = field(default_factory=Tree)


class Ledger:
    """The trusted checkpoints, without their heads, which lie on disk.

    database: what watermarks call the one that is read; marks of another say nothing of it.
    """

    def __init__(self, database: str) -> None:
        self._database = database
        self._sealed: dict[int, _Sealed] = {}
        self._last: Seal | None = None

    def add(self, seal: Seal) -> None:
        """The next checkpoint."""
        light = replace(seal, heads=())
        self._sealed[seal.number] = _Sealed(light, _moment(self._last))
        self._last = light

    def leaf(self, number: int, leaf: bytes) -> None:
        """The hash of an event that a checkpoint holds, by aggregate and number."""
        self._sealed[number].tree.add(leaf)

    def fault(self, number: int | None, link: Link) -> str | None:
        """Whether an event could not be where it is: number, its checkpoint, or None for none."""
        held = self._sealed[number] if number is not None else None
        since = held.since if held else _moment(self._last)
        if since is not None and link.at < since - LATE:
            return "backdated"
        seal = held.seal if held else self._last
        if seal is None or link.place is None or seal.watermark.database != self._database:
            return None
        below = link.place < seal.watermark.at + (not self._database.startswith("postgresql"))
        if held is None:
            return "skipped" if below and self._complete() else None
        return None if below else "displaced"

    def _complete(self) -> bool:
        """Whether none is missing: otherwise its events look as if nobody had sealed them."""
        return self._last is not None and self._last.number == len(self._sealed)

    def roots(self) -> Iterator[Broken]:
        """The checkpoints whose events are not those that they were sealed over."""
        for number, held in sorted(self._sealed.items()):
            seal, tree = held.seal, held.tree
            if tree.size != seal.count or tree.root().hex() != seal.root:
                yield Broken("root", {"number": number, "count": seal.count, "found": tree.size})


def _moment(seal: Seal | None) -> datetime | None:
    return datetime.fromisoformat(seal.sealed_at) if seal else None
