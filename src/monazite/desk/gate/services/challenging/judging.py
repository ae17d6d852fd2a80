"""A judgement is proposed by one person; it says nothing to anybody until another signs it."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.customs.challenge import Judged, against, machine
from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.gate.challenge_prints import challenge_told
from monazite.desk.gate.errors import CannotBeJudged
from monazite.desk.gate.models import Challenge, Judgement
from monazite.desk.gate.services.challenging.analysing import checked_again, outcome_of
from monazite.desk.gate.services.challenging.given import Verdict
from monazite.desk.gate.services.challenging.open import challenged, of_the_list
from monazite.desk.gate.services.challenging.sides import (
    CUSTOMS,
    EVENTS,
    PROPOSED,
    identified,
    side_of,
)
from monazite.desk.gate.services.held import said
from monazite.desk.people.models import Person


@transaction.atomic
def judge(
    person: Person, ident: uuid.UUID, verdict: Verdict, via: str, *, seen: int | None = None
) -> Judgement:
    """Propose what is judged: by customs, or by the licensing office that was asked.

    CannotBeJudged with every finding against it; NotAllowed before the declarant has answered or
    the time has run out; Refused while another proposal waits for a hand.
    """
    challenge = challenged(person, ident, "challenge.judge", seen)
    side = side_of(person, challenge.declaration)
    machine().after(challenge.state, EVENTS[side])
    if challenge.judgements.filter(state=PROPOSED).exists():
        raise Refused("judgement_open", number=challenge.declaration.number)
    stands(challenge, side, verdict)
    judgement = _row(person, challenge, side, verdict)
    told = {
        "challenge": challenge.number, "judgement": judgement.number,
        ROWS: challenge_told(challenge, judgement),
    }  # fmt: skip
    record(challenge.declaration, "judgement_proposed", told, Who(person.pk, via))
    judgement.save(force_insert=True)
    return judgement


def stands(challenge: Challenge, side: str, verdict: Verdict) -> None:
    """Go on only where nothing stands against it; the goods are ruled on as they were analysed.

    The licensing office rules on nothing but what the goods are: no disposal, and the gate does
    not bind it.
    """
    table = rules(challenge.declaration.regime).challenge
    disposals = table.disposals if side == CUSTOMS else ("",)
    if found := against(_judged(challenge, side, verdict), disposals, table.identification):
        raise CannotBeJudged(found)


def _judged(challenge: Challenge, side: str, verdict: Verdict) -> Judged:
    if side != CUSTOMS:
        return Judged(verdict.finding, verdict.disposal, "", "")
    outcome = outcome_of(challenge, checked_again(challenge.declaration))
    return Judged(verdict.finding, verdict.disposal, identified(challenge), outcome)


def _row(person: Person, challenge: Challenge, side: str, verdict: Verdict) -> Judgement:
    known = rules(challenge.declaration.regime).challenge.grounds
    return Judgement(
        challenge=challenge,
        number=challenge.judgements.count() + 1,
        by_office=side,
        finding=verdict.finding,
        disposal=verdict.disposal,
        grounds=of_the_list("grounds", verdict.grounds, known),
        text=said(verdict.text),
        author=person,
        proposed_at=timezone.now(),
        state=PROPOSED,
    )
