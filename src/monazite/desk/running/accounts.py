"""Organisations, people and roles from the command line: the machine's owner acts, by name."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.db.models import Q

from monazite.desk.people.models import Organisation, Person
from monazite.desk.people.services import (
    add_organisation,
    add_person,
    grant_role,
    link_for_first_password,
)
from monazite.desk.people.words import normal_email
from monazite.desk.running.setup import address_of
from monazite.desk.running.state import require_ready
from monazite.errors import InputError

_VIA = "cli"
_NAMED = 5


def new_organisation(**said: str) -> dict[str, str]:
    """Add one, as `people.services.add_organisation` takes it; its id and name."""
    require_ready()
    made = add_organisation(None, _VIA, **said)
    return {"id": str(made.pk), "name": made.name, "kind": made.kind}


def new_person(
    organisation: str, name: str, email: str, language: str, roles: tuple[str, ...]
) -> dict[str, str | list[str]]:
    """Add someone with roles; their e-mail and the link that works once."""
    require_ready()
    with transaction.atomic():
        person = add_person(
            None,
            _VIA,
            organisation=_organisation(organisation),
            name=name,
            email=email,
            language=language,
        )
        for role in roles:
            grant_role(None, _VIA, person, role)
        link = address_of(link_for_first_password(None, _VIA, person))
    return {"id": str(person.pk), "email": person.email, "roles": list(roles), "link": link}


def new_link(email: str) -> dict[str, str]:
    """A link for whoever has lost the password or the first link; the password of before ends."""
    require_ready()
    person = _person(email)
    link = address_of(link_for_first_password(None, _VIA, person))
    return {"email": person.email, "link": link}


def new_role(email: str, role: str) -> dict[str, str]:
    """Grant it; who holds it now."""
    require_ready()
    person = _person(email)
    grant_role(None, _VIA, person, role)
    return {"email": person.email, "role": role}


def _person(email: str) -> Person:
    found = Person.objects.filter(email=normal_email(email)).first()
    if found is None:
        raise InputError("email", email, "the e-mail of a person of this site")
    return found


def _organisation(said: str) -> Organisation:
    """By its id or its name; InputError names the nearest where none or several have it."""
    found = list(Organisation.objects.filter(_asked(said))[:2])
    if len(found) == 1:
        return found[0]
    near = Organisation.objects.filter(name__icontains=said[:20]).values_list("name", "pk")[:_NAMED]
    named = "; ".join(f"{name} ({pk})" for name, pk in near)
    accepted = "the name or the id of one organisation of this site"
    raise InputError("organisation", said, f"{accepted}: {named}" if named else accepted)


def _asked(said: str) -> Q:
    try:
        return Q(pk=uuid.UUID(said))
    except ValueError:
        return Q(name=said)
