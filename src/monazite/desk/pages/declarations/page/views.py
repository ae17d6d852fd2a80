"""The page of a declaration, and every act on it: done, or the page again with why not."""

from __future__ import annotations

import uuid
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.desk.applications.errors import Refused as RefusedByService
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.canonical import canonical
from monazite.desk.once.services import KeyReused, once
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.declarations.page.acts import ACTS, Act, Refused
from monazite.desk.pages.declarations.page.context import context
from monazite.desk.pages.declarations.page.look import look
from monazite.desk.pages.views.posted import posted
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import require
from monazite.errors import InputError, MonaziteError
from monazite.law.procedure import NotAllowed

_FOUND = 303
_STALE = (ChangedMeanwhile, NotAllowed)
_TOLD = (InputError, RefusedByService, KeyReused, *_STALE)
_DONE = frozenset({"lodge", "ask_amend", *ACTS})
_TEMPLATE = "pages/declarations/page.html"


@require_safe
def declaration(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """The page; `act` in its address: whose form stands open, `done`: what was done."""
    values = context(look(request, ident), request.GET.get("act", ""), None)
    done = request.GET.get("done", "")
    values["done"] = done if done in _DONE else ""
    return render(request, _TEMPLATE, values)


def _form_of(ident: uuid.UUID, name: str) -> str:
    return f"{reverse('declaration', args=[ident])}?act={name}#act-{name}"


@posted(_form_of)
def act(request: HttpRequest, ident: uuid.UUID, name: str) -> HttpResponse:
    """Do it, once, however often the form is sent."""
    asked = ACTS.get(name)
    if asked is None:
        raise Http404
    try:
        return redirect(_done(request, ident, asked))
    except _TOLD as error:
        looked = look(request, ident)
        refused = Refused(name, request.POST, _message(error, looked.lang))
        values = context(looked, name, refused)
        return render(request, _TEMPLATE, values, status=_status(error))


def _done(request: HttpRequest, ident: uuid.UUID, asked: Act) -> str:
    looked, sent = look(request, ident), Sent(request.POST)
    require(looked.person, asked.right, looked.declaration)

    def perform() -> tuple[int, str]:
        asked.perform(looked, sent)
        return _FOUND, f"{reverse('declaration', args=[ident])}?done={asked.name}"

    body = canonical({asked.name: sent.document(), "of": str(ident)}).encode()
    return once(looked.person, sent.text("key"), body, perform)[1]


def _message(error: MonaziteError, lang: str) -> str:
    if isinstance(error, _STALE):
        return say("desk.declaration.changed_meanwhile", lang)
    return words(error, lang)


def _status(error: MonaziteError) -> int:
    return HTTPStatus.CONFLICT if isinstance(error, _STALE) else HTTPStatus.UNPROCESSABLE_ENTITY
