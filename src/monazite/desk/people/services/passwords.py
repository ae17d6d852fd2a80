"""Passwords: the first one through a signed link that works once, later ones by their owner."""

from __future__ import annotations

import uuid

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from monazite.desk.events.append import record
from monazite.desk.people.models import Person
from monazite.desk.people.services.acting import allow, fresh, of, who
from monazite.desk.people.services.tokens import revoke_all
from monazite.errors import InputError

_LENGTH_MAX = 200


def link_for_first_password(by: Person | None, via: str, person: Person) -> str:
    """The path at which the person sets a password within 48 hours; an older link ends.

    Whoever makes it hands it over: the desk sends no mail. What was the password
    ends with it, and every session and token.
    """
    with transaction.atomic():
        organisation = fresh(person.organisation_id)
        found = of(organisation, person)
        allow(by, via, "person.link", found)
        found.set_unusable_password()  # new random text: links made before no longer fit it
        found.save(update_fields=["password"])
        record(organisation, "person.linked", {"person": str(found.pk)}, who(by, via))
        revoke_all(organisation, found, who(by, via))
    token = default_token_generator.make_token(found)
    return reverse("first_password", args=[found.pk, token])


def of_link(person_id: uuid.UUID, token: str) -> Person | None:
    """Whose link it is; None where it is none, was used, or is older than 48 hours."""
    person = Person.objects.filter(pk=person_id).select_related("organisation").first()
    if person is None or not (person.is_active and person.organisation.active):
        return None
    return person if default_token_generator.check_token(person, token) else None


def set_first_password(person_id: uuid.UUID, token: str, password: str) -> Person | None:
    """Set it through the link; None where the link is no longer good."""
    with transaction.atomic():
        person = of_link(person_id, token)
        if person is None:
            return None
        return person if _set(person, password) else None


def change_password(person: Person, old: str, password: str) -> None:
    """Set another, knowing the present one; InputError where either does not do."""
    if not person.check_password(old):
        raise InputError("old", None, "the password that you have now")
    with transaction.atomic():
        if not _set(person, password):
            raise InputError("old", None, "the password that you have now")


def _set(person: Person, password: str) -> bool:
    _strong(password, person)
    organisation, before = fresh(person.organisation_id), person.password
    person.set_password(password)
    found = Person.objects.filter(pk=person.pk, password=before)
    if not found.update(password=person.password):
        return False  # the same link, or another change, was quicker
    record(organisation, "password.set", {"person": str(person.pk)}, who(person, "page"))
    revoke_all(organisation, person, who(person, "page"))
    return True


def _strong(password: str, person: Person) -> None:
    accepted = "12 to 200 characters, no common password, none like your name or address"
    if len(password) > _LENGTH_MAX:
        raise InputError("password", None, accepted)
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise InputError("password", None, accepted) from error
