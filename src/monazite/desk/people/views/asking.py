"""What views of forms share: a page with what was typed and what is wrong with it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from monazite.catalogue.texts import say
from monazite.desk.people.language import lang_of
from monazite.desk.people.models import Person
from monazite.desk.people.throttle import TooMany
from monazite.errors import InputError

_FIELDS = frozenset({
    "code", "country", "days", "duty", "email", "identifier", "kind", "language", "name",
    "name_native", "old", "password", "regime", "role", "scopes",
})  # fmt: skip


def person_of(request: HttpRequest) -> Person:
    """Who is signed in; the guard has seen to it."""
    if not isinstance(request.user, Person):
        raise TypeError("this view is behind the guard")
    return request.user


def sentence(request: HttpRequest, error: InputError) -> str:
    """What would be accepted, in the reader's language."""
    field = error.field if error.field in _FIELDS else "value"
    return say(f"desk.people.wrong.{field}", lang_of(request), value=error.value)


def wrong(request: HttpRequest, template: str, message: str, **values: Any) -> HttpResponse:  # noqa: ANN401 - a template's
    """The form again, with what was typed and what is wrong; 422: nothing was done."""
    values |= {"wrong": message, "typed": request.POST}
    return render(request, template, values, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def slowed(request: HttpRequest, template: str, error: TooMany, **values: Any) -> HttpResponse:  # noqa: ANN401 - a template's
    """The form again, saying when the next try is looked at; 429."""
    message = say("desk.people.too_many", lang_of(request), time=f"{error.until:%H:%M:%S}")
    response = wrong(request, template, message, **values)
    response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    seconds = int((error.until - timezone.now()).total_seconds()) + 1
    response.headers["Retry-After"] = str(max(1, seconds))
    return response
