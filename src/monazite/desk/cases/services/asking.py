"""The applicant is asked: what is to be corrected before acceptance, what is not clear after it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.written import reason
from monazite.desk.cases.clocks import kept
from monazite.desk.cases.models import Case, Question
from monazite.desk.cases.prints import QUESTION as PRINT
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.waits import coming, step
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.licensing.casework.clock import STOP
from monazite.licensing.casework.regime import casework

QUESTION, CORRECTION = "question", "correction"
_QUERY = "query"
"""Of the stops that a regime knows, the one that asking the applicant is."""
POINTS_MOST = 50


@transaction.atomic
def send_back_for_correction(
    person: Person, ident: uuid.UUID, points: Sequence[str], via: str, *, seen: int | None = None
) -> Question:
    """Say what is to be corrected, point by point; nothing is accepted until it is answered."""
    case = held(person, ident, "case.return", seen)
    question = _new(case, person, CORRECTION, _numbered(points), None)
    said = {"question": question.number, "points": len(points)}
    moved(case, "return", "returned", Who(person.pk, via), said, _told(question))
    question.save(force_insert=True)
    return question


@transaction.atomic
def ask(
    person: Person,
    ident: uuid.UUID,
    text: str,
    answer_by: date | None,
    via: str,
    *,
    seen: int | None = None,
) -> Question:
    """Ask the applicant; where the regime says so, the clock stands still until the answer.

    answer_by: a day to come, by which an answer is asked for; nothing ends by itself after it.
    """
    case = held(person, ident, "case.ask", seen)
    by = coming(case, "answer_by", answer_by)
    question = _new(case, person, QUESTION, reason("text", text), by)
    question.stops_clock = casework(case.application.regime).stops[_QUERY].stops_clock
    stop = (step(case, STOP, question.asked_at, question),) if question.stops_clock else ()
    said = {"question": question.number, "answer_by": plain(by)}
    who = Who(person.pk, via)
    moved(case, "ask", "asked", who, said, _told(question), **kept(case, *stop))
    question.save(force_insert=True)
    return question


def _new(case: Case, person: Person, kind: str, text: str, answer_by: date | None) -> Question:
    return Question(
        case=case, number=case.questions.count() + 1, kind=kind, text=text, answer_by=answer_by,
        stops_clock=False, asked_by=person, asked_at=timezone.now(),
    )  # fmt: skip


def _numbered(points: Sequence[str]) -> str:
    if not 1 <= len(points) <= POINTS_MOST:
        accepted = f"1 to {POINTS_MOST} points"
        raise InputError("points", len(points), accepted, "points", most=POINTS_MOST)
    return "\n".join(f"{n}. {reason('points', point)}" for n, point in enumerate(points, 1))


def _told(question: Question) -> dict[str, object]:
    return {ROWS: {"questions": {str(question.number): PRINT.of(question)}}}
