"""The time for an answer runs out: a state of its own, which decides nothing."""

from __future__ import annotations

import uuid
from datetime import UTC, date

from django.db import transaction

from monazite.customs.challenge import last_day, machine, run_out
from monazite.customs.regime import rules
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.gate.challenge_prints import challenge_told
from monazite.desk.gate.models import Challenge
from monazite.law.store import load
from monazite.licensing.calendars import calendar

_NOBODY = Who(None, "worker")


def unanswered() -> int:
    """Mark every challenge whose last day for an answer has passed; how many were.

    What follows is not published: the goods stay where they are until customs has judged.
    """
    waiting = Challenge.objects.filter(state="issued", closed_at__isnull=True)
    return sum(_marked(ident) for ident in list(waiting.values_list("pk", flat=True)))


def last_day_of(challenge: Challenge) -> date | None:
    """The last day for an answer; None while the working days of its year are not published."""
    if challenge.answer_by is not None:
        return challenge.answer_by
    regime = challenge.declaration.regime
    issued_on = challenge.issued_at.astimezone(load().zone(regime) or UTC).date()
    return last_day(issued_on, rules(regime).challenge.answer_days, calendar(regime))


def _marked(ident: uuid.UUID) -> bool:
    """Whether it was marked; an answer that comes at the same moment is in time."""
    try:
        return _once(ident)
    except ChangedMeanwhile:
        return False


@transaction.atomic
def _once(ident: uuid.UUID) -> bool:
    challenge = Challenge.objects.select_related("declaration").get(pk=ident)
    if challenge.state != "issued":
        return False
    if not run_out(last_day_of(challenge), load().today(challenge.declaration.regime)):
        return False
    challenge.state = machine().after(challenge.state, "run_out")
    told = {"challenge": challenge.number, ROWS: challenge_told(challenge)}
    record(challenge.declaration, "challenge_unanswered", told, _NOBODY)
    challenge.save(update_fields=["state"])
    return True
