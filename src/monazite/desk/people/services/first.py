"""The first people: an operator of a new site, and the admin of a new organisation."""

from __future__ import annotations

from django.db import transaction

from monazite.desk.people.models import OPERATOR, Organisation, Person
from monazite.desk.people.roles import ADMIN, OPERATES
from monazite.desk.people.services.organisations import add_organisation
from monazite.desk.people.services.persons import add_person
from monazite.desk.people.services.roles import grant_role


def first_operator(
    *, organisation: str, country: str, name: str, email: str, language: str = "en"
) -> Person:
    """Who runs the site, with their organisation; made at the command line."""
    with transaction.atomic():
        office = add_organisation(None, "cli", kind=OPERATOR, name=organisation, country=country)
        person = add_person(
            None, "cli", organisation=office, name=name, email=email, language=language
        )
        grant_role(None, "cli", person, OPERATES)
    return person


def add_first_admin(
    by: Person | None,
    via: str,
    *,
    organisation: Organisation,
    name: str,
    email: str,
    language: str = "en",
) -> Person:
    """The first admin of an organisation that has none: all or nothing."""
    with transaction.atomic():
        person = add_person(
            by, via, organisation=organisation, name=name, email=email, language=language
        )
        grant_role(by, via, person, ADMIN)
    return person
