"""The page of a challenge, every act on it, and the form by which one is issued."""

from __future__ import annotations

import uuid
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import keys, say
from monazite.desk.applications.errors import Refused as RefusedByService
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.canonical import canonical
from monazite.desk.gate.errors import CannotBeJudged
from monazite.desk.once.services import KeyReused, once
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.challenges.acts import ACTS, Act
from monazite.desk.pages.challenges.context import context
from monazite.desk.pages.challenges.forms import Refused
from monazite.desk.pages.challenges.look import look
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.views.posted import posted
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import require
from monazite.errors import InputError, MonaziteError
from monazite.law.procedure import NotAllowed

STALE = (ChangedMeanwhile, NotAllowed)
TOLD = (InputError, RefusedByService, KeyReused, *STALE)
_FOUND = 303
_SHOWN = 80
_TEMPLATE = "pages/challenges/page.html"


@require_safe
def challenge(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """The page; `act` in its address: whose form stands open, `done`: what was done."""
    shown = look(request, ident)
    require(shown.person, "declaration.read", shown.declaration)
    values = context(shown, request.GET.get("act", ""), None)
    done = request.GET.get("done", "")
    values["done"] = done if done in {*ACTS, "issue", "upload"} else ""
    return render(request, _TEMPLATE, values)


def _form_of(ident: uuid.UUID, name: str) -> str:
    return f"{reverse('challenge', args=[ident])}?act={name}#act-{name}"


@posted(_form_of)
def act(request: HttpRequest, ident: uuid.UUID, name: str) -> HttpResponse:
    """Do it, once, however often the form is sent; else the page again with why not."""
    asked = ACTS.get(name)
    if asked is None:
        raise Http404
    try:
        return redirect(_done(request, ident, asked))
    except TOLD as error:
        return refused(request, ident, name, error)


def refused(
    request: HttpRequest, ident: uuid.UUID, name: str, error: MonaziteError
) -> HttpResponse:
    """The page with why something was not done, and what was typed."""
    shown = look(request, ident)
    told = Refused(name, request.POST, message(error, shown.lang), _against(error, shown.lang))
    values = context(shown, name, told)
    return render(request, _TEMPLATE, values, status=status(error))


def _done(request: HttpRequest, ident: uuid.UUID, asked: Act) -> str:
    shown, sent = look(request, ident), Sent(request.POST)
    require(shown.person, asked.right, shown.declaration)

    def perform() -> tuple[int, str]:
        asked.perform(shown, sent)
        return _FOUND, f"{reverse('challenge', args=[ident])}?done={asked.name}"

    body = canonical({asked.name: sent.document(), "of": str(ident)}).encode()
    return once(shown.person, sent.text("key"), body, perform)[1]


def message(error: MonaziteError, lang: str) -> str:
    """Why not, in the reader's language."""
    if isinstance(error, STALE):
        return say("desk.challenge.changed_meanwhile", lang)
    if isinstance(error, InputError) and (label := _label(error, lang)):
        value = visible(error.value[:_SHOWN])
        return say("desk.challenge.unusable", lang, field=label, value=value)
    return words(error, lang)


def _label(error: InputError, lang: str) -> str:
    """The field that a reader of the law could not use; "" where the page has words of its own."""
    key = f"desk.challenge.field.{error.field}"
    return say(key, lang) if error.code in {"", "to_come"} and key in keys() else ""


def status(error: MonaziteError) -> int:
    """What others did meanwhile is a conflict; what was left out can be filled in."""
    return HTTPStatus.CONFLICT if isinstance(error, STALE) else HTTPStatus.UNPROCESSABLE_ENTITY


def _against(error: MonaziteError, lang: str) -> tuple[tuple[str, str], ...]:
    """Every finding against a judgement, with its cure."""
    found = error.findings if isinstance(error, CannotBeJudged) else ()
    return tuple((each.message(lang), each.cure(lang)) for each in found)
