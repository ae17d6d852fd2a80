"""An exporter reports arrival, installation or use: when, where, how much, with papers."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason, text
from monazite.desk.duties.models import Duty, DutyPaper, Report
from monazite.desk.duties.prints import paper_told, report_told
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.papers.receiving import Stream
from monazite.desk.papers.store import path_of
from monazite.desk.papers.taking import take_in
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.store import load

PLACE_MAX, TEXT_MAX, PAPERS_MOST = 200, 4_000, 20


@dataclass(frozen=True, slots=True)
class Given:
    """What is reported; quantities: by the item's number, in its own unit, as text."""

    happened_on: str
    place: str
    quantities: Mapping[str, str]
    text: str
    papers: Sequence[uuid.UUID]


def held(person: Person, ident: uuid.UUID, action: str, seen: int | None = None) -> Duty:
    """The duty, if the person may do this to it; Forbidden otherwise, also if there is none.

    seen: the `event_seq` that the person looked at; ChangedMeanwhile where it went on since.
    """
    duty = Duty.objects.select_related("declaration").filter(pk=ident).first()
    if duty is None:
        raise Forbidden(action, 404)
    require(person, action, duty)
    if seen is not None and seen != duty.event_seq:
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
    return duty


@transaction.atomic
def report(
    person: Person, ident: uuid.UUID, given: Given, via: str, *, seen: int | None = None
) -> Report:
    """A report, the first or a further one; Refused where the declaration was taken back.

    InputError for a day to come or before the exit, for an item that did not leave and for more
    than left.
    """
    duty = held(person, ident, "duty.report", seen)
    if duty.ended_at is not None:
        raise Refused("duty_ended")
    now = timezone.now()
    made = Report(
        duty=duty, number=duty.reports.count() + 1, happened_on=_day(duty, given.happened_on),
        place=reason("place", given.place, PLACE_MAX),
        quantities=_quantities(duty, given.quantities), text=text("text", given.text, TEXT_MAX),
        papers=_papers(duty, given.papers), at=now, by=person,
    )  # fmt: skip
    told: dict[str, object] = {"report": made.number, ROWS: report_told(made)}
    first = {} if duty.reported_at else {"reported_at": now}
    if first:
        told["reported_at"] = plain(now)
    record(duty, "reported", told, Who(person.pk, via), **first)
    made.save(force_insert=True)
    return made


def upload(person: Person, ident: uuid.UUID, name: str, stream: Stream, via: str) -> DutyPaper:
    """A file of the duty; not within a transaction, which would wait for it."""
    held(person, ident, "duty.report")  # before a stranger's bytes are read
    taken = take_in(name, stream)
    paper = DutyPaper(
        name=taken.name, sha256=taken.sha256, size=taken.size, media_type=taken.media_type,
        scan=taken.scan, uploaded_by=person, uploaded_at=timezone.now(),
    )  # fmt: skip
    return _add(person, ident, paper, via)


@transaction.atomic
def _add(person: Person, ident: uuid.UUID, paper: DutyPaper, via: str) -> DutyPaper:
    """The same file twice is one paper."""
    duty = held(person, ident, "duty.report")
    there = duty.papers.filter(sha256=paper.sha256).first()
    if there is not None:
        return there
    if duty.papers.count() >= PAPERS_MOST:
        raise Refused("papers_most", most=PAPERS_MOST)
    paper.duty = duty
    told = {"paper": str(paper.pk), "sha256": paper.sha256, ROWS: paper_told(paper)}
    record(duty, "paper_added", told, Who(person.pk, via))
    paper.save(force_insert=True)
    return paper


def open_paper(person: Person, paper_id: uuid.UUID) -> tuple[DutyPaper, Path]:
    """A file of a duty; Forbidden for whom it is not, Refused where the file is lost."""
    paper = DutyPaper.objects.filter(pk=paper_id).first()
    held(person, paper.duty_id if paper else paper_id, "duty.read")
    if paper is None:
        raise Forbidden("duty.read", 404)
    path = path_of(settings.PAPERS_ROOT, paper.sha256)
    if not path.is_file():
        raise Refused("paper_lost", name=paper.name)
    return paper, path


def _day(duty: Duty, said: str) -> date:
    """A day from the exit to today where the goods left."""
    today = load().today(duty.declaration.regime)
    first = duty.declaration.exited_on or today
    accepted, days = f"a day from {first} to {today}", {"first": first, "last": today}
    try:
        day = date.fromisoformat(said.strip())
    except ValueError:
        raise InputError("happened_on", said, accepted, "day_between", **days) from None
    if not first <= day <= today:
        raise InputError("happened_on", said, accepted, "day_between", **days)
    return day


def _quantities(duty: Duty, said: Mapping[str, str]) -> dict[str, str]:
    """By the item's number; InputError for another number and for more than left of it."""
    items = duty.declaration.items.select_related("left").order_by("number")
    left = {str(item.number): item.left.quantity for item in items}
    found = {}
    for number, amount in said.items():
        if number not in left:
            raise InputError("quantities", number, ", ".join(left))
        found[number] = format(_amount(amount, left[number]), "f")
    return found


def _amount(said: str, most: Decimal) -> Decimal:
    try:
        amount = Decimal(said.strip())
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or not 0 <= amount <= most:
        ends = {"first": 0, "last": plain(most)}
        raise InputError("quantities", said, f"0 to {plain(most)}", "between", **ends)
    return amount


def _papers(duty: Duty, idents: Sequence[uuid.UUID]) -> list[str]:
    """Ids of the duty's own files; InputError for another."""
    own = set(duty.papers.filter(pk__in=idents).values_list("pk", flat=True))
    for ident in idents:
        if ident not in own:
            raise InputError("papers", str(ident), "files of this duty")
    return [str(ident) for ident in idents]
