"""Every party compared with the lists: when it is first named, when a list changes, every day."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from monazite.desk.events.append import record
from monazite.desk.events.prints import ROWS
from monazite.desk.screening.alerts import Document, alerts_sha256, finding
from monazite.desk.screening.force import Force, in_force
from monazite.desk.screening.models import Comparison, Party
from monazite.desk.screening.prints import COMPARISON
from monazite.desk.watching.taking_up import CLOCK
from monazite.watch.screening.documents import asked_of, document

if TYPE_CHECKING:
    from monazite.watch.screening.screener import Screener

_AT_ONCE, _TURN_S = 400, 20.0


@dataclass(frozen=True, slots=True)
class _Open:
    """The lists of a folder as they were opened: their index takes seconds and much memory."""

    folder: Path
    force: Force
    on: date
    screener: Screener


class Comparing:
    """The worker's comparison; it holds the index of the lists for as long as they are in force."""

    def __init__(self) -> None:
        self._open: _Open | None = None

    def compare(self, now: datetime) -> int:
        """Compare those that were not yet, for some seconds; how many. 0 without lists.

        Suppressions end, entries come into force and lists grow stale with a day, so all are
        compared again on each, and only what is found then and was not before is kept.
        """
        on = now.astimezone(UTC).date()
        force = in_force(Path(settings.LISTS_ROOT), on, settings.ALARMS)
        if force is None:
            self._open = None
            return 0
        done, end = 0, monotonic() + _TURN_S
        for parties in _waiting(force, on):
            answers = self._screener(force, now, on).screen_many(
                [asked_of(party.asked) for party in parties], on
            )
            last = _last(parties)
            for party, answer in zip(parties, answers, strict=True):
                found, before = document(answer), last.get(party.pk)
                if before is None or finding(before.found) != finding(found):
                    _keep(party, before, found, force, now)
            _mark(parties, force, on)
            done += len(parties)
            if monotonic() > end:  # other jobs wait: the next turn goes on
                break
        return done

    def _screener(self, force: Force, now: datetime, on: date) -> Screener:
        """The lists in force, opened once."""
        from monazite.watch.screening.screener import Screener  # noqa: PLC0415 - numpy, numba

        folder, held = Path(settings.LISTS_ROOT), self._open
        if held is None or (held.folder, held.force, held.on) != (folder, force, on):
            self._open = held = None  # two indexes at once would take twice the memory
            opened = Screener.open(folder, now=now, alarms=settings.ALARMS)
            self._open = held = _Open(folder, force, on, opened)
        return held.screener


def _waiting(force: Force, on: date) -> Iterator[Sequence[Party]]:
    """Those that were not compared with these lists on this day, new ones first, in parts."""
    waiting = Party.objects.filter(~Q(lists=force.hash) | ~Q(compared_on=on))
    while parties := list(waiting.order_by("lists", "pk")[:_AT_ONCE]):
        yield parties


def _mark(parties: Sequence[Party], force: Force, on: date) -> None:
    idents = [party.pk for party in parties]
    Party.objects.filter(pk__in=idents).update(lists=force.hash, compared_on=on)


def _last(parties: Sequence[Party]) -> dict[uuid.UUID, Comparison]:
    """The last comparison of each, in one query."""
    rows = Comparison.objects.filter(party__in=parties).order_by("party_id", "number")
    return {row.party_id: row for row in rows}


@transaction.atomic
def _keep(
    party: Party, last: Comparison | None, found: Document, force: Force, now: datetime
) -> None:
    """Keep what was found, with its event."""
    row = Comparison(
        party=party, number=last.number + 1 if last else 1, at=now, lists=force.hash,
        result=found["result"], found=found,
    )  # fmt: skip
    alerts = alerts_sha256(found)
    told = {"alerts": alerts, ROWS: {"comparisons": {str(row.number): COMPARISON.of(row)}}}
    if alerts != party.alerts:  # what was told of others is to be told again
        party.named.exclude(alerts="").update(alerts="")
    record(party, "compared", told, CLOCK, alerts=alerts)
    row.save(force_insert=True)
