"""People: added without a password, ended without being deleted."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.desk.events.append import record
from monazite.desk.events.prints import ROWS
from monazite.desk.people import prints, words
from monazite.desk.people.models import Assignment, Organisation, Person
from monazite.desk.people.services.acting import allow, fresh, of, who
from monazite.desk.people.services.tokens import revoke_all
from monazite.errors import InputError

_NAME_MAX = 200
_LANGUAGES = ("en", "zh")


def add_person(
    by: Person | None,
    via: str,
    *,
    organisation: Organisation,
    name: str,
    email: str,
    language: str = "en",
) -> Person:
    """Someone new in the organisation; they set their password through a link."""
    with transaction.atomic():
        found = fresh(organisation.pk)
        allow(by, via, "person.add", found)
        if language not in _LANGUAGES:
            raise InputError("language", language, ", ".join(_LANGUAGES))
        person = Person(
            name=words.line("name", name, _NAME_MAX),
            email=words.email(email),
            organisation=found,
            language=language,
        )
        person.set_unusable_password()
        _insert(person)
        payload = {"person": str(person.pk), "name": person.name, ROWS: prints.people(person)}
        record(found, "person.added", payload, who(by, via))
    return person


def _insert(person: Person) -> None:
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        accepted = "an address that no account has yet"
        raise InputError("email", person.email, accepted) from error


def end_person(by: Person | None, via: str, person: Person) -> None:
    """They sign in no more: roles end, tokens are revoked, sessions are refused."""
    with transaction.atomic():
        organisation = fresh(person.organisation_id)
        found = of(organisation, person)
        allow(by, via, "person.end", found)
        if not found.is_active:
            return
        payload = {"person": str(found.pk), ROWS: _ended(found)}
        record(organisation, "person.ended", payload, who(by, via))
        revoke_all(organisation, found, who(by, via))


def _ended(person: Person) -> prints.Told:
    """The person signs in no more and holds no role; what the event tells of it."""
    now, roles = timezone.now(), list(person.assignments.filter(until__isnull=True))
    person.is_active = False
    person.save(update_fields=["is_active"])
    for role in roles:
        role.until = now
    Assignment.objects.bulk_update(roles, ["until"])
    return prints.people(person) | prints.roles(roles)
