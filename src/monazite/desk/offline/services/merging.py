"""A journal comes home: its shipments are entered once, and what does not fit becomes a lead."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.customs.leads import OFFLINE_CONFLICT
from monazite.customs.offline import journal as journals
from monazite.customs.offline import merging
from monazite.customs.offline import snapshot as carried
from monazite.customs.offline.merging import (
    NOT_BORNE,
    NOT_SHIPPED,
    NOT_STANDING,
    NOTHING,
    Amounts,
    Entering,
    Known,
    Merged,
    less,
)
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.gate.services.reserving import late_id
from monazite.desk.gate.services.taking_in import Entered
from monazite.desk.leads.services import open_lead
from monazite.desk.licences.lineage import lineage
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.services import move
from monazite.desk.licences.services.bearing import bear, stop
from monazite.desk.licences.stood import against
from monazite.desk.offline.listing import found
from monazite.desk.offline.models import Exit, Snapshot
from monazite.desk.offline.prints import exits_told
from monazite.desk.offline.services.closing import free, left
from monazite.desk.offline.services.declaring import Shipped, declare
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.store import load
from monazite.ledger.movements import LATE, VOID, Movement

BYTES_MAX = 20 * 1024 * 1024
EXITS_MAX = 10_000
_TRIES = 20
_ONCE = ("reference", "journal")
"""What a declaration has once, as both engines name it."""


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
        except IntegrityError as error:
            # Its firm lodged something by the same reference, or another post's journal told of it,
            # at the same moment: the next try sees that.
            if not any(name in str(error) for name in _ONCE):
                raise
    raise ChangedMeanwhile(ChangedMeanwhile.__doc__)


def _read(snapshot: Snapshot, data: bytes) -> journals.Journal:
    if len(data) > BYTES_MAX:
        most = BYTES_MAX // 1024**2
        accepted = f"a file of at most {most} MiB"
        raise InputError("journal", len(data), accepted, "journal_missing", most=most)
    journal = journals.read(data)
    if journal.snapshot != str(snapshot.pk):
        accepted = f"a journal of the snapshot {snapshot.pk}"
        raise InputError("journal", journal.snapshot, accepted, "journal_other")
    if len(journal.exits) > EXITS_MAX:
        accepted = f"at most {EXITS_MAX} exits"
        raise InputError("journal", len(journal.exits), accepted, "journal_long", most=EXITS_MAX)
    return journal


def _merged(
    person: Person, snapshot: Snapshot, journal: journals.Journal, printed: str, via: str
) -> Merging:
    who, given = Who(person.pk, via), carried.read(snapshot.document)
    rest = left(snapshot)
    results = merging.merge(given, journal, _known(snapshot), rest)
    ends = snapshot.closed_at is None and merging.ends(given, journal)
    if ends:  # first, so that the last shipment of a licence for one export completes it
        free(snapshot, rest, who)
    fresh = [each for each in results if not each.known]
    lines = _lines(snapshot)
    first = snapshot.exits.count() + 1
    rows = [
        _entered(person, snapshot, given, number, each, lines, who)
        for number, each in enumerate(fresh, first)
    ]
    told: dict[str, object] = {"journal": printed, ROWS: exits_told(rows)}
    if ends:
        now = timezone.now()
        record(snapshot, "merged", told | {"closed_at": plain(now)}, who, closed_at=now)
    else:
        record(snapshot, "merged", told, who)
    Exit.objects.bulk_create(rows)
    for row, each in zip(rows, fresh, strict=True):
        if row.conflicts:
            _lead(snapshot, row, each.exit.at, who)
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
    given: carried.Snapshot,
    number: int,
    merged: Merged,
    lines: dict[merging.Line, LicenceLine],
    who: Who,
) -> Exit:
    """The row of an exit, after its draws were entered and its declaration was taken in.

    Of a draw that is not borne as much is entered as its line bears, and its licence is stopped.
    """
    conflicts, draws = list(merged.conflicts), []
    took: dict[int, Entered] = {}
    at = _believed(merged.exit.at, snapshot)
    on = {row.line_id: row.on for row in snapshot.allotments.all()}
    for entering in merged.entering:
        line = lines[entering.draw.licence, entering.draw.line]
        if against(line.licence, at):
            conflicts.append(NOT_STANDING)
        now = lineage(line)[-1]
        got = _moved(line, now, entering, merged, at, on[line.pk], who)
        if got != entering.taken:
            conflicts.append(NOT_BORNE)
            stop(
                now.pk, {"exit": merged.exit.key(), "owed": _plain(less(entering.taken, got))}, who
            )
        if got.quantity or got.value:
            took.setdefault(entering.draw.item, Entered(now, got.quantity, got.value))
        draws.append(_said(entering, got))
    if not NOT_SHIPPED.intersection(conflicts):
        conflicts += declare(person, Shipped(snapshot, given, merged.exit, at, lines, took), who)
    return Exit(
        snapshot=snapshot,
        number=number,
        place=merged.exit.number,
        hash=merged.exit.hash(),
        key=merged.exit.key(),
        reference=merged.exit.reference,
        left_at=at,
        looked=merged.exit.looked[:200],
        declaration=dict(merged.exit.declaration),
        draws=draws,
        conflicts=list(dict.fromkeys(conflicts)),
        merged_at=timezone.now(),
        merged_by=person,
    )


def _believed(at: datetime, snapshot: Snapshot) -> datetime:
    """When it left; now for an instant that is more than a year off its snapshot.

    Such a one lies outside the snapshot's time, which is a conflict anyway.
    """
    return at if abs(at.year - snapshot.taken_at.year) <= 1 else timezone.now()


def _moved(
    line: LicenceLine,
    now: LicenceLine,
    entering: Entering,
    merged: Merged,
    at: datetime,
    reserved_on: date,
    who: Who,
) -> Amounts:
    """Free what was set aside and take of what left as much as is borne; how much that was.

    now: the line that has taken its place since, where its licence was replaced; else itself.
    """
    exit_, freed, taken = merged.exit, entering.freed, entering.taken
    zone = load().zone(line.licence.regime) or UTC
    late_message = late_id(exit_.key(), entering.draw.item)
    if any(freed):
        void_message = f"{late_message.removesuffix(LATE)}{VOID}"
        void = Movement(VOID, freed.quantity, freed.value, freed.uses, reserved_on)
        move(line.pk, void, void_message, who)
    late = Movement(LATE, taken.quantity, taken.value, taken.uses, at.astimezone(zone).date())
    made = bear(now.pk, late, late_message, who)
    return NOTHING if made is None else Amounts(made.quantity, made.value, made.uses)


def _said(entering: Entering, got: Amounts) -> dict[str, object]:
    draw = entering.draw
    return {
        "item": draw.item,
        "licence": draw.licence,
        "line": draw.line,
        "quantity": plain(draw.quantity),
        "value": plain(draw.value),
        "freed": _plain(entering.freed),
        "entered": _plain(got),
        "owed": _plain(less(entering.taken, got)),
    }


def _plain(amounts: Amounts) -> dict[str, object]:
    return {
        "quantity": plain(amounts.quantity), "value": plain(amounts.value), "uses": amounts.uses,
    }  # fmt: skip


def _lead(snapshot: Snapshot, row: Exit, said_at: datetime, who: Who) -> None:
    """People look at what does not fit."""
    about = {"snapshot": str(snapshot.pk), "reference": row.reference}
    evidence: dict[str, object] = {
        "conflicts": row.conflicts,
        "post": snapshot.post,
        "left_at": said_at.isoformat(),
        "place": row.place,
        "draws": row.draws,
    }
    open_lead(OFFLINE_CONFLICT, about, evidence, snapshot.office, who)
