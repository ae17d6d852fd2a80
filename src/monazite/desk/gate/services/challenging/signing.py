"""The second hand: the judgement stands, and the declaration goes where it leads, at once."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.customs.challenge import machine
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.gate.challenge_prints import challenge_told
from monazite.desk.gate.models import Challenge, Judgement
from monazite.desk.gate.services.challenging.closing import closed
from monazite.desk.gate.services.challenging.given import Verdict
from monazite.desk.gate.services.challenging.judging import stands
from monazite.desk.gate.services.challenging.sides import (
    CUSTOMS,
    EVENTS,
    SENT_BACK,
    STANDING,
    to_be_signed,
)
from monazite.desk.gate.services.held import said
from monazite.desk.gate.services.retried import retried
from monazite.desk.people.models import Person


def sign_judgement(
    person: Person, judgement_id: uuid.UUID, via: str, *, seen: int | None = None
) -> Judgement:
    """Sign what a colleague proposed. Of customs, it closes the challenge.

    Refused for one's own, and for one that an answer or a report has overtaken: it is sent back
    then; CannotBeJudged where law or licences have come to stand against it.
    """
    return retried(lambda: _signed(person, judgement_id, Who(person.pk, via), seen))


@transaction.atomic
def _signed(person: Person, judgement_id: uuid.UUID, who: Who, seen: int | None) -> Judgement:
    judgement = to_be_signed(person, judgement_id, seen)
    _still_so(judgement)
    judgement.state, judgement.signer, judgement.signed_at = STANDING, person, timezone.now()
    challenge = judgement.challenge
    challenge.state = machine().after(challenge.state, EVENTS[judgement.by_office])
    if judgement.by_office == CUSTOMS:
        closed(judgement, who)
    else:
        _told(judgement, "challenge_identified", who)
    return judgement


@transaction.atomic
def send_back_judgement(
    person: Person, judgement_id: uuid.UUID, text: str, via: str, *, seen: int | None = None
) -> Judgement:
    """Nothing is judged; its author reads why."""
    judgement = to_be_signed(person, judgement_id, seen)
    judgement.state, judgement.signer = SENT_BACK, person
    judgement.signed_at, judgement.said = timezone.now(), said(text)
    _told(judgement, "judgement_sent_back", Who(person.pk, via))
    return judgement


def _told(judgement: Judgement, kind: str, who: Who) -> None:
    """An event that leaves the declaration where it is."""
    challenge = judgement.challenge
    told = {
        "challenge": challenge.number, "judgement": judgement.number,
        ROWS: challenge_told(challenge, judgement),
    }  # fmt: skip
    record(challenge.declaration, kind, told, who)
    judgement.save(update_fields=["state", "signer", "signed_at", "said"])
    challenge.save(update_fields=["state"])


def _still_so(judgement: Judgement) -> None:
    challenge = judgement.challenge
    if _overtaken(judgement, challenge):
        raise Refused("judgement_outdated")
    verdict = Verdict(
        judgement.finding, judgement.disposal, tuple(judgement.grounds), judgement.text
    )
    stands(challenge, judgement.by_office, verdict)


def _overtaken(judgement: Judgement, challenge: Challenge) -> bool:
    """Whether something was handed in since it was proposed."""
    since = judgement.proposed_at
    answered = challenge.answers.filter(at__gt=since).exists()
    return answered or challenge.samples.filter(at__gt=since).exists()
