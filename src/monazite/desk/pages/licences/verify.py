"""The public page that tells whether a licence is genuine and what it is now.

It says no more than a gate or a bank must know, and the same to a wrong number as to a wrong code:
whoever has neither learns nothing of what exists.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.desk.licences.codes import grouped, written
from monazite.desk.licences.models import Licence
from monazite.desk.licences.snapshot import grouped_by_eight
from monazite.desk.licences.standing import standing
from monazite.desk.pages.home.rows import country
from monazite.desk.pages.licences.listed import tone
from monazite.desk.pages.reader import lang_of
from monazite.desk.people.guard import open_to_all
from monazite.desk.people.throttle import TooMany, forgive, take, verification

_NONE = "-----"
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Line:
    """What of a line is told: which control, and by what it is controlled; never how much."""

    number: int
    control_code: str
    controlled: str


@open_to_all
@require_safe
def verify_asked(request: HttpRequest) -> HttpResponse:
    """The form in which a number and a code are typed; what was typed leads to the licence."""
    number = written(request.GET.get("number", ""))[:_LONGEST].replace("/", "")
    code = grouped(request.GET.get("code", ""))[:_LONGEST].replace("/", "")
    if number and code:
        return HttpResponseRedirect(reverse("verify", args=[number, code]))
    context = {"number": number, "code": code, "half": bool(number or code)}
    return _answer(request, "pages/licences/verify_asked.html", context, HTTPStatus.OK)


@open_to_all
@require_safe
def verify(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """Whether there is such a licence and what it is at this moment."""
    counter = verification(request)
    try:
        take(counter)
    except TooMany as error:
        return _slowed(request, error)
    licence = _genuine(written(number), grouped(code))
    if licence is None:
        template, status = "pages/licences/verify_none.html", HTTPStatus.NOT_FOUND
        return _answer(request, template, {}, status)
    forgive(counter)
    return _answer(request, "pages/licences/verify.html", _told(request, licence), HTTPStatus.OK)


def _genuine(number: str, code: str) -> Licence | None:
    """The licence of that number, if the code is its own; compared in the same time either way."""
    rows = Licence.objects.select_related("organisation").prefetch_related("lines")
    found = rows.filter(number=number[:_LONGEST]).first()
    known = found.check_code if found else _NONE
    return found if hmac.compare_digest(known.encode(), code.encode(errors="replace")) else None


def _told(request: HttpRequest, licence: Licence) -> dict[str, object]:
    lang = lang_of(request)
    found, terms = standing(licence), licence.terms
    return {
        "number": licence.number,
        "regime": licence.regime,
        "now": timezone.now(),
        "state": say(f"desk.licence.state.{found.state}", lang),
        "tone": tone(found.state, usable=found.usable),
        "usable": found.usable,
        "reasons": [say(f"desk.licence.state.{each}", lang) for each in found.reasons[1:]],
        "licence": licence,
        "holder": terms["holder"],
        "destination": country(terms["destination"], lang),
        "lines": _lines(terms["lines"], lang),
        "fingerprint": grouped_by_eight(licence.terms_sha256),
    }


def _lines(lines: Sequence[dict[str, str]], lang: str) -> list[Line]:
    return [
        Line(
            int(line["number"]),
            line["control_code"] or "–",
            say(f"desk.licence.controlled.{line['controlled_by']}", lang),
        )
        for line in lines
    ]


def _slowed(request: HttpRequest, error: TooMany) -> HttpResponse:
    """429, with the time from which the next question is looked at."""
    seconds = max(1, int((error.until - timezone.now()).total_seconds()) + 1)
    context: dict[str, object] = {"number": "", "code": "", "slowed": f"{error.until:%H:%M:%S}"}
    template = "pages/licences/verify_asked.html"
    response = _answer(request, template, context, HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(seconds)
    return response


def _answer(
    request: HttpRequest, template: str, context: dict[str, object], status: HTTPStatus
) -> HttpResponse:
    """No search engine keeps it: what it says is of this moment."""
    response = render(request, template, context, status=status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
