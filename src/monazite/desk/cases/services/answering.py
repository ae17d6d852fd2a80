"""The applicant answers, in words and with papers that lie at the application."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.cases.clocks import kept
from monazite.desk.cases.models import Answer, Case, Question
from monazite.desk.cases.prints import ANSWER
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.waits import open_question, step
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from monazite.licensing.casework.clock import GO
from monazite.licensing.transitions import machine


@transaction.atomic
def complete(
    person: Person, ident: uuid.UUID, number: int, text: str, papers: Sequence[uuid.UUID], via: str
) -> Answer:
    """Say what was corrected; the office that takes in has it again.

    number: of what was asked; Refused where somebody has answered it meanwhile.
    """
    case, question = _asked(person, ident, "complete", number)
    answer = _new(case, question, person, text, papers)
    said = {"question": question.number, "papers": len(answer.papers)}
    moved(case, "complete", "completed", Who(person.pk, via), said, _told(answer))
    answer.save(force_insert=True)
    return answer


@transaction.atomic
def answer(
    person: Person, ident: uuid.UUID, number: int, text: str, papers: Sequence[uuid.UUID], via: str
) -> Answer:
    """Answer the question of that number; a clock that stood still for it goes on.

    Refused where somebody has answered it meanwhile, whatever is asked now.
    """
    case, question = _asked(person, ident, "answer", number)
    given = _new(case, question, person, text, papers)
    go = (step(case, GO, given.answered_at, question),) if question.stops_clock else ()
    said = {"question": question.number, "papers": len(given.papers)}
    who = Who(person.pk, via)
    moved(case, "answer", "answered", who, said, _told(given), **kept(case, *go))
    given.save(force_insert=True)
    return given


def _asked(person: Person, ident: uuid.UUID, event: str, number: int) -> tuple[Case, Question]:
    case = held(person, ident, "case.answer")
    if case.questions.filter(number=number, answer__isnull=False).exists():
        raise Refused("question_stale")
    machine().after(case.application.state, event)
    question = open_question(case)
    if question is None:
        allowed = machine().allowed(case.application.state)
        raise NotAllowed(case.application.state, event, allowed)
    if question.number != number:
        raise Refused("question_stale")
    return case, question


def _new(
    case: Case, question: Question, person: Person, text: str, papers: Sequence[uuid.UUID]
) -> Answer:
    return Answer(
        question=question, text=reason("text", text), papers=_lying(case, papers),
        answered_by=person, answered_at=timezone.now(),
    )  # fmt: skip


def _lying(case: Case, papers: Sequence[uuid.UUID]) -> list[str]:
    """Their ids, each once; InputError for one that does not lie at the application."""
    asked = list(dict.fromkeys(papers))
    there = set(case.application.papers.filter(pk__in=asked).values_list("pk", flat=True))
    for each in asked:
        if each not in there:
            raise InputError("papers", each, "papers of this application", "stale")
    return [str(each) for each in asked]


def _told(answer: Answer) -> dict[str, object]:
    return {ROWS: {"answers": {str(answer.question.number): ANSWER.of(answer)}}}
