"""The first password through a link, and a change of one's own."""

from __future__ import annotations

import uuid
from http import HTTPStatus

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from monazite.catalogue.texts import say
from monazite.desk.people import throttle
from monazite.desk.people.guard import open_to_all
from monazite.desk.people.language import lang_of
from monazite.desk.people.services import change_password, set_first_password
from monazite.desk.people.services.passwords import of_link
from monazite.desk.people.views.asking import person_of, sentence, slowed, wrong
from monazite.errors import InputError

_FIRST = "people/first_password.html"
_CHANGE = "people/password.html"


@open_to_all
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def first_password(request: HttpRequest, person_id: uuid.UUID, token: str) -> HttpResponse:
    """Set a password with the link that an admin made."""
    person = of_link(person_id, token)
    if person is None:
        return _ended(request)
    if request.method != "POST":
        return render(request, _FIRST, {"person": person})
    try:
        done = set_first_password(person_id, token, _new(request))
    except InputError as error:
        return wrong(request, _FIRST, sentence(request, error), person=person)
    return redirect(f"{reverse('sign_in')}?set") if done else _ended(request)


@sensitive_post_parameters("old", "password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own; other sessions of the person end."""
    person = person_of(request)
    if request.method != "POST":
        return render(request, _CHANGE)
    counter = throttle.account(person.email)
    try:
        throttle.take(counter)
        change_password(person, request.POST.get("old", ""), _new(request))
    except throttle.TooMany as error:
        return slowed(request, _CHANGE, error)
    except InputError as error:
        return wrong(request, _CHANGE, sentence(request, error))
    throttle.succeed(counter)
    update_session_auth_hash(request, person)
    return render(request, _CHANGE, {"done": True})


def _new(request: HttpRequest) -> str:
    typed = request.POST.get("password", "")
    if typed != request.POST.get("again", ""):
        raise InputError("password", None, "the same password twice")
    return typed


def _ended(request: HttpRequest) -> HttpResponse:
    message = say("desk.people.link_ended", lang_of(request))
    return render(request, _FIRST, {"ended": message}, status=HTTPStatus.NOT_FOUND)
