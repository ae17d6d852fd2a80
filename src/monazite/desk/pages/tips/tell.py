"""Somebody tells of a violation: a form without sign-in, and the receipt code that it ends with."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from monazite.customs.tips import KINDS, TEXT_MAX
from monazite.desk.applications.errors import Refused
from monazite.desk.leads import services
from monazite.desk.leads.offices import regimes
from monazite.desk.leads.services import Given
from monazite.desk.pages.reader import lang_of
from monazite.desk.pages.tips.public import answer, files, slowed
from monazite.desk.pages.wrong import words
from monazite.desk.people.guard import open_to_all
from monazite.desk.people.throttle import TooMany, take, teller
from monazite.errors import InputError

_FORM = "pages/tips/tell.html"


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest) -> HttpResponse:
    """The form; sent, the code with which the teller goes on."""
    given = _given(request)
    context = {"given": given, "kinds": KINDS, "regimes": regimes(), "most": TEXT_MAX}
    if request.method != "POST":
        return answer(request, _FORM, context, HTTPStatus.OK)
    try:
        take(teller(request))
        made = services.tell(given, files(request))
    except TooMany as error:
        return slowed(request, error, _FORM, context)
    except (InputError, Refused) as error:
        said = {**context, "message": words(error, lang_of(request))}
        return answer(request, _FORM, said, HTTPStatus.UNPROCESSABLE_ENTITY)
    return answer(request, "pages/tips/told.html", {"code": made.code}, HTTPStatus.CREATED)


def _given(request: HttpRequest) -> Given:
    sent = request.POST
    return Given(
        regime=sent.get("regime", ""),
        kind=sent.get("kind", ""),
        text=sent.get("text", ""),
        own=sent.get("own") == "yes",
        name=sent.get("name", ""),
        contact=sent.get("contact", ""),
    )
