"""A laboratory reports what challenged goods are made of."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.written import reason, text
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.gate.challenge_prints import challenge_told
from monazite.desk.gate.models import Challenge, Sample
from monazite.desk.gate.services.challenging.given import Found
from monazite.desk.gate.services.challenging.open import challenged
from monazite.desk.gate.services.held import TEXT_MAX
from monazite.desk.gate.services.retried import retried
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.statement import READERS
from monazite.law.store import load

_LABORATORY_MAX, _METHOD_MAX, _CONTAINS_MAX = 200, 64, 500


def report_sample(person: Person, ident: uuid.UUID, found: Found, via: str) -> Sample:
    """Add the report to the open challenge; a later one of the same item takes its place.

    InputError for what cannot be read. What others do at the same moment is no reason to refuse.
    """
    return retried(lambda: _reported(person, ident, found, Who(person.pk, via)))


@transaction.atomic
def _reported(person: Person, ident: uuid.UUID, found: Found, who: Who) -> Sample:
    challenge = challenged(person, ident, "sample.report")
    sample = _row(person, challenge, found)
    told = {
        "challenge": challenge.number, "sample": sample.number,
        ROWS: challenge_told(challenge, sample),
    }  # fmt: skip
    record(challenge.declaration, "sample_reported", told, who)
    sample.save(force_insert=True)
    return sample


def _row(person: Person, challenge: Challenge, found: Found) -> Sample:
    return Sample(
        challenge=challenge,
        number=challenge.samples.count() + 1,
        item=_item(challenge, found.item),
        laboratory=reason("laboratory", found.laboratory, _LABORATORY_MAX),
        method=reason("method", found.method, _METHOD_MAX),
        taken_on=_day(found.taken_on, load().today(challenge.declaration.regime)),
        form=_form(found.form),
        contains=_contains(found.contains),
        text=text("text", found.text, TEXT_MAX),
        at=timezone.now(),
        by=person,
    )


def _item(challenge: Challenge, number: int) -> int:
    if number not in challenge.items:
        accepted = ", ".join(map(str, challenge.items))
        raise InputError("item", str(number), accepted, "choice")
    return number


def _day(given: date, today: date) -> date:
    if given > today:
        accepted = f"a day up to {today.isoformat()}"
        raise InputError("taken_on", given.isoformat(), accepted, "to_come")
    return given


def _form(given: str) -> str:
    return str(READERS["form"](given)) if given else ""


def _contains(given: str) -> str:
    """As it was written, once the law can read it."""
    written = reason("contains", given, _CONTAINS_MAX)
    READERS["contains"](written)
    return written
