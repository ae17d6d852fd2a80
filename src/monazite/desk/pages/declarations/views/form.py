"""The form of a declaration: begun, filled from a licence, checked as one types, lodged."""

from __future__ import annotations

import uuid
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from monazite.catalogue.countries import countries
from monazite.catalogue.countries import name as country_name
from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.gate import services
from monazite.desk.gate.errors import CannotBeLodged
from monazite.desk.gate.models import Declaration
from monazite.desk.pages.asked_once import ident as idented
from monazite.desk.pages.declarations.form import sent
from monazite.desk.pages.declarations.form.blank import begun, blank, reference
from monazite.desk.pages.declarations.form.controls import drawn
from monazite.desk.pages.declarations.form.licences import own, usable
from monazite.desk.pages.declarations.form.panel import STOP, Panel, nothing, panel, unread
from monazite.desk.pages.declarations.form.rows import changed, filled
from monazite.desk.pages.declarations.form.sent import Document
from monazite.desk.pages.declarations.found import found
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import require
from monazite.errors import InputError

_VIA = "page"
_LODGE, _ANYWAY = "lodge", "lodge_anyway"


@require_http_methods(["GET", "HEAD", "POST"])
@told
def new(request: HttpRequest) -> HttpResponse:
    """A new declaration; `licence` in its address: filled from that one, `copy`: from another."""
    person = person_of(request)
    require(person, "declaration.lodge", person.organisation)
    if request.method == "POST":
        return _posted(request, None)
    said = _begun(request)
    return _page(request, said, None, None if any(said["items"]) else nothing())


@require_http_methods(["GET", "HEAD", "POST"])
@told
def amend(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """The same form with what was said before; what it lodges takes the other's place."""
    old = found(request, ident)
    require(person_of(request), "declaration.amend", old)
    if request.method == "POST":
        return _posted(request, old)
    return _page(request, old.said | {"reference": reference(old.regime)}, old)


@require_POST
@told
def check(request: HttpRequest) -> HttpResponse:
    """What stops it now, for the panel; nothing is kept."""
    person, lang = person_of(request), lang_of(request)
    require(person, "declaration.lodge", person.organisation)
    said = sent.document(request.POST, begun(person))
    return render(request, "pages/declarations/panel.html", {"panel": panel(person, said, lang)})


def _begun(request: HttpRequest) -> Document:
    person = person_of(request)
    said = blank(person)
    if copied := request.GET.get("copy"):
        return dict(found(request, idented(copied)).said) | {"reference": said["reference"]}
    if chosen := request.GET.get("licence"):
        return _filled(request, said, chosen)
    return said


def _filled(request: HttpRequest, said: Document, chosen: str) -> Document:
    licence = own(person_of(request)).filter(pk=idented(chosen)).first()
    if licence is None:
        raise Http404
    return filled(said, licence)


def _posted(request: HttpRequest, old: Declaration | None) -> HttpResponse:
    act = request.POST.get("act", "")
    said = sent.document(request.POST, begun(person_of(request)))
    if act in {_LODGE, _ANYWAY}:
        return _lodged(request, said, old, anyway=act == _ANYWAY)
    if act == "use" and request.POST.get("licence"):
        said = _filled(request, said, request.POST["licence"])
    return _page(request, changed(said, act), old)


def _lodged(
    request: HttpRequest, said: Document, old: Declaration | None, *, anyway: bool
) -> HttpResponse:
    """Lodge it; where the gate would refuse, it is asked once more first."""
    person, lang = person_of(request), lang_of(request)
    try:
        if not anyway and old is None and (told := panel(person, said, lang)).outcome == STOP:
            return _page(request, said, old, told, HTTPStatus.UNPROCESSABLE_ENTITY)
        made = (
            services.amend(person, old.pk, said, _VIA)
            if old
            else services.lodge(person, said, _VIA)
        )
    except CannotBeLodged as error:
        refused = unread(error.findings, lang)
        return _page(request, said, old, refused, HTTPStatus.UNPROCESSABLE_ENTITY)
    except (Refused, InputError) as error:
        return _page(request, said, old, None, HTTPStatus.UNPROCESSABLE_ENTITY, words(error, lang))
    done = "ask_amend" if old is not None and made.pk == old.pk else "lodge"
    return redirect(f"{reverse('declaration', args=[made.pk])}?done={done}")


def _page(
    request: HttpRequest,
    said: Document,
    old: Declaration | None,
    shown: Panel | None = None,
    status: int = HTTPStatus.OK,
    message: str = "",
) -> HttpResponse:
    person, lang = person_of(request), lang_of(request)
    context = {
        "form": drawn(said, rules(said["regime"]), lang),
        "old": old,
        "licences": usable(person, lang),
        "panel": shown or panel(person, said, lang),
        "asked": shown is not None and shown.outcome == STOP,
        "message": message,
        "countries": [(code, country_name(code, lang)) for code in countries()],
    }
    return render(request, "pages/declarations/form.html", context, status=status)
