"""A vintage is released by somebody else than who prepared it, or goes back with a word why."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import plain, text_sha256
from monazite.desk.people.may import require
from monazite.desk.people.models import Person
from monazite.desk.statistics.models import PREPARED, RELEASED, SENT_BACK, Vintage
from monazite.desk.statistics.visible import visible

_TEXT_MAX = 2_000


@transaction.atomic
def release(person: Person, ident: uuid.UUID, via: str) -> Vintage:
    """The vintage may be published from now on; Refused for its author, and where it is closed."""
    return _closed(person, ident, RELEASED, "", via)


@transaction.atomic
def send_back(person: Person, ident: uuid.UUID, text: str, via: str) -> Vintage:
    """The vintage is not released; InputError where nothing is said of why."""
    require(person, "statistics.release")
    return _closed(person, ident, SENT_BACK, reason("text", text, _TEXT_MAX), via)


def _closed(person: Person, ident: uuid.UUID, state: str, text: str, via: str) -> Vintage:
    require(person, "statistics.release")
    vintage = visible(person, ident, "statistics.release")
    if vintage.state != PREPARED:
        raise Refused("statistics_closed", vintage=str(vintage))
    if vintage.author_id == person.pk:
        raise Refused("statistics_own")
    now = timezone.now()
    told = {
        "state": state,
        "signer_id": plain(person.pk),
        "signed_at": plain(now),
        "said": text_sha256(text),
    }
    changes = {"state": state, "signer_id": person.pk, "signed_at": now, "said": text}
    record(vintage, state, told, Who(person.pk, via), **changes)
    return vintage
