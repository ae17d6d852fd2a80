"""The language of an answer: what Accept-Language asks for, else the caller's own."""

from __future__ import annotations

from django.http import HttpRequest

from monazite.desk.api.callers import caller
from monazite.desk.people.language import accepted

TAGS = {"en": "en", "zh": "zh-Hans"}
"""How `Content-Language` names them."""


def language(request: HttpRequest) -> str:
    """`en` or `zh`."""
    asked = request.headers.get("Accept-Language", "")
    person = caller(request)
    return accepted(asked) if asked or person is None else person.language
