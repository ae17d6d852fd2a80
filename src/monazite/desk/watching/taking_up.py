"""Parties are taken up from the events since the last look; nobody who files waits for it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from monazite.desk.events.append import Who, create
from monazite.desk.events.unsealed import between, watermark
from monazite.desk.screening.models import APPLICATION, DECLARATION, Bookmark, Named, Party
from monazite.desk.screening.prints import asked_sha256
from monazite.desk.watching.finding import Found, of_applications, of_declarations
from monazite.watch.screening.documents import asked_document
from monazite.watch.screening.suppressions.fingerprint import fingerprint

CLOCK = Who(None, "worker")
_STEPS = {APPLICATION: "filed", DECLARATION: "lodged"}
_SOURCES = {APPLICATION: of_applications, DECLARATION: of_declarations}


def take_up() -> int:
    """Keep the parties of what was filed or lodged since the last time; how many are new.

    The first time, and in a database that was restored, everything is looked through again: what
    is known stays as it is.
    """
    mark, now = Bookmark.objects.first(), watermark()
    start = mark.at if mark is not None and mark.database == now.database else None
    rows = between(start, now)
    taken = 0
    for kind, step in _STEPS.items():
        idents = rows.filter(aggregate_kind=kind, kind=step).values_list("aggregate_id", flat=True)
        taken += _kept(_SOURCES[kind](list(idents)))
    Bookmark.objects.update_or_create(pk=1, defaults={"database": now.database, "at": now.at})
    return taken


def _kept(found: Iterable[Found]) -> int:
    return sum(_keep(each) for each in found)


@transaction.atomic
def _keep(found: Found) -> bool:
    """Whether the party is new; that it is named here is kept either way, once."""
    told = fingerprint(found.asked)
    party = Party.objects.filter(fingerprint=told).first()
    new = party is None
    if party is None:
        document = asked_document(found.asked)
        party = Party(id=uuid.uuid4(), fingerprint=told, asked=document, since=timezone.now())
        create(party, "named", {"fingerprint": told, "asked": asked_sha256(document)}, CLOCK)
    Named.objects.get_or_create(
        party=party, subject=found.subject, role=found.role,
        defaults={
            "kind": found.kind, "reference": found.reference, "regime": found.regime,
            "at": found.at,
        },
    )  # fmt: skip
    return new
