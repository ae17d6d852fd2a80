"""Licences: listed, read with what is left of them, printed, changed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query

from monazite.desk.api import tell, tell_licence
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.files import PDF, binary, file_response
from monazite.desk.api.keys import keyed
from monazite.desk.api.language import language
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.applications import ApplicationShape
from monazite.desk.api.shapes.licences import (
    LicenceShape,
    LicencesQuery,
    LicencesShape,
    PaperQuery,
)
from monazite.desk.licences import services
from monazite.desk.licences.listing import known, listed
from monazite.desk.licences.models import Licence
from monazite.desk.people.may import Forbidden, require


@operation("GET", "/licences", LicencesShape, action="licence.read")
def list_licences(request: HttpRequest, query: Query[LicencesQuery]) -> LicencesShape:
    """The licences that you may know of, newest first, page by page."""
    lang = language(request)
    page = listed(acting(request), query.cursor, query.limit)
    told = [tell_licence.row(licence, lang) for licence in page.items]
    return LicencesShape(items=told, next=page.following or None)


@operation("GET", "/licences/{uuid:ident}", LicenceShape, action="licence.read", faults=(404,))
def get_licence(request: HttpRequest, ident: UUID) -> LicenceShape:
    """What it grants, whether it may be used today, and what is left of each line."""
    licence = _found(request, ident)
    return tell_licence.whole(licence, _verify(request, licence), language(request))


@operation(
    "GET", "/licences/{uuid:ident}/licence.pdf", None,
    action="licence.read", faults=(404, 409), extra=binary(PDF),
)  # fmt: skip
def get_licence_pdf(request: HttpRequest, ident: UUID, query: Query[PaperQuery]) -> HttpResponse:
    """The licence as it is printed, with the address of its public page as a QR code."""
    from monazite.desk.licences.paper.render import pdf  # noqa: PLC0415 - for paper alone

    licence = _found(request, ident)
    data = pdf(licence, query.lang, _verify(request, licence))
    return file_response(data, PDF, f"{licence.number}-{query.lang}.pdf")


@operation(
    "POST", "/licences/{uuid:ident}/change", ApplicationShape,
    action="licence.change", status=201, faults=(404, 409),
)  # fmt: skip
def change_licence(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Begin a draft that asks for a change; once it is filed the licence cannot be used."""
    person, lang = acting(request), language(request)
    return keyed(
        request, "", lambda: tell.whole(person, services.change(person, ident, VIA), lang), 201
    )


def _found(request: HttpRequest, ident: UUID) -> Licence:
    person = acting(request)
    licence = known(person).filter(pk=ident).first()
    if licence is None:
        raise Forbidden("licence.read", 404)
    require(person, "licence.read", licence.application)
    return licence


def _verify(request: HttpRequest, licence: Licence) -> str:
    """The address that stands in the QR code."""
    path = reverse("verify", args=[licence.number, licence.check_code])
    return str(request.build_absolute_uri(path))
