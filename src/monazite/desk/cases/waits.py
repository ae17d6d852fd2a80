"""What a case waits for now, and what stops its clock meanwhile."""

from __future__ import annotations

from datetime import date, datetime

from monazite.desk.cases.clocks import day, today
from monazite.desk.cases.models import Case, Hold, Question, Referral
from monazite.errors import InputError
from monazite.licensing.casework.clock import Step


def open_question(case: Case) -> Question | None:
    """The one that is not answered yet; there is one at most."""
    return case.questions.filter(answer__isnull=True).order_by("-number").first()


def open_holds(case: Case) -> tuple[Hold, ...]:
    """Holds that nobody has ended: nothing is proposed or signed meanwhile."""
    return tuple(case.holds.filter(release__isnull=True).order_by("number"))


def open_referral(case: Case) -> Referral | None:
    """The one to which those above have not answered yet."""
    return case.referrals.filter(hand_back__isnull=True).order_by("-number").first()


def step(case: Case, kind: str, at: datetime, row: Question | Hold | Referral) -> Step:
    """What the row, or its end, does to the clock; `clocks.steps_of` names them alike."""
    name = type(row).__name__.lower()
    return Step(kind, day(at, case.application.regime), f"{name} {row.number}")


def coming(case: Case, field: str, on: date | None) -> date | None:
    """The day, if it is still to come where the case is; InputError otherwise."""
    if on is not None and on <= today(case):
        raise InputError(field, on, "a day after today", "coming")
    return on
