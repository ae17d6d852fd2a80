"""Applications: begun, listed, read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query

from monazite.desk.api import tell
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.forms import FORM_BODY, form_of
from monazite.desk.api.keys import keyed
from monazite.desk.api.language import language
from monazite.desk.api.operations import operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.applications import (
    ApplicationShape,
    ListQuery,
    ListShape,
)
from monazite.desk.api.versions import etag
from monazite.desk.applications.listing import Wanted, listed
from monazite.desk.applications.services import new
from monazite.desk.applications.services.held import held


@operation(
    "POST", "/applications", ApplicationShape,
    action="application.create", status=201, extra=FORM_BODY,
)  # fmt: skip
def create_application(request: HttpRequest) -> HttpResponse:
    """Begin a draft of your organisation with this form: JSON, or a workbook in `file`."""
    form, person, lang = form_of(request), acting(request), language(request)
    return keyed(request, said(form), lambda: tell.whole(new(person, form, VIA), lang), 201)


@operation("GET", "/applications", ListShape, action="application.read")
def list_applications(request: HttpRequest, query: Query[ListQuery]) -> ListShape:
    """The applications that you may know of, newest first, page by page."""
    wanted = Wanted(state=query.state, destination=query.destination, text=query.q)
    page = listed(acting(request), wanted, query.cursor, query.limit)
    return ListShape(items=[tell.summary(row) for row in page.items], next=page.following or None)


@operation(
    "GET", "/applications/{uuid:ident}", ApplicationShape,
    action="application.read", faults=(404,),
)  # fmt: skip
def get_application(request: HttpRequest, response: HttpResponse, ident: UUID) -> ApplicationShape:
    """Where it is, its form, what a draft lacks today, and its lines with their outcomes."""
    found = held(acting(request), ident, "application.read")
    response["ETag"] = etag(found.version)
    return tell.whole(found, language(request))
