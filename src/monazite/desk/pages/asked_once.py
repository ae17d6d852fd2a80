"""What a page's button asks is done once, however often it is sent: the page carries a key."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Mapping

from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.desk.events.canonical import canonical
from monazite.desk.once.services import once
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.licensing.fields import Form

_FOUND = 303


def key() -> str:
    """A new key for a page's form."""
    return secrets.token_urlsafe(18)


def ident(text: str) -> uuid.UUID:
    """The id that a page sent back."""
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise InputError("id", text[:40], "the id of an application", "stale") from error


def begun(person: Person, given: str, form: Form) -> str:
    """A new draft; the address of its first step."""

    def perform() -> Application:
        return services.new(person, form, "page")

    return done(person, given, {"begin": form}, perform, "form", "application")


def done(
    person: Person,
    given: str,
    asked: Mapping[str, object],
    perform: Callable[[], Application],
    view: str,
    *args: str,
) -> str:
    """Do it, or find that it was done; the address to go on at."""

    def once_done() -> tuple[int, str]:
        return _FOUND, reverse(view, args=[perform().pk, *args])

    return once(person, given, canonical(asked).encode(), once_done)[1]
