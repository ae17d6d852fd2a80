"""Who calls: a program with a bearer token that acts for a person, within the token's scopes."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from monazite.desk.api.faults import Fault
from monazite.desk.people.models import Person
from monazite.desk.people.scopes import SCOPES, allows
from monazite.desk.people.services.tokens import bearer

VIA = "api"
"""How events name this way in."""
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="monazite"'}


class Bearer(HttpBearer):
    """A token whose scopes open the action; any token where the action is None."""

    def __init__(self, action: str | None) -> None:
        super().__init__()
        self.action = action

    def __call__(self, request: HttpRequest) -> Person:
        """The person that the token speaks for; a Fault of 401 or 403 that says what to do."""
        word, _, secret = request.headers.get("Authorization", "").partition(" ")
        if word.lower() != "bearer" or not secret.strip():
            raise Fault(401, "token_missing", headers=_CHALLENGE)
        return self.authenticate(request, secret.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Person:
        """The person behind the secret, if the token's scopes open the action."""
        person = bearer(token)
        if person is None:
            raise Fault(401, "token_unknown", headers=_CHALLENGE)
        # Where ninja puts it too, once the person may act: a refusal is in their language.
        request.auth = person  # type: ignore[attr-defined]
        if self.action is not None and (fault := scope_missing(person, self.action)):
            raise fault
        return person


def caller(request: HttpRequest) -> Person | None:
    """Who calls; None before that is known."""
    return getattr(request, "auth", None)


def acting(request: HttpRequest) -> Person:
    """Who calls, behind a `Bearer`."""
    person: Person = request.auth  # type: ignore[attr-defined]
    return person


def scope_missing(person: Person, action: str) -> Fault | None:
    """The fault that names the scope which the person's token lacks for an action."""
    if allows(person.scopes or frozenset(), action):
        return None
    return Fault(403, "scope_missing", {"scope": scope_of(action)})


def scope_of(action: str) -> str:
    """The scope that opens an action to a program."""
    return next(scope for scope, actions in SCOPES.items() if action in actions)
