"""Whether a person may do something to a thing: the one question that guards every action."""

from __future__ import annotations

from monazite.desk.people.actions import ACTIONS
from monazite.desk.people.belongs import Belongs
from monazite.desk.people.models import Person
from monazite.desk.people.predicates import organisation_of
from monazite.desk.people.scopes import allows
from monazite.errors import MonaziteError

_KNOWING = ("application.read", "application.read_as_party", "event.read", "organisation.read")


class Forbidden(MonaziteError):  # noqa: N818 - the answer's name
    """A person may not do this; status 404 where they may not know that the thing exists."""

    def __init__(self, action: str, status: int) -> None:
        self.action = action
        self.status = status
        super().__init__(f"not allowed: {action}")


def may(person: object, action: str, thing: object = None) -> bool:
    """Whether the person may act so; KeyError for an action that the site does not have."""
    scopes = person.scopes if isinstance(person, Person) else None
    if scopes is not None and not allows(scopes, action):
        ACTIONS[action]  # an unknown action is a mistake of ours with or without a token
        return False
    return bool(ACTIONS[action].test(person, thing))


def require(person: object, action: str, thing: object = None) -> None:
    """Go on only where the person may act so; Forbidden otherwise."""
    if not may(person, action, thing):
        raise Forbidden(action, 403 if _knows(person, thing) else 404)


def _knows(person: object, thing: object) -> bool:
    if thing is None or not isinstance(person, Person):
        return True
    found = organisation_of(thing)
    if found is not None and found.pk == person.organisation_id:
        return True
    return any(ACTIONS[action].test(person, thing) for action in (*_KNOWING, *_own(thing)))


def _own(thing: object) -> tuple[str, ...]:
    """The action of reading a thing of the gate: leads are not read by whom they are about."""
    name = f"{getattr(thing, 'AGGREGATE', '')}.read" if isinstance(thing, Belongs) else ""
    return (name,) if name in ACTIONS else ()
