"""What a role may depend on: each predicate asks one thing of a person and of what they act on.

A thing is an application, a paper, an organisation, a person, a role to be granted (`Grant`) or a
token. Predicates say who may act; when a thing's state allows it is the transition table's to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from rules.predicates import Predicate

from monazite.desk.applications.models import Application, Paper
from monazite.desk.applications.sealing import is_secret
from monazite.desk.people.belongs import Belongs
from monazite.desk.people.models import (
    AGENCY,
    CUSTOMS,
    EXPORTER,
    FOREIGN,
    INTAKE,
    LICENSING,
    OPERATOR,
    Organisation,
    Person,
)
from monazite.desk.people.models import Token as TokenRow
from monazite.desk.people.roles import ADMIN, OFFICIAL, OPERATES, roles_in


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that somebody is to get or to lose."""

    person: Person
    role: str


def predicate(asked: Callable[..., bool]) -> Predicate:
    """The question as something that `&`, `|` and `~` join."""
    made = Predicate(asked)
    made.__doc__ = asked.__doc__
    return made


def application_of(thing: object) -> Application | None:
    """The application that a thing is or belongs to."""
    if isinstance(thing, Paper):
        return thing.application
    return thing if isinstance(thing, Application) else None


def organisation_of(thing: object) -> Organisation | None:
    """The organisation that a thing is or belongs to."""
    if isinstance(thing, (Grant, TokenRow)):
        return thing.person.organisation
    if isinstance(thing, Person):
        return thing.organisation
    return thing if isinstance(thing, Organisation) else None


def person_of(thing: object) -> Person | None:
    """The person whom a thing is or belongs to."""
    if isinstance(thing, (Grant, TokenRow)):
        return thing.person
    return thing if isinstance(thing, Person) else None


def has_role(*roles: str) -> Predicate:
    """Holds one of the roles now."""
    asked = frozenset(roles)

    def held(person: Person) -> bool:
        return not asked.isdisjoint(person.held_roles)

    return Predicate(held, name="|".join(roles))


@predicate
def active(person: object) -> bool:
    """A person who may sign in, of an organisation that may work here."""
    return isinstance(person, Person) and person.is_active and person.organisation.active


@predicate
def second_factor(person: Person) -> bool:
    """Not an official, or one who has shown a second factor."""
    return person.organisation.kind not in OFFICIAL or person.is_verified()


@predicate
def of_exporter(person: Person) -> bool:
    """Works for an exporter."""
    return person.organisation.kind == EXPORTER


@predicate
def own_application(person: Person, thing: object) -> bool:
    """The application is of the person's own firm."""
    found = application_of(thing)
    return found is not None and found.organisation_id == person.organisation_id


@predicate
def filed(_: Person, thing: object) -> bool:
    """The application has left its author's hands."""
    found = application_of(thing)
    return found is not None and found.filed_at is not None


def _duties(person: Person, thing: object) -> frozenset[str]:
    """For what the application names the person's agency; a page may have read the rows before."""
    found = application_of(thing)
    if found is None or person.organisation.kind != AGENCY:
        return frozenset()
    own = (row for row in found.offices.all() if row.agency_id == person.organisation_id)
    return frozenset(row.duty for row in own)


@predicate
def named_office(person: Person, thing: object) -> bool:
    """The application names the person's agency."""
    return bool(_duties(person, thing))


@predicate
def licensing_office(person: Person, thing: object) -> bool:
    """The application names the person's agency as the one that decides on it."""
    return LICENSING in _duties(person, thing)


@predicate
def intake_office(person: Person, thing: object) -> bool:
    """The application names the person's agency as the one that takes it in."""
    return INTAKE in _duties(person, thing)


@predicate
def of_agency(person: Person) -> bool:
    """Works for an agency."""
    return person.organisation.kind == AGENCY


