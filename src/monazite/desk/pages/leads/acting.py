"""What is done about a lead: taken, remarked, asked, closed, opened again."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from monazite.desk.applications.errors import Refused
from monazite.desk.leads import services
from monazite.desk.pages.leads.shown import page
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.people.models import Person
from monazite.errors import InputError

Act = Callable[[Person, uuid.UUID, QueryDict, int], object]


def _text(sent: QueryDict) -> str:
    return sent.get("text", "")


ACTS: dict[str, Act] = {
    "take": lambda who, lead, _, seen: services.take(who, lead, "page", seen=seen),
    "remark": lambda who, lead, sent, seen: services.remark(
        who, lead, _text(sent), "page", seen=seen
    ),
    "ask": lambda who, lead, sent, seen: services.ask(who, lead, _text(sent), "page", seen=seen),
    "close": lambda who, lead, sent, seen: services.close(
        who, lead, sent.get("outcome", ""), _text(sent), "page", seen=seen
    ),
    "reopen": lambda who, lead, sent, seen: services.reopen(
        who, lead, _text(sent), "page", seen=seen
    ),
}
"""Each act by its name in the address."""


@require_POST
@told
def act(request: HttpRequest, lead_id: uuid.UUID, act: str) -> HttpResponse:
    """Do it, then show the lead; what was typed stays where it cannot be used."""
    if act not in ACTS:
        raise Http404
    person, sent = person_of(request), request.POST
    try:
        ACTS[act](person, lead_id, sent, _seen(sent))
    except (InputError, Refused) as error:
        typed = {"typed": act, "text": _text(sent), "message": words(error, lang_of(request))}
        found = services.held(person, lead_id, "lead.read")
        status = error.status if isinstance(error, Refused) else HTTPStatus.UNPROCESSABLE_ENTITY
        return page(request, found, typed, status)
    return redirect("lead", lead_id)


def _seen(sent: QueryDict) -> int:
    """The state that the page showed; one that is no number was never shown."""
    text = sent.get("seen", "")
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else -1  # noqa: PLR2004
