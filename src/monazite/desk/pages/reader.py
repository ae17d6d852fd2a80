"""Who reads the page, and in which language."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from monazite.desk.people.language import lang_of
from monazite.desk.people.models import Person

__all__ = ["lang_of", "person_of"]


def person_of(request: HttpRequest) -> Person:
    """Who has signed in; pages are closed to others before their view begins."""
    return cast("Person", request.user)
