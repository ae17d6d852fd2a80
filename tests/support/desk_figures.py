"""Cases as rows of the desk, written without services: the days of years ago cannot be lived."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from monazite.desk.applications.models import Application, FiledLine, NamedOffice
from monazite.desk.cases.models import Answer, Case, Decision, Question, Task
from monazite.desk.licences.models import Change, Licence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.desk.people.models import Organisation
    from monazite.licensing.figures.facts import Fact
    from support.offices import World

_SAID = {
    "granted": "approved_with_conditions",
    "refused": "refused",
    "not_required": "not_required",
}


_LONG_AGO = date(2020, 1, 6)
NOON = time(4)
"""In China, when it is the same day in UTC."""


def at(day: date, moment: time = NOON) -> datetime:
    """A moment of that day in UTC."""
    return datetime.combine(day, moment, UTC)


@transaction.atomic
def write(w: World, facts: Sequence[Fact], moment: time = NOON) -> list[Case]:
    """One application with its case for each fact, naming both offices of the world."""
    return [_write(w, fact, moment) for fact in facts]


def _write(w: World, fact: Fact, moment: time) -> Case:
    ended = fact.left_as or ("decided" if fact.decided else "in_review")
    application = Application.objects.create(
        organisation=w.exporter, author=w.signatory, created_at=at(fact.filed), title="Magnets",
        changed_at=at(fact.left or fact.decided or fact.filed), regime="CN", kind="single",
        destination=fact.destination, state=ended, reference=f"CN-{uuid.uuid4().hex[:12]}",
        filed_at=at(fact.filed, moment), filed_by=w.signatory,
    )  # fmt: skip
    for office in (w.intake, w.licensing):
        NamedOffice.objects.create(
            application=application, agency=office, duty=office.duty, since=at(fact.filed)
        )
    for number, material in enumerate(fact.materials, 1):
        FiledLine.objects.create(
            application=application, number=number, description="Powder", form="powder",
            contains=f"{material}=0.3,Fe", quantity=1, unit="kg", value=1, currency="USD",
        )  # fmt: skip
    case = Case.objects.create(
        application=application, opened_at=at(fact.filed), accepted_on=fact.accepted,
        closed_at=at(fact.left) if fact.left else None,
    )  # fmt: skip
    if fact.decided:
        _decided(w, case, fact, fact.decided)
    if fact.change:
        ask_change(w, case)
    if fact.returned:
        _return(w, case, fact)
    return case


def _decided(w: World, case: Case, fact: Fact, first: date) -> None:
    before = "superseded" if fact.reopened else "standing"
    decide(w, case, first, _SAID[fact.outcome], before)
    if fact.reopened:
        reopen(case, w.licensing, fact.reopened)
    if fact.anew:
        decide(w, case, fact.anew, _SAID[fact.outcome])


def reopen(case: Case, agency: Organisation, on: date) -> None:
    """The task by which a case is taken up again."""
    Task.objects.create(
        case=case, number=case.tasks.count() + 1, kind="consolidate", agency=agency,
        rule="reopened", opened_at=at(on), state="open",
    )  # fmt: skip


def ask_change(w: World, case: Case) -> Change:
    """The application as one that asks for a licence, which is made up, to be changed."""
    old = Application.objects.create(
        organisation=w.exporter, author=w.signatory, created_at=at(_LONG_AGO),
        changed_at=at(_LONG_AGO), regime="generic", state="closed",
    )  # fmt: skip
    licence = Licence.objects.create(
        number=uuid.uuid4().hex, application=old, decision=uuid.uuid4(), organisation=w.exporter,
        regime="generic", kind="single", issued_at=at(_LONG_AGO), valid_from=_LONG_AGO,
        valid_until=_LONG_AGO, terms={}, check_code=uuid.uuid4().hex,
    )  # fmt: skip
    return Change.objects.create(
        application=case.application, licence=licence, opened_at=at(_LONG_AGO)
    )


def decide(w: World, case: Case, on: date, outcome: str, state: str = "standing") -> Decision:
    """A decision that two people have signed."""
    return Decision.objects.create(
        case=case, number=case.decisions.count() + 1, kind="decision", outcome=outcome, text="So.",
        author=w.reviewer, proposed_at=at(on), state=state, signer=w.chief, signed_at=at(on),
    )  # fmt: skip


def _return(w: World, case: Case, fact: Fact) -> None:
    assert fact.returned
    question = Question.objects.create(
        case=case, number=1, kind="correction", text="A paper is missing.", stops_clock=False,
        asked_by=w.intake_officer, asked_at=at(fact.returned),
    )  # fmt: skip
    if fact.completed:
        Answer.objects.create(
            question=question, text="Here.", answered_by=w.signatory,
            answered_at=at(fact.completed),
        )  # fmt: skip


def task(case: Case, agency: Organisation, on: date, days: int | None) -> Task:
    """A review that an office was given, done after so many days."""
    return Task.objects.create(
        case=case, number=case.tasks.count() + 1, kind="review", agency=agency, rule="test",
        opened_at=at(on), state="open" if days is None else "done",
        closed_at=None if days is None else at(on + timedelta(days=days)),
    )  # fmt: skip
