"""A case is laid before those above, who bind no clock, and comes back from them."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.written import reason
from monazite.desk.cases.clocks import kept
from monazite.desk.cases.models import HandBack, Referral
from monazite.desk.cases.prints import HAND_BACK, REFERRAL
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.waits import open_referral, step
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from monazite.licensing.casework.clock import NO_LIMIT
from monazite.licensing.casework.regime import casework
from monazite.licensing.transitions import machine


@transaction.atomic
def refer_up(
    person: Person, ident: uuid.UUID, office: str, text: str, via: str, *, seen: int | None = None
) -> Referral:
    """Lay the case before those above; no time limit binds from this day on."""
    case = held(person, ident, "case.refer", seen)
    known = casework(case.application.regime).above
    if office not in known:
        raise InputError("office", office, ", ".join(known), "choice")
    referral = Referral(
        case=case, number=case.referrals.count() + 1, office=office, text=reason("text", text),
        referred_by=person, referred_at=timezone.now(),
    )  # fmt: skip
    free = step(case, NO_LIMIT, referral.referred_at, referral)
    told = {ROWS: {"referrals": {str(referral.number): REFERRAL.of(referral)}}}
    who = Who(person.pk, via)
    moved(case, "refer_up", "referred_up", who, {"office": office}, told, **kept(case, free))
    referral.save(force_insert=True)
    return referral


@transaction.atomic
def hand_back(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None = None
) -> HandBack:
    """Enter what those above answered; still no time limit binds."""
    case = held(person, ident, "case.hand_back", seen)
    referral = open_referral(case)
    if referral is None:
        state = case.application.state
        raise NotAllowed(state, "hand_back", machine().allowed(state))
    back = HandBack(
        referral=referral, text=reason("text", text), entered_by=person, entered_at=timezone.now()
    )
    told = {ROWS: {"hand_backs": {str(referral.number): HAND_BACK.of(back)}}}
    said = {"office": referral.office}
    moved(case, "hand_back", "handed_back", Who(person.pk, via), said, told)
    back.save(force_insert=True)
    return back