@predicate
def of_customs(person: Person) -> bool:
    """Works for a customs office."""
    return person.organisation.kind == AGENCY and person.organisation.duty == CUSTOMS


@predicate
def own_thing(person: Person, thing: object) -> bool:
    """The thing at the gate is of the person's own firm."""
    return isinstance(thing, Belongs) and thing.organisation_id == person.organisation_id


@predicate
def before_office(person: Person, thing: object) -> bool:
    """The thing lies before the person's agency."""
    return (
        isinstance(thing, Belongs)
        and person.organisation.kind == AGENCY
        and person.organisation_id in thing.office_ids()
    )


@predicate
def asked_about(person: Person, thing: object) -> bool:
    """The person's licensing office was asked about the thing."""
    return (
        isinstance(thing, Belongs)
        and person.organisation.kind == AGENCY
        and person.organisation_id in thing.licensing_ids()
    )


@predicate
def named_party(person: Person, thing: object) -> bool:
    """The application was filed with the person's firm among its parties."""
    found = application_of(thing)
    return (
        found is not None
        and person.organisation.kind == FOREIGN
        and found.parties.filter(organisation_id=person.organisation_id).exists()
    )


@predicate
def named_reviewer(person: Person, thing: object) -> bool:
    """The person is named to read this application's trade secrets."""
    found = application_of(thing)
    return found is not None and found.reviewers.filter(person_id=person.pk).exists()


@predicate
def secret(_: Person, thing: object) -> bool:
    """The paper is a trade secret: by its row or by the form, whichever is stricter."""
    return isinstance(thing, Paper) and is_secret(thing)


@predicate
def own_organisation(person: Person, thing: object) -> bool:
    """The thing is, or is of, the person's own organisation."""
    found = organisation_of(thing)
    return found is not None and found.pk == person.organisation_id


@predicate
def an_organisation(_: Person, thing: object) -> bool:
    """The thing is an organisation, whose events are of people and roles."""
    return isinstance(thing, Organisation)


@predicate
def of_operator(_: Person, thing: object) -> bool:
    """The thing is, or is of, an organisation of operators."""
    found = organisation_of(thing)
    return found is not None and found.kind == OPERATOR


@predicate
def without_admin(_: Person, thing: object) -> bool:
    """The organisation has nobody yet who could manage it."""
    found = organisation_of(thing)
    return found is not None and not _held_in(found, ADMIN).exists()


@predicate
def first_admin(_: Person, thing: object) -> bool:
    """The person is an admin who has never set a password."""
    return (
        isinstance(thing, Person) and ADMIN in thing.held_roles and not thing.has_usable_password()
    )


@predicate
def oneself(person: Person, thing: object) -> bool:
    """The thing is, or is of, the person themselves."""
    found = person_of(thing)
    return found is not None and found.pk == person.pk


@predicate
def fits_organisation(_: Person, thing: object) -> bool:
    """The role is one of the kind of organisation in which it would be held."""
    return isinstance(thing, Grant) and thing.role in roles_in(thing.person.organisation.kind)


@predicate
def admin_role(_: Person, thing: object) -> bool:
    """The role is that of an organisation's admin."""
    return isinstance(thing, Grant) and thing.role == ADMIN


@predicate
def last_of_its_kind(_: Person, thing: object) -> bool:
    """Without this person nobody would be left to manage the organisation, or the site."""
    found = person_of(thing)
    if found is None:
        return False
    roles = {thing.role} if isinstance(thing, Grant) else {ADMIN, OPERATES}
    return any(_alone(found, role) for role in roles & {ADMIN, OPERATES})


def _alone(person: Person, role: str) -> bool:
    held = set(_held_in(person.organisation, role).values_list("pk", flat=True))
    return held == {person.pk}


def _held_in(organisation: Organisation, role: str) -> QuerySet[Person]:
    return Person.objects.filter(
        organisation=organisation,
        is_active=True,
        assignments__role=role,
        assignments__until__isnull=True,
    )
