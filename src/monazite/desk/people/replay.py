"""What an organisation's events say it is: `desk verify` compares its rows with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from monazite.desk.events.prints import Print, plain
from monazite.desk.events.replay import Belonging, Replay, Told
from monazite.desk.events.verification.reading import identity, moment, printed
from monazite.desk.people import prints
from monazite.desk.people.models import Assignment, Person, Token

_FIELDS = ("kind", "name", "name_native", "country", "identifier", "regime", "duty")
_OF_PERSON = "JOIN people_person p ON p.id = t.person_id"


def after(told: Told, kind: str, payload: Mapping[str, Any]) -> Told:
    """What the row must say after the event."""
    if kind == "organisation.added":
        return {name: payload[name] for name in _FIELDS if name in payload} | {"active": True}
    return told | {"active": False} if kind == "organisation.ended" else told


def _people() -> Iterator[Belonging]:
    of = "t.organisation_id"
    for organisation, ident, sha256 in printed(Person, prints.PERSON, f"{of}, t.id FROM {{t}}", of):
        yield Belonging(identity(organisation), "people", str(identity(ident)), sha256)


def _roles() -> Iterator[Belonging]:
    select = f"p.organisation_id, t.person_id, t.role, t.since FROM {{t}} {_OF_PERSON}"
    for of, person, role, since, sha256 in _of_people(Assignment, prints.ROLE, select):
        key = prints.role_key(identity(person), role, plain(moment(since)))
        yield Belonging(identity(of), "roles", key, sha256)


def _tokens() -> Iterator[Belonging]:
    select = f"p.organisation_id, t.id FROM {{t}} {_OF_PERSON}"
    for of, ident, sha256 in _of_people(Token, prints.TOKEN, select):
        yield Belonging(identity(of), "tokens", str(identity(ident)), sha256)


def _of_people(model: type[Any], told: Print, select: str) -> Iterator[tuple[Any, ...]]:
    return printed(model, told, select, "p.organisation_id")


REPLAY = Replay((*_FIELDS, "active"), after, belongings=(_people, _roles, _tokens))
