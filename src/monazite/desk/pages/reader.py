"""Who reads the page, and in which language."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from monazite.desk.people.models import Person


def lang_of(request: HttpRequest | None) -> str:
    """The language that the middleware of `people` has found; English where there is none."""
    return getattr(request, "lang", "en")


def person_of(request: HttpRequest) -> Person:
    """Who has signed in; pages are closed to others before their view begins."""
    return cast("Person", request.user)
