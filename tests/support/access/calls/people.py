"""Organisations, people, roles, tokens."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from monazite.desk.people import factors, services, visible
from monazite.desk.people.may import Forbidden

if TYPE_CHECKING:
    from monazite.desk.people.models import Organisation, Person, Token
    from monazite.desk.people.predicates import Grant
    from support.access.calls import Call

_numbers = itertools.count(1)


def _organisation_add(by: Person, _: None) -> None:
    services.add_organisation(by, "page", kind="exporter", name="N", country="CN")


def _organisation_read(by: Person, thing: Organisation) -> None:
    if not visible.organisations(by).filter(pk=thing.pk).exists():
        raise Forbidden("organisation.read", 404)


def _person_add(by: Person, thing: Organisation) -> None:
    address = f"new{next(_numbers)}@firm.example"
    services.add_person(by, "page", organisation=thing, name="N", email=address)


def _token_make(by: Person, thing: Person) -> None:
    if by.pk != thing.pk:
        raise Forbidden(
            "token.make", 403
        )  # the service makes one's own alone: it takes nobody else
    services.make_token(by, "page", "t", ["applications:read"])


def _role_grant(by: Person, thing: Grant) -> None:
    services.grant_role(by, "page", thing.person, thing.role)


def _role_end(by: Person, thing: Grant) -> None:
    services.end_role(by, "page", thing.person, thing.role)


def _person_end(by: Person, thing: Person) -> None:
    services.end_person(by, "page", thing)


def _person_link(by: Person, thing: Person) -> None:
    services.link_for_first_password(by, "page", thing)


def _token_revoke(by: Person, thing: Token) -> None:
    services.revoke_token(by, "page", thing)


CALLS: dict[str, Call] = {
    "organisation.add": _organisation_add,
    "organisation.read": _organisation_read,
    "organisation.end": lambda by, thing: services.end_organisation(by, "page", thing),
    "person.add": _person_add,
    "person.end": _person_end,
    "person.link": _person_link,
    "role.grant": _role_grant,
    "role.end": _role_end,
    "factor.reset": lambda by, thing: factors.reset(by, "page", thing),
    "token.make": _token_make,
    "token.revoke": _token_revoke,
}
