"""A post takes licences with it: what it may let go is set aside in the ledger first."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from monazite.customs.facts import LicenceFacts, LineFacts
from monazite.customs.numbers import tidy
from monazite.customs.offline import snapshot as carried
from monazite.customs.offline.canonical import sha256
from monazite.customs.offline.envelope import sealed
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.events.append import Who, create, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.gate.facts import of_licence
from monazite.desk.gate.services.retried import retried
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.services import move
from monazite.desk.licences.services.begun import DRAWN, begun, one_export
from monazite.desk.offline.models import Allotment, Snapshot
from monazite.desk.offline.prints import allotments_told
from monazite.desk.offline.signing import signed
from monazite.desk.people.may import require
from monazite.desk.people.models import Organisation, Person
from monazite.errors import InputError
from monazite.law.store import load
from monazite.ledger.movements import RESERVE, Movement

HOURS_MAX = 168
"""A post that is without its line for longer comes for another snapshot."""
LINES_MAX = 200
_POST_MAX = 64
_MOST = 10**12
"""No amount of an allotment is as much: what a row holds."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a post may let go of a line: in its unit and currency; uses: how often."""

    licence: str
    line: int
    quantity: Decimal
    value: Decimal
    uses: int


def take_snapshot(
    person: Person, post: str, hours: int, wanted: Sequence[Wanted], via: str
) -> Snapshot:
    """Set it aside, sign what the post carries, and keep both; or nothing at all.

    Refused where a licence cannot be used now and where a line has less left; InputError for what
    cannot be read. What is set aside is nobody else's until it comes home (`merge`) or is given up.
    """
    require(person, "offline.carry")
    name = reason("post", post, _POST_MAX)
    if not 1 <= hours <= HOURS_MAX:
        raise InputError("hours", hours, f"1 to {HOURS_MAX}", "between", first=1, last=HOURS_MAX)
    if not 1 <= len(wanted) <= LINES_MAX:
        accepted = f"1 to {LINES_MAX} lines"
        raise InputError("lines", len(wanted), accepted, "no_lines", most=LINES_MAX)
    return retried(lambda: _taken(person, name, timedelta(hours=hours), wanted, via))


def file_of(snapshot: Snapshot) -> bytes:
    """The signed file that the post takes along."""
    return sealed(snapshot.document, bytes(snapshot.signature))


@transaction.atomic
def _taken(
    person: Person, post: str, term: timedelta, wanted: Sequence[Wanted], via: str
) -> Snapshot:
    office, now, who = person.organisation, timezone.now(), Who(person.pk, via)
    on = load().today(office.regime)
    lines = _lines(office, wanted)
    snapshot = _snapshot(person, post, now, term)
    begins = _begins(lines)
    allotments = [
        _allotment(snapshot, number, line, each, on, begins=line.pk in begins)
        for number, (line, each) in enumerate(zip(lines, wanted, strict=True), 1)
    ]
    document = _document(snapshot, office, lines, allotments, on)
    snapshot.document, snapshot.sha256 = document, sha256(document)
    snapshot.signature = signed(document)
    create(snapshot, "taken", _told(snapshot) | {ROWS: allotments_told(allotments)}, who)
    Allotment.objects.bulk_create(allotments)
    for line in lines:
        if line.pk in begins:
            record(line.licence, DRAWN, {"snapshot": str(snapshot.pk)}, who)
    for allotment in sorted(allotments, key=lambda each: str(each.line_id)):
        entry = Movement(RESERVE, allotment.quantity, allotment.value, allotment.uses, on)
        move(allotment.line_id, entry, f"offline:{snapshot.pk}/{allotment.number}/reserve", who)
    return snapshot


def _lines(office: Organisation, wanted: Sequence[Wanted]) -> list[LicenceLine]:
    """The lines in the order asked; each once, and all under the office's regime."""
    found = LicenceLine.objects.select_related("licence").filter(
        licence__number__in={tidy(each.licence) for each in wanted},
        licence__regime=office.regime,
    )
    by_number = {(line.licence.number, line.number): line for line in found}
    asked = [(tidy(each.licence), each.line) for each in wanted]
    for number, line in asked:
        if (number, line) not in by_number:
            raise Refused("report_unknown_line", number=number, line=line)
        if asked.count((number, line)) > 1:
            raise InputError("lines", f"{number}/{line}", "each line once", "line_twice")
    return [by_number[each] for each in asked]


