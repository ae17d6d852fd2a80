"""A challenge is issued: the goods stay, and the declarant is asked."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from monazite.customs.challenge import last_day, machine
from monazite.customs.procedure import machine as procedure
from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.gate.challenge_prints import challenge_told
from monazite.desk.gate.models import Challenge, Declaration
from monazite.desk.gate.notices import fingerprint, notice
from monazite.desk.gate.services.challenging.given import Given
from monazite.desk.gate.services.challenging.open import grounds_of
from monazite.desk.gate.services.held import held, said
from monazite.desk.gate.services.stepping import step
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.procedure import NEW
from monazite.law.store import load
from monazite.licensing.calendars import calendar

EVENT = "challenge"


@transaction.atomic
def issue_challenge(
    person: Person, ident: uuid.UUID, given: Given, via: str, *, seen: int | None = None
) -> Challenge:
    """Challenge items of a declaration that is held or cleared; its notice is drawn up with it.

    NotAllowed where the declaration's state has no challenge; Refused without items or grounds;
    InputError for what the declaration or the regime does not have.
    """
    declaration = held(person, ident, "challenge.issue", seen)
    procedure().after(declaration.state, EVENT)
    challenge = _row(person, declaration, given)
    step(
        declaration, EVENT, Who(person.pk, via), text=challenge.text,
        told={"challenge": challenge.number}, rows=challenge_told(challenge),
        writes=lambda: challenge.save(force_insert=True), exit_by=None, cleared_at=None,
        looked=EVENT,
    )  # fmt: skip
    return challenge


def _row(person: Person, declaration: Declaration, given: Given) -> Challenge:
    regime = declaration.regime
    days = rules(regime).challenge.answer_days
    challenge = Challenge(
        declaration=declaration,
        number=declaration.challenges.count() + 1,
        items=_items(declaration, given.items),
        grounds=grounds_of(declaration, given.grounds),
        text=said(given.text),
        issued_at=timezone.now(),
        issued_by=person,
        answer_by=last_day(load().today(regime), days, calendar(regime)),
        state=machine().after(NEW, "issue"),
    )
    challenge.notice = notice(challenge)
    challenge.notice_sha256 = fingerprint(challenge.notice)
    return challenge


def _items(declaration: Declaration, given: Sequence[int]) -> list[int]:
    """Numbers of the declaration's items, each once; InputError for one that it has not."""
    known = set(declaration.items.values_list("number", flat=True))
    if unknown := [number for number in given if number not in known]:
        accepted = ", ".join(map(str, sorted(known)))
        raise InputError("items", str(unknown[0]), accepted, "choice")
    if not given:
        raise Refused("challenge_without_items")
    return sorted(set(given))
