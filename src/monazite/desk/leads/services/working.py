"""People of the offices look into leads: they take one, ask, note, close it, open it again."""

from __future__ import annotations

import uuid
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from monazite.customs.leads import OUTCOMES, machine
from monazite.customs.tips import TEXT_MAX
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.leads.models import REMARK, Entry, Lead, Message, TipPaper
from monazite.desk.leads.prints import entry_told
from monazite.desk.leads.services.opening import standing
from monazite.desk.leads.services.telling import write_message
from monazite.desk.papers.store import path_of
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person
from monazite.errors import InputError


def held(person: Person, ident: uuid.UUID, action: str, seen: int | None = None) -> Lead:
    """The lead, if the person may do this to it; Forbidden otherwise, also if there is none.

    seen: the `event_seq` that the person looked at; ChangedMeanwhile where it went on since.
    """
    lead = Lead.objects.select_related("holder", "tip").filter(pk=ident).first()
    if lead is None:
        raise Forbidden(action, 404)
    require(person, action, lead)
    if seen is not None and seen != lead.event_seq:
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
    return lead


@transaction.atomic
def take(person: Person, ident: uuid.UUID, via: str, *, seen: int | None = None) -> Lead:
    """The person looks into it from now on."""
    lead = held(person, ident, "lead.work", seen)
    state = machine().after(lead.state, "take")
    told = {"state": state, "holder": str(person.pk)}
    record(lead, "taken", told, Who(person.pk, via), state=state, holder=person)
    return lead


@transaction.atomic
def remark(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None = None
) -> Entry:
    """What somebody found out, kept with the lead."""
    lead = held(person, ident, "lead.work", seen)
    return _remark(lead, reason("text", text, TEXT_MAX), Who(person.pk, via))


def _remark(lead: Lead, text: str, who: Who) -> Entry:
    number = lead.entries.count() + 1
    entry = Entry(
        lead=lead, number=number, kind=REMARK, text=text, at=timezone.now(), by_id=who.person
    )
    record(lead, "remarked", {"entry": number, ROWS: entry_told(entry)}, who)
    entry.save(force_insert=True)
    return entry


@transaction.atomic
def ask(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None = None
) -> Message:
    """A question that the teller reads with their code; Refused where nobody told."""
    lead = held(person, ident, "lead.work", seen)
    tip = getattr(lead, "tip", None)
    if tip is None:
        raise Refused("lead_no_teller")
    tip.lead = lead
    return write_message(tip, reason("text", text, TEXT_MAX), "asked", Who(person.pk, via))


@transaction.atomic
def close(
    person: Person, ident: uuid.UUID, outcome: str, text: str, via: str, *, seen: int | None = None
) -> Lead:
    """It ends so, with a reason that the offices read; only who has taken it closes it."""
    lead = held(person, ident, "lead.work", seen)
    state = machine().after(lead.state, "close")
    if lead.holder_id != person.pk:
        raise Refused("lead_not_holder")
    if outcome not in OUTCOMES:
        raise InputError("outcome", outcome, ", ".join(OUTCOMES), "choice")
    who, now = Who(person.pk, via), timezone.now()
    _remark(lead, reason("text", text, TEXT_MAX), who)
    told = {"state": state, "outcome": outcome, "closed_at": plain(now)}
    record(lead, "closed", told, who, state=state, outcome=outcome, closed_at=now)
    return lead


@transaction.atomic
def reopen(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None = None
) -> Lead:
    """Something new came up; Refused where the same is being looked into already."""
    lead = held(person, ident, "lead.work", seen)
    state = machine().after(lead.state, "reopen")
    if standing(lead.kind, lead.about) is not None:
        raise Refused("lead_open_already")
    who = Who(person.pk, via)
    _remark(lead, reason("text", text, TEXT_MAX), who)
    told = {"state": state, "outcome": "", "closed_at": None, "holder": None}
    record(lead, "reopened", told, who, state=state, outcome="", closed_at=None, holder=None)
    return lead


def open_paper(person: Person, paper_id: uuid.UUID) -> tuple[TipPaper, Path]:
    """A file of a tip; Forbidden for whom it is not, Refused where the file is lost."""
    paper = TipPaper.objects.select_related("tip").filter(pk=paper_id).first()
    held(person, paper.tip.lead_id if paper else paper_id, "lead.read")
    if paper is None:
        raise Forbidden("lead.read", 404)
    path = path_of(settings.PAPERS_ROOT, paper.sha256)
    if not path.is_file():
        raise Refused("paper_lost", name=paper.name)
    return paper, path
