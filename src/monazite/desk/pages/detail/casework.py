"""What the applicant sees of the case: questions, holds, time, decisions; nothing internal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from monazite.catalogue.texts import say
from monazite.desk.applications.models import Application
from monazite.desk.cases.clocks import REOPENED, today
from monazite.desk.cases.models import Case
from monazite.desk.cases.models.decisions import STANDING, SUPERSEDED
from monazite.desk.licences.models import Licence
from monazite.desk.pages.cases.clock import Clock, clock
from monazite.desk.pages.cases.decided import DecisionWords, decisions
from monazite.desk.pages.cases.waits import Wait, waits
from monazite.desk.pages.detail.papers import PaperWords
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from monazite.licensing.transitions import machine

_WAITING = {"complete": "correction", "answer": "question"}
NO_NAME = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of the applicant to look again."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseworkWords:
    """The case as its applicant reads it.

    answers: what the reader can do about an open question: complete or answer, "" for nothing;
    question: its number;
    officials are not named: an office speaks, not a person.
    """

    clock: Clock
    waits: tuple[Wait, ...]
    decisions: tuple[DecisionWords, ...]
    asked_again: tuple[Asked, ...]
    licence: Licence | None
    answers: str
    question: int
    reconsiders: bool
    today: date


def casework(
    person: Person, application: Application, papers: Sequence[PaperWords], lang: str
) -> CaseworkWords | None:
    """What is seen; None before it is filed, and for others than its firm."""
    case = Case.objects.filter(application=application).first()
    if case is None or person.organisation_id != application.organisation_id:
        return None
    case.application = application
    now = today(case)
    return CaseworkWords(
        clock=clock(case, now, lang),
        waits=tuple(_unnamed(wait) for wait in waits(case, papers, lang)),
        decisions=_decisions(case, lang),
        asked_again=_again(case),
        licence=Licence.objects.filter(application=application).first(),
        answers=_answers(person, application),
        question=_open(case),
        reconsiders="reconsider" in machine().allowed(application.state)
        and may(person, "case.reconsider", application),
        today=now,
    )


def _unnamed(wait: Wait) -> Wait:
    """An office speaks; what the office wrote of a referral is its own."""
    internal = wait.kind == "referral"
    return replace(
        wait,
        by=NO_NAME,
        end_by=NO_NAME,
        text=NO_NAME if internal else wait.text,
        end=NO_NAME if internal else wait.end,
    )


def _decisions(case: Case, lang: str) -> tuple[DecisionWords, ...]:
    """What two people signed, the newest first."""
    signed = case.decisions.filter(state__in=(STANDING, SUPERSEDED))
    rows = list(signed.select_related("author", "signer").order_by("-number"))
    aside = any(row.state == SUPERSEDED for row in rows)
    reopenings = case.tasks.filter(rule=REOPENED) if aside else ()
    told = decisions(case.application, rows, reopenings, lang)
    return tuple(replace(each, author=NO_NAME, signer=NO_NAME, said=NO_NAME) for each in told)


def _again(case: Case) -> tuple[Asked, ...]:
    rows = case.reconsiderations.order_by("-number")
    return tuple(Asked(row.text, row.asked_at) for row in rows)


def _answers(person: Person, application: Application) -> str:
    steps = machine().allowed(application.state)
    event = next((each for each in _WAITING if each in steps), "")
    return event if event and may(person, "case.answer", application) else ""


def _open(case: Case) -> int:
    """The number of the question that waits for its answer, 0 for none; of rows that were read."""
    asked = (row for row in case.questions.all() if not hasattr(row, "answer"))
    return max((row.number for row in asked), default=0)


def opens(person: Person, application: Application, lang: str) -> str:
    """For an official of the case: the words of the link to its page; "" for others."""
    known = application.filed_at is not None and may(person, "case.read", application)
    there = known and Case.objects.filter(application=application).exists()
    return say("desk.pages.case.open", lang) if there else ""
