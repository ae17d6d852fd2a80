"""Whoever has a receipt code reads where the tip stands, answers questions, adds to it."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from monazite.customs.tips import TEXT_MAX, state_shown
from monazite.desk.applications.errors import Refused
from monazite.desk.leads import services
from monazite.desk.leads.models import CLOSED, Tip
from monazite.desk.pages.reader import lang_of
from monazite.desk.pages.tips.public import answer, files, slowed
from monazite.desk.pages.wrong import words
from monazite.desk.people.guard import open_to_all
from monazite.desk.people.throttle import TooMany, forgive, take, teller
from monazite.errors import InputError

_ASKED, _READ = "pages/tips/receipt_asked.html", "pages/tips/receipt.html"


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """The code is asked for; sent, the thread; with a text, the thread goes on.

    A code stands in no address: addresses are kept by browsers and proxies.
    """
    if request.method != "POST":
        return answer(request, _ASKED, {}, HTTPStatus.OK)
    counter, code = teller(request), request.POST.get("code", "")
    try:
        take(counter)
    except TooMany as error:
        return slowed(request, error, _ASKED, {})
    tip = services.of_receipt(code)
    if tip is None:
        said = words(Refused("tip_no_receipt"), lang_of(request))
        return answer(request, _ASKED, {"message": said}, HTTPStatus.NOT_FOUND)
    forgive(counter)
    return _thread(request, tip, code)


def _thread(request: HttpRequest, tip: Tip, code: str) -> HttpResponse:
    context: dict[str, object] = {"code": code, "most": TEXT_MAX}
    status = HTTPStatus.OK
    text = request.POST.get("text")
    if text is not None:
        try:
            tip = services.add(code, text, files(request))
            context["added"] = True
        except (InputError, Refused) as error:
            said = {"message": words(error, lang_of(request)), "text": text}
            context |= said
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    read: dict[str, object] = {
        "tip": tip,
        "state": state_shown(tip.lead.state),
        "closed": tip.lead.state == CLOSED,
        "messages": tip.messages.order_by("number"),
        "papers": tip.papers.order_by("at", "pk"),
    }
    return answer(request, _READ, context | read, status)
