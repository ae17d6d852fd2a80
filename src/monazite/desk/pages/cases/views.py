"""The page of a case, and every act on it: done, or the page again with why not."""

from __future__ import annotations

import re
import uuid
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monazite.desk.applications.errors import Refused as RefusedByService
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.canonical import canonical
from monazite.desk.once.services import KeyReused, once
from monazite.desk.pages.cases.acts.act import Act, Asked
from monazite.desk.pages.cases.acts.offered import ACTS, Refused
from monazite.desk.pages.cases.acts.refusal import refusal
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.cases.look import look
from monazite.desk.pages.cases.page import context
from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.posted import posted
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed

_FOUND = 303
_TOLD = (InputError, RefusedByService, ChangedMeanwhile, NotAllowed, KeyReused)


@require_safe
def case(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """The page of a case; `act` in its address: whose form stands open, `done`: what was done."""
    values = context(look(request, ident), request.GET.get("act", ""), None)
    values["done"] = request.GET.get("done", "") if request.GET.get("done") in ACTS else ""
    return render(request, "pages/cases/page.html", values)


def _form_of(ident: uuid.UUID, name: str) -> str:
    return f"{reverse('case', args=[ident])}?act={name}#act-{name}"


@posted(_form_of)
def act(request: HttpRequest, ident: uuid.UUID, name: str) -> HttpResponse:
    """Do it, once, however often the form is sent."""
    looked, asked = look(request, ident), ACTS.get(name)
    if asked is None:
        raise Http404
    try:
        return redirect(_done(request, ident, asked))
    except _TOLD as error:
        why = refusal(error, name, look(request, ident), _seen(request, looked.case.event_seq))
        told = Refused(name, request.POST, why)
        values = context(look(request, ident), name, told)
        return render(request, "pages/cases/page.html", values, status=_status(error))


def _done(request: HttpRequest, ident: uuid.UUID, asked: Act) -> str:
    person, sent = person_of(request), Sent(request.POST)
    asked.before(Asked(person, ident, sent))

    def perform() -> tuple[int, str]:
        asked.perform(Asked(person, ident, sent))
        return _FOUND, f"{reverse('case', args=[ident])}?done={asked.name}"

    body = canonical({asked.name: sent.document(), "of": str(ident)}).encode()
    return once(person, sent.text("key"), body, perform)[1]


def _seen(request: HttpRequest, now: int) -> int:
    """What the page had read; where it does not say so, what stands now."""
    text = request.POST.get("seen", "")
    return int(text) if re.fullmatch("[0-9]{1,18}", text) else now


def _status(error: Exception) -> int:
    stale = isinstance(error, (ChangedMeanwhile, NotAllowed))
    return HTTPStatus.CONFLICT if stale else HTTPStatus.UNPROCESSABLE_ENTITY
