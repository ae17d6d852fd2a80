"""The whole proof, in one look at the database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from monazite.desk.events.merkle import Tree
from monazite.desk.events.models import Checkpoint, Event
from monazite.desk.events.snapshot import snapshot
from monazite.desk.events.verification import reading
from monazite.desk.events.verification.chains import walk
from monazite.desk.events.verification.claims import spooled
from monazite.desk.events.verification.seals import Series
from monazite.desk.events.verification.values import Broken, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from monazite.desk.events.seal import Seal
    from monazite.desk.events.signing import PublicKeys
    from monazite.desk.events.verification.values import Link

    Progress = Callable[[int, int], None]

MOST = 10_000
"""So many findings are kept; all are counted."""
_STEP = 10_000


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at and what is broken; after: events that no checkpoint holds yet, since."""

    findings: tuple[Broken, ...]
    errors: int
    events: int
    aggregates: int
    checkpoints: int
    sealed_at: str | None
    after: int
    since: datetime | None
    papers: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing is broken."""
        return self.errors == 0

    def document(self, lang: str) -> dict[str, Any]:
        """The report as JSON."""
        return {
            "whole": self.whole,
            "errors": self.errors,
            "findings": [finding.document(lang) for finding in self.findings],
            "events": self.events,
            "aggregates": self.aggregates,
            "checkpoints": self.checkpoints,
            "papers": self.papers,
            "sealed_at": self.sealed_at,
            "after": self.after,
            "since": self.since.isoformat() if self.since else None,
        }


def prove(root: Path, keys: PublicKeys, progress: Progress | None = None) -> Report:
    """Read everything and say what is broken; progress is told events done and events in all."""
    found: list[Broken] = []
    errors, tally = 0, Tally()
    with snapshot(), spooled() as claims:
        series = Series(root, keys, found)
        trees: dict[int, tuple[Seal, Tree]] = {}
        for seal in series:
            claims.add(seal)
            trees[seal.number] = (_light(seal), Tree())
        links = _told(reading.links(), progress)
        errors = len([finding for finding in found if finding.severity == "error"])
        for broken in walk(
            reading.rows(), claims, links, tally,
            lambda number, leaf: trees[number][1].add(leaf),
        ):  # fmt: skip
            errors += 1
            if len(found) < MOST:
                found.append(broken)
        roots = list(_roots(trees))
        count = Checkpoint.objects.count()
    found += roots
    sealed_at = series.last.sealed_at if series.last else None
    return Report(
        tuple(found), errors + len(roots), tally.events, tally.aggregates, count, sealed_at,
        tally.after, tally.since,
    )  # fmt: skip


def _light(seal: Seal) -> Seal:
    """A checkpoint without its heads, which lie on disk."""
    return replace(seal, heads=())


def _roots(trees: dict[int, tuple[Seal, Tree]]) -> Iterator[Broken]:
    for number, (seal, tree) in sorted(trees.items()):
        if tree.size != seal.count or tree.root().hex() != seal.root:
            yield Broken("root", {"number": number, "count": seal.count, "found": tree.size})


def _told(links: Iterator[Link], progress: Progress | None) -> Iterator[Link]:
    if progress is None:
        yield from links
        return
    whole = Event.objects.count()
    for done, link in enumerate(links):
        if done % _STEP == 0:
            progress(done, whole)
        yield link
    progress(whole, whole)