def _begins(lines: Sequence[LicenceLine]) -> set[uuid.UUID]:
    """The first line taken of each licence for one export: it carries its use.

    Refused where that export was begun, by whatever and on whichever line.
    """
    firsts: dict[uuid.UUID, LicenceLine] = {}
    for line in lines:
        if one_export(line.licence):
            firsts.setdefault(line.licence_id, line)
    for line in firsts.values():
        if begun(line.licence):
            raise Refused("offline_export_begun", number=line.licence.number)
    return {line.pk for line in firsts.values()}


def _snapshot(person: Person, post: str, now: datetime, term: timedelta) -> Snapshot:
    return Snapshot(
        id=uuid.uuid4(),
        office=person.organisation,
        regime=person.organisation.regime,
        post=post,
        taken_at=now,
        taken_by=person,
        expires_at=now + term,
    )


def _allotment(
    snapshot: Snapshot, number: int, line: LicenceLine, wanted: Wanted, on: date, *, begins: bool
) -> Allotment:
    bounded = {
        "quantity": line.controlled_by in {"quantity", "both"},
        "value": line.controlled_by in {"value", "both"},
        "uses": line.uses_max is not None,
    }
    for name, applies in bounded.items():
        amount = getattr(wanted, name)
        fits = Decimal(amount).is_finite() and 0 <= amount < _MOST
        if not fits or (applies and not amount):
            accepted = "more than nothing of what bounds the line"
            raise InputError(name, amount, accepted, "line_bound")
    return Allotment(
        snapshot=snapshot,
        number=number,
        line=line,
        on=on,
        quantity=wanted.quantity,
        value=wanted.value,
        uses=wanted.uses if bounded["uses"] else int(begins),
    )


def _document(
    snapshot: Snapshot,
    office: Organisation,
    lines: Sequence[LicenceLine],
    allotments: Sequence[Allotment],
    on: date,
) -> str:
    by_licence: dict[uuid.UUID, list[LicenceLine]] = {}
    for line in lines:
        by_licence.setdefault(line.licence_id, []).append(line)
    allotted = {each.line_id: each for each in allotments}
    return carried.Snapshot(
        ident=str(snapshot.pk),
        regime=snapshot.regime,
        office=office.name,
        post=snapshot.post,
        taken_at=snapshot.taken_at,
        expires_at=snapshot.expires_at,
        licences=tuple(_carried(each, allotted, on) for each in by_licence.values()),
    ).document()


def _carried(
    lines: Sequence[LicenceLine], allotted: dict[uuid.UUID, Allotment], on: date
) -> carried.Carried:
    licence = lines[0].licence
    facts = of_licence(lines, on)
    left = {line.number: allotted[line.pk] for line in lines}
    of_post = tuple(_line(line, left[line.number]) for line in facts.lines)
    holder = licence.terms["holder"]
    named = carried.Holder(holder["identifier"], holder["name"], holder["name_native"])
    return carried.Carried(named, _usable(replace(facts, lines=of_post)))


def _usable(facts: LicenceFacts) -> LicenceFacts:
    """Setting aside asks whether it can be used; what is set aside exhausts nothing of it."""
    return replace(facts, reasons=())


def _line(line: LineFacts, allotment: Allotment) -> LineFacts:
    return replace(
        line,
        left_quantity=None if line.left_quantity is None else allotment.quantity,
        left_value=None if line.left_value is None else allotment.value,
        uses_left=None if line.uses_left is None else allotment.uses,
    )


def _told(snapshot: Snapshot) -> dict[str, object]:
    return {
        "office": str(snapshot.office_id),
        "regime": snapshot.regime,
        "post": snapshot.post,
        "taken_at": plain(snapshot.taken_at),
        "expires_at": plain(snapshot.expires_at),
        "sha256": snapshot.sha256,
    }
