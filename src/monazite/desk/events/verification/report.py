"""The whole proof, in one look at the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from monazite.desk.events.models import Checkpoint, Event
from monazite.desk.events.replay import every
from monazite.desk.events.snapshot import snapshot
from monazite.desk.events.unsealed import watermark
from monazite.desk.events.verification import reading, triggers
from monazite.desk.events.verification.chains import walk
from monazite.desk.events.verification.claims import spooled
from monazite.desk.events.verification.ledger import Ledger
from monazite.desk.events.verification.seals import Series
from monazite.desk.events.verification.values import Broken, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

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
    signers: Mapping[str, int] = field(default_factory=dict)
    """How many checkpoints each key signed, by fingerprint."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing that could be proved."""
        return self.errors == 0 and self.events == 0

    @property
    def whole(self) -> bool:
        """Whether there is something, and nothing of it is broken."""
        return self.errors == 0 and not self.empty

    def document(self, lang: str) -> dict[str, Any]:
        """The report as JSON."""
        return {
            "whole": self.whole,
            "empty": self.empty,
            "errors": self.errors,
            "findings": [finding.document(lang) for finding in self.findings],
            "events": self.events,
            "aggregates": self.aggregates,
            "checkpoints": self.checkpoints,
            "papers": self.papers,
            "sealed_at": self.sealed_at,
            "signers": dict(self.signers),
            "after": self.after,
            "since": self.since.isoformat() if self.since else None,
        }


def prove(root: Path, keys: PublicKeys, progress: Progress | None = None) -> Report:
    """Read everything and say what is broken; progress is told events done and events in all."""
    found: list[Broken] = []
    tally = Tally()
    with snapshot(), spooled() as claims:
        series, ledger = Series(root, keys, found), Ledger(watermark().database)
        for seal in series:
            claims.add(seal)
            ledger.add(seal)
        errors = len([finding for finding in found if finding.severity == "error"])
        walked = walk(
            reading.rows(), claims, _told(reading.links(), progress), reading.belongings(),
            tally, ledger,
        )  # fmt: skip
        whole = chain.from_iterable(replay.whole() for replay in every())
        for broken in chain(walked, _roots(ledger), whole, triggers.missing()):
            errors += 1
            if len(found) < MOST:
                found.append(broken)
        count = Checkpoint.objects.count()
    sealed_at = series.last.sealed_at if series.last else None
    return Report(
        tuple(found), errors, tally.events, tally.aggregates, count, sealed_at, tally.after,
        tally.since, signers=series.signers,
    )  # fmt: skip


def _roots(ledger: Ledger) -> Iterator[Broken]:
    """Asked when the last event was read, not before."""
    yield from ledger.roots()


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
