"""A journal comes home: its shipments are entered once, and what does not fit becomes a lead."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import UTC, date

from django.db import transaction
from django.utils import timezone

from monazite.customs.leads import OFFLINE_CONFLICT
from monazite.customs.offline import journal as journals
from monazite.customs.offline import merging
from monazite.customs.offline import snapshot as carried
from monazite.customs.offline.merging import NOT_BORNE, NOT_STANDING, Entering, Known, Merged
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.leads.services import open_lead
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.services import move
from monazite.desk.licences.stood import against
from monazite.desk.offline.listing import found
from monazite.desk.offline.models import Exit, Snapshot
from monazite.desk.offline.prints import exits_told
from monazite.desk.offline.services.closing import free, left
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.store import load
from monazite.ledger.movements import LATE, VOID, Movement

BYTES_MAX = 20 * 1024 * 1024
EXITS_MAX = 10_000
_TRIES = 20
_KEY = 40
"""Characters of a shipment's fingerprint in the ids of its entries."""


@dataclass(frozen=True, slots=True)
class Merging:
    """What a journal brought: new exits, how many were known, and whether the snapshot ended."""

    snapshot: Snapshot
    exits: tuple[Exit, ...]
    known: int
    closed: bool


def merge(person: Person, ident: uuid.UUID, data: bytes, via: str) -> Merging:
    """Enter what came home since the last time; the same journal again brings nothing.

    Each shipment is entered once, whichever journals tell of it. InputError for a file that is no
    journal of this snapshot; ChangedMeanwhile where others merge it all the time.
    """
    snapshot = found(person, ident, "offline.merge")
    journal, printed = _read(snapshot, data), hashlib.sha256(data).hexdigest()
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                snapshot.refresh_from_db()
                return _merged(person, snapshot, journal, printed, via)
        except ChangedMeanwhile:
            continue
    raise ChangedMeanwhile(ChangedMeanwhile.__doc__)


def _read(snapshot: Snapshot, data: bytes) -> journals.Journal:
    if len(data) > BYTES_MAX:
        raise InputError("journal", len(data), f"a file of at most {BYTES_MAX // 1024**2} MiB")
    journal = journals.read(data)
    if journal.snapshot != str(snapshot.pk):
        raise InputError("journal", journal.snapshot, f"a journal of the snapshot {snapshot.pk}")
    if len(journal.exits) > EXITS_MAX:
        raise InputError("journal", len(journal.exits), f"at most {EXITS_MAX} exits")
    return journal


def _merged(
    person: Person, snapshot: Snapshot, journal: journals.Journal, printed: str, via: str
) -> Merging:
    who, given = Who(person.pk, via), carried.read(snapshot.document)
    results = merging.merge(given, journal, _known(snapshot), left(snapshot, ()))
    fresh = [each for each in results if not each.known]
    lines = _lines(snapshot)
    first = snapshot.exits.count() + 1
    rows = [
        _entered(person, snapshot, number, each, lines, who)
        for number, each in enumerate(fresh, first)
    ]
    told: dict[str, object] = {"journal": printed, ROWS: exits_told(rows)}
    ends = snapshot.closed_at is None and merging.ends(given, journal)
    if ends:
        now = timezone.now()
        free(snapshot, left(snapshot, rows), who)
        record(snapshot, "merged", told | {"closed_at": plain(now)}, who, closed_at=now)
    else:
        record(snapshot, "merged", told, who)
    Exit.objects.bulk_create(rows)
    for row in rows:
        if row.conflicts:
            _lead(snapshot, row, who)
    return Merging(snapshot, tuple(rows), len(results) - len(fresh), ends)


def _known(snapshot: Snapshot) -> list[Known]:
    """What was merged of it, and of every other snapshot of a line that it has."""
    of_lines = Snapshot.objects.filter(
        allotments__line__in=snapshot.allotments.values("line")
    ).values("pk")
    rows = Exit.objects.filter(snapshot__in=of_lines).order_by("merged_at", "number")
    return [
        Known(str(row.snapshot_id), row.place, row.hash, row.key, row.reference) for row in rows
    ]


def _lines(snapshot: Snapshot) -> dict[merging.Line, LicenceLine]:
    rows = snapshot.allotments.select_related("line__licence")
    return {(row.line.licence.number, row.line.number): row.line for row in rows}


def _entered(
    person: Person,
    snapshot: Snapshot,
    number: int,
    merged: Merged,
    lines: dict[merging.Line, LicenceLine],
    who: Who,
) -> Exit:
    """The row of an exit, after its draws were entered; a draw that is not borne is said there."""
    conflicts, draws = list(merged.conflicts), []
    on = {row.line_id: row.on for row in snapshot.allotments.all()}
    for entering in merged.entering:
        line = lines[entering.draw.licence, entering.draw.line]
        if against(line.licence, merged.exit.at):
            conflicts.append(NOT_STANDING)
        entered = _moved(line, entering, merged, on[line.pk], who)
        if not entered:
            conflicts.append(NOT_BORNE)
        draws.append(_said(entering, entered=entered))
    return Exit(
        snapshot=snapshot,
        number=number,
        place=merged.exit.number,
        hash=merged.exit.hash(),
        key=merged.exit.key(),
        reference=merged.exit.reference,
        left_at=merged.exit.at,
        looked=merged.exit.looked[:200],
        declaration=dict(merged.exit.declaration),
        draws=draws,
        conflicts=list(dict.fromkeys(conflicts)),
        merged_at=timezone.now(),
        merged_by=person,
    )


def _moved(
    line: LicenceLine,
    entering: Entering,
    merged: Merged,
    reserved_on: date,
    who: Who,
) -> bool:
    """Free what was set aside and take what left, both or neither; False where it is not borne."""
    exit_, freed, taken = merged.exit, entering.freed, entering.taken
    zone = load().zone(line.licence.regime) or UTC
    prefix = f"offline:{exit_.key()[:_KEY]}/{entering.draw.item}"
    try:
        with transaction.atomic():
            if any(freed):
                void = Movement(VOID, freed.quantity, freed.value, freed.uses, reserved_on)
                move(line.pk, void, f"{prefix}/void", who)
            late = Movement(
                LATE, taken.quantity, taken.value, taken.uses, exit_.at.astimezone(zone).date()
            )
            move(line.pk, late, f"{prefix}/late", who)
    except Refused:
        return False
    return True


def _said(entering: Entering, *, entered: bool) -> dict[str, object]:
    draw, freed = entering.draw, entering.freed
    return {
        "item": draw.item,
        "licence": draw.licence,
        "line": draw.line,
        "quantity": plain(draw.quantity),
        "value": plain(draw.value),
        "freed": {
            "quantity": plain(freed.quantity), "value": plain(freed.value), "uses": freed.uses
        },
        "entered": entered,
    }  # fmt: skip


def _lead(snapshot: Snapshot, row: Exit, who: Who) -> None:
    """People look at what does not fit."""
    about = {"snapshot": str(snapshot.pk), "reference": row.reference}
    evidence: dict[str, object] = {
        "conflicts": row.conflicts,
        "post": snapshot.post,
        "left_at": plain(row.left_at),
        "place": row.place,
        "draws": row.draws,
    }
    open_lead(OFFLINE_CONFLICT, about, evidence, snapshot.office, who)
