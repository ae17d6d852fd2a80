"""Which columns of an organisation's people, roles and tokens its events tell by SHA-256."""

from __future__ import annotations

from collections.abc import Iterable

from monazite.desk.events.prints import Print, plain
from monazite.desk.people.models import Assignment, Person, Token

PERSON = Print(("id", "email", "name", "organisation_id", "is_active"))
"""Not the language, which everyone changes as they like."""
ROLE = Print(("person_id", "role", "granted_by_id", "since", "until"))
TOKEN = Print(
    ("id", "person_id", "name", "sha256", "scopes", "created_at", "expires_at", "revoked_at")
)

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them."""


def people(*persons: Person) -> Told:
    """People as they stand after the event."""
    return {"people": {str(each.pk): PERSON.of(each) for each in persons}}


def roles(assignments: Iterable[Assignment]) -> Told:
    """Roles, each from the moment since when it is held."""
    return {"roles": {role_key(each.person_id, each.role, plain(each.since)): ROLE.of(each)
                      for each in assignments}}  # fmt: skip


def tokens(made: Iterable[Token]) -> Told:
    """Keys of programs."""
    return {"tokens": {str(each.pk): TOKEN.of(each) for each in made}}


def role_key(person: object, role: str, since: object) -> str:
    """A role may be held, ended, and held again."""
    return f"{person} {role} {since}"
