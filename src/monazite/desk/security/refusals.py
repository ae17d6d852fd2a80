"""The page, or the API's answer, of everything that is refused: what happened and what to do."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import (
    DisallowedHost,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from monazite.catalogue.texts import say
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.people.keeping import NEVER
from monazite.desk.people.language import language
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Person
from monazite.law.procedure import NotAllowed

_API = "/api/"
_SAID_OF_API = {400: "unreadable", 404: "not_found", 500: "internal"}
"""What the API says of itself; of other statuses it has the site's words."""
_CODES = {403: "forbidden"}
_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
_SHUT = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)
_log = logging.getLogger(__name__)


def refuse(request: HttpRequest, status: int, sentence: str = "") -> HttpResponse:
    """The refusal in the reader's language; sentence: says more than the status does.

    Its page has the site's head and the way back; of a failure of ours, or where the database
    fails too, a bare one that asks neither database nor session.
    """
    if request.path.startswith(_API):
        return _as_json(request, status)
    lang = str(getattr(request, "lang", "") or language(request))
    request.lang = lang  # type: ignore[attr-defined]
    megabytes = settings.PAPER_BYTES_MAX // 1024 // 1024
    values = {
        "status": int(status),
        "heading": say(f"desk.people.refusal.{_title(status, sentence)}.title", lang),
        "sentence": sentence or say(f"desk.people.refusal.{int(status)}", lang, limit=megabytes),
    }
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        with suppress(Exception):  # whatever the site's head met: the refusal itself is still told
            values |= _without_role(request, status)
            values["back"] = _back(request, status)
            if request.method != "GET":
                values["here"] = values["back"] or "/"  # the language is switched by a GET of it
            return render(request, "people/refused.html", values, status=status)
    return render(request, "people/refusal.html", values, status=status)


def _title(status: int, sentence: str) -> str:
    """What a service refuses with its own words has not changed meanwhile: it cannot be done."""
    cannot = HTTPStatus.UNPROCESSABLE_ENTITY
    return str(int(cannot if sentence and status == HTTPStatus.CONFLICT else status))


def _without_role(request: HttpRequest, status: int) -> dict[str, object]:
    """What one reads whose last role has ended: that it has, and what was typed before it did."""
    person = getattr(request, "user", None)
    if status not in _SHUT or not isinstance(person, Person) or person.held_roles:
        return {}
    typed = [text for name in request.POST if name not in NEVER for text in _texts(request, name)]
    return {"sentence": say("desk.people.refusal.no_role", str(request.lang)), "typed": typed}  # type: ignore[attr-defined]


def _texts(request: HttpRequest, name: str) -> list[str]:
    """What somebody may have typed: of a form's values those that are no code of ours."""
    return [text for text in request.POST.getlist(name) if " " in text or not text.isascii()]


def _back(request: HttpRequest, status: int) -> str:
    """The page that the refused form stood on, else "": the browser tells it to this site alone."""
    came = request.headers.get("Referer", "")
    here = url_has_allowed_host_and_scheme(came, {request.get_host()})
    if request.method == "GET" or status == HTTPStatus.NOT_FOUND or not here:
        return _application(request, status)
    parts = urlsplit(came)
    return urlunsplit(("", "", parts.path, parts.query, ""))


def _application(request: HttpRequest, status: int) -> str:
    """The application that the refused request was about; "" where there is none for the reader."""
    ident = getattr(request.resolver_match, "kwargs", {}).get("ident")
    return reverse("detail", args=[ident]) if ident and status != HTTPStatus.NOT_FOUND else ""


class RefusalsMiddleware:
    """What services raise becomes a page; the API answers its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The view's answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The refusal of what was raised; None for what nobody foresaw, which becomes a 500."""
        lang = str(getattr(request, "lang", "en"))
        if isinstance(error, Forbidden):
            return refuse(request, error.status)
        if isinstance(error, (ChangedMeanwhile, NotAllowed)):
            return refuse(request, HTTPStatus.CONFLICT)
        if isinstance(error, Refused):
            return refuse(request, error.status, error.message(lang))
        return None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler of what cannot be read."""
    if isinstance(exception, DisallowedHost) and request.path.startswith(_API):
        return _host_as_json(request, exception)
    if isinstance(exception, _TOO_MUCH):
        _log.warning("refused a request to %s: %s", request.path, exception)
    too_big = isinstance(exception, RequestDataTooBig)
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_big else HTTPStatus.BAD_REQUEST
    return refuse(request, status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Django's handler of what nobody may."""
    return refuse(request, HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Django's handler of addresses that lead nowhere."""
    return refuse(request, HTTPStatus.NOT_FOUND)


def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler of what nobody foresaw; it has been logged."""
    request.lang = getattr(request, "lang", None) or "en"  # type: ignore[attr-defined]
    return refuse(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def without_csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from a page of this site, or from one that is too old."""
    _log.warning("refused a form at %s: %s", request.path, reason)
    lang = str(getattr(request, "lang", "") or language(request))
    return refuse(request, HTTPStatus.FORBIDDEN, say("desk.people.refusal.csrf", lang))


def _host_as_json(request: HttpRequest, error: DisallowedHost) -> HttpResponse:
    from monazite.desk.api.handlers import answer  # noqa: PLC0415 - the API is asked for it alone

    return answer(request, error)


def _as_json(request: HttpRequest, status: int) -> HttpResponse:
    from monazite.desk.api.faults import Fault  # noqa: PLC0415 - the API is asked for it alone
    from monazite.desk.api.handlers import fault_response  # noqa: PLC0415 - likewise
    from monazite.desk.api.sizes import too_large  # noqa: PLC0415 - likewise

    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return fault_response(request, too_large())
    if known := _SAID_OF_API.get(status):
        return fault_response(request, Fault(int(status), known))
    key = f"desk.people.refusal.{int(status)}"
    return fault_response(request, Fault(int(status), _CODES.get(status, "refused"), key=key))
