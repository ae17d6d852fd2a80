"""An application ends before it is decided: a draft is discarded, a filed one withdrawn."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.following import followed
from monazite.desk.applications.models import Application
from monazite.desk.applications.services.held import held, step
from monazite.desk.events.append import Who, record
from monazite.desk.people.models import Person
from monazite.errors import InputError

REASON_MAX = 2_000
"""Characters of a reason."""


@transaction.atomic
def discard(person: Person, ident: uuid.UUID, via: str) -> Application:
    """The draft is laid aside; it stays readable."""
    draft = held(person, ident, "application.discard")
    discarded(draft, {}, Who(person.pk, via))
    return draft


def discarded(draft: Application, told: dict[str, object], who: Who) -> None:
    """The event and the state; `told`: what became of the draft."""
    state = step(draft, "discard")
    record(draft, "discarded", told, who, state=state, changed_at=timezone.now())
    followed("discarded", draft, who)


@transaction.atomic
def withdraw(person: Person, ident: uuid.UUID, reason: str, via: str) -> Application:
    """The applicant no longer asks; the reason stands in the event."""
    application = held(person, ident, "application.withdraw")
    state = step(application, "withdraw")
    told = {"reason": _said(reason)}
    now, who = timezone.now(), Who(person.pk, via)
    record(application, "withdrawn", told, who, state=state, changed_at=now)
    followed("withdrawn", application, who)
    return application


def _said(reason: str) -> str:
    text = reason.strip()
    if not text or len(text) > REASON_MAX or "\0" in text:
        accepted = f"1 to {REASON_MAX} characters"
        raise InputError("reason", text[:80], accepted, "reason", most=REASON_MAX)
    return text
