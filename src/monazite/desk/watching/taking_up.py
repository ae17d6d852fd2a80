"""Parties are taken up from the events since the last look; nobody who files waits for it."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator, Sequence
from time import monotonic

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from monazite.desk.events.append import Who, create
from monazite.desk.events.unsealed import between, watermark
from monazite.desk.screening.models import APPLICATION, DECLARATION, Bookmark, Named, Party
from monazite.desk.screening.prints import asked_sha256
from monazite.desk.watching.finding import Found, of_applications, of_declarations
from monazite.watch.screening.documents import asked_document
from monazite.watch.screening.suppressions.fingerprint import fingerprint

CLOCK = Who(None, "worker")
_LOG = logging.getLogger("monazite.desk.worker")
_STEPS = {APPLICATION: "filed", DECLARATION: "lodged"}
_SOURCES = {APPLICATION: of_applications, DECLARATION: of_declarations}
_AT_ONCE, _TURN_S = 200, 20.0


def take_up() -> int:
    """Keep the parties of what was filed or lodged since the last time; how many are new.

    The first time, and in a database that was restored, everything is looked through, some seconds
    a turn: what is known is passed over, and the place is marked when all of it is.
    """
    mark, now, end = Bookmark.objects.first(), watermark(), monotonic() + _TURN_S
    start = mark.at if mark is not None and mark.database == now.database else None
    rows = between(start, now)
    taken = 0
    for kind, step in _STEPS.items():
        idents = rows.filter(aggregate_kind=kind, kind=step).values_list("aggregate_id", flat=True)
        for part in _parts(list(idents)):
            taken += _keep(kind, part)
            if monotonic() > end:
                return taken
    Bookmark.objects.update_or_create(pk=1, defaults={"database": now.database, "at": now.at})
    return taken


def _parts(idents: Sequence[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    """Those whose parties are not kept yet, some at a time."""
    every = list(dict.fromkeys(idents))
    for start in range(0, len(every), _AT_ONCE):
        part = every[start : start + _AT_ONCE]
        known = set(Named.objects.filter(subject__in=part).values_list("subject", flat=True))
        if missing := [ident for ident in part if ident not in known]:
            yield missing


def _keep(kind: str, part: Sequence[uuid.UUID]) -> int:
    """How many parties are new; one that cannot be read is named in the log and passed over."""
    try:
        return _kept(list(_SOURCES[kind](part)))
    except (InterfaceError, OperationalError):
        raise  # the database is away or busy: the next turn takes them up
    except Exception:  # noqa: BLE001 - one that cannot be read stops no other
        if len(part) == 1:
            _LOG.exception("the parties of %s %s cannot be read", kind, part[0])
            return 0
    return sum(_keep(kind, [ident]) for ident in part)


@transaction.atomic
def _kept(found: Sequence[Found]) -> int:
    """Keep parties that are new, and of all of them where they are named, once."""
    prints = [fingerprint(each.asked) for each in found]
    rows = Party.objects.filter(fingerprint__in=set(prints))
    parties = {party.fingerprint: party for party in rows}
    known = len(parties)
    for told, each in zip(prints, found, strict=True):
        if told not in parties:
            parties[told] = _new(told, each)
    named = [
        Named(
            party=parties[told], kind=each.kind, subject=each.subject, role=each.role,
            reference=each.reference, regime=each.regime, at=each.at,
        )
        for told, each in zip(prints, found, strict=True)
    ]  # fmt: skip
    Named.objects.bulk_create(named, ignore_conflicts=True)
    return len(parties) - known


def _new(told: str, found: Found) -> Party:
    document = asked_document(found.asked)
    party = Party(id=uuid.uuid4(), fingerprint=told, asked=document, since=timezone.now())
    create(party, "named", {"fingerprint": told, "asked": asked_sha256(document)}, CLOCK)
    return party
