"""Applications: begun, listed, read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query

from monazite.desk.api import tell, tell_party
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
    PartyListShape,
    PartyShape,
    SecretsShape,
)
from monazite.desk.api.versions import etag
from monazite.desk.applications.listing import Wanted, listed, listed_as_party
from monazite.desk.applications.services import new, open_secrets
from monazite.desk.applications.services.held import held
from monazite.desk.people.models import FOREIGN
from monazite.errors import InputError


@operation(
    "POST", "/applications", ApplicationShape,
    action="application.create", status=201, extra=FORM_BODY,
)  # fmt: skip
def create_application(request: HttpRequest) -> HttpResponse:
    """Begin a draft of your organisation with this form: JSON, or a workbook in `file`."""
    form, person, lang = form_of(request), acting(request), language(request)
    return keyed(request, said(form), lambda: tell.whole(person, new(person, form, VIA), lang), 201)


@operation("GET", "/applications", ListShape | PartyListShape, action="application.read")
def list_applications(request: HttpRequest, query: Query[ListQuery]) -> ListShape | PartyListShape:
    """The applications that you may know of, newest first, page by page.

    A foreign firm lists those that name it as a party, by `state` alone: where each is, and its own
    part in it.
    """
    person, lang = acting(request), language(request)
    if person.organisation.kind == FOREIGN:
        _asks_of_a_party(query)
        page = listed_as_party(person, query.state, query.cursor, query.limit)
        told = [tell_party.part(person, row, lang) for row in page.items]
        return PartyListShape(items=told, next=page.following or None)
    wanted = Wanted(state=query.state, destination=query.destination, text=query.q)
    page = listed(person, wanted, query.cursor, query.limit)
    return ListShape(items=[tell.summary(row) for row in page.items], next=page.following or None)


@operation(
    "GET", "/applications/{uuid:ident}", ApplicationShape | PartyShape,
    action="application.read", faults=(404,),
)  # fmt: skip
def get_application(
    request: HttpRequest, response: HttpResponse, ident: UUID
) -> ApplicationShape | PartyShape:
    """Where it is, its form, what a draft lacks today, and its lines with their outcomes.

    A foreign firm that is a party sees where it is and its own part.
    """
    person, lang = acting(request), language(request)
    if person.organisation.kind == FOREIGN:
        return tell_party.part(person, held(person, ident, "application.read_as_party"), lang)
    found = held(person, ident, "application.read")
    response["ETag"] = etag(found.version)
    return tell.whole(person, found, lang)


@operation(
    "GET", "/applications/{uuid:ident}/secrets", SecretsShape,
    action="application.read_secret", faults=(404, 409),
)  # fmt: skip
def get_secrets(request: HttpRequest, ident: UUID) -> SecretsShape:
    """The form with its trade secrets, for the firm and named reviewers; the log tells of it."""
    found = open_secrets(acting(request), ident, VIA)
    return SecretsShape(
        id=found.pk, version=found.version, form=found.form, form_sha256=found.form_sha256
    )


def _asks_of_a_party(query: ListQuery) -> None:
    for name in ("destination", "q"):
        if given := getattr(query, name):
            raise InputError(name, given, "nothing: a party lists by state alone")
