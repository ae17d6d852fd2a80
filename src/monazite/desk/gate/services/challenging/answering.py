"""The declarant answers a challenge, with papers; a late answer is read too."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from monazite.customs.challenge import machine
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.gate.challenge_prints import challenge_told
from monazite.desk.gate.models import Answer, Challenge
from monazite.desk.gate.services.challenging.open import challenged
from monazite.desk.gate.services.held import said
from monazite.desk.gate.services.retried import retried
from monazite.desk.people.models import Person
from monazite.errors import InputError

ANSWERS_MOST = 20
"""Answers to one challenge: enough to hand in what was forgotten."""


def answer_challenge(
    person: Person, ident: uuid.UUID, text: str, papers: Sequence[uuid.UUID], via: str
) -> Answer:
    """Answer the open challenge, or add to an answer; papers: files of the firm's own there.

    NotAllowed once the licensing office was asked or judged; InputError for a file that is not
    among them. What others do at the same moment is no reason to refuse an answer.
    """
    return retried(lambda: _answered(person, ident, text, papers, Who(person.pk, via)))


@transaction.atomic
def _answered(
    person: Person, ident: uuid.UUID, text: str, papers: Sequence[uuid.UUID], who: Who
) -> Answer:
    challenge = challenged(person, ident, "challenge.answer")
    challenge.state = machine().after(challenge.state, "answer")
    answer = Answer(
        challenge=challenge, number=_number(challenge), at=timezone.now(), by=person,
        text=said(text), papers=_papers(challenge, papers),
    )  # fmt: skip
    told = {
        "challenge": challenge.number, "answer": answer.number,
        ROWS: challenge_told(challenge, answer),
    }  # fmt: skip
    record(challenge.declaration, "challenge_answered", told, who)
    answer.save(force_insert=True)
    challenge.save(update_fields=["state"])
    return answer


def _number(challenge: Challenge) -> int:
    given = challenge.answers.count()
    if given >= ANSWERS_MOST:
        raise Refused("challenge_answers_most", most=ANSWERS_MOST)
    return given + 1


def _papers(challenge: Challenge, given: Sequence[uuid.UUID]) -> list[str]:
    """Ids of files that the firm's own people added to the declaration, each once."""
    declaration = challenge.declaration
    own = declaration.papers.filter(uploaded_by__organisation=declaration.organisation_id)
    known = set(own.values_list("pk", flat=True))
    if unknown := [ident for ident in given if ident not in known]:
        raise InputError("papers", str(unknown[0]), "files of this declaration", "choice")
    return [str(ident) for ident in dict.fromkeys(given)]
