"""From a draft to an end: filed, amended, split, withdrawn, discarded."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from monazite.desk.api import tell
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import keyed
from monazite.desk.api.language import language
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.applications import (
    ApplicationShape,
    ChangeShape,
    DifferenceShape,
    PiecesShape,
    ReasonShape,
)
from monazite.desk.api.versions import version_of
from monazite.desk.applications import services
from monazite.desk.applications.amended import changes
from monazite.desk.applications.services.held import held


@operation(
    "POST", "/applications/{uuid:ident}/file", ApplicationShape,
    action="application.file", faults=APPLICATION_FAULTS, versioned=True,
)  # fmt: skip
def file_application(request: HttpRequest, ident: UUID) -> HttpResponse:
    """File the draft as it stands at your version: it gets its reference and goes to its offices.

    422 with every finding, and nothing changed, where it would come back.
    """
    person, lang, version = acting(request), language(request), version_of(request)
    return keyed(
        request,
        said({"version": version}),
        lambda: tell.whole(person, services.file(person, ident, version, VIA), lang),
    )


@operation(
    "POST", "/applications/{uuid:ident}/withdraw", ApplicationShape,
    action="application.withdraw", faults=APPLICATION_FAULTS,
)  # fmt: skip
def withdraw_application(request: HttpRequest, ident: UUID, body: ReasonShape) -> HttpResponse:
    """Ask no longer: a filed application ends here, with your reason in its log."""
    person, lang = acting(request), language(request)
    return keyed(
        request,
        said({"reason": body.reason}),
        lambda: tell.whole(person, services.withdraw(person, ident, body.reason, VIA), lang),
    )


@operation(
    "POST", "/applications/{uuid:ident}/discard", ApplicationShape,
    action="application.discard", faults=APPLICATION_FAULTS,
)  # fmt: skip
def discard_application(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Lay the draft aside; it stays readable."""
    person, lang = acting(request), language(request)
    return keyed(
        request, "", lambda: tell.whole(person, services.discard(person, ident, VIA), lang)
    )


@operation(
    "POST", "/applications/{uuid:ident}/amend", ApplicationShape,
    action="application.amend", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def amend_application(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Begin a draft that amends the filed application, which it supersedes when it is filed."""
    person, lang = acting(request), language(request)
    return keyed(
        request, "", lambda: tell.whole(person, services.amend(person, ident, VIA), lang), 201
    )


@operation(
    "POST", "/applications/{uuid:ident}/split", PiecesShape,
    action="application.split", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def split_application(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Make a draft of each way of leaving, where ports or modes differ; this one is discarded."""
    person = acting(request)

    def act() -> PiecesShape:
        pieces = services.split(person, ident, VIA)
        return PiecesShape(items=[tell.summary(piece) for piece in pieces])

    return keyed(request, "", act, 201)


@operation(
    "GET", "/applications/{uuid:ident}/difference", DifferenceShape,
    action="application.read", faults=(404,),
)  # fmt: skip
def get_difference(request: HttpRequest, ident: UUID) -> DifferenceShape:
    """What an amendment changes of the application that it amends; nothing of any other."""
    person = acting(request)
    found = held(person, ident, "application.read")
    told = [
        ChangeShape(path=each.path, old=each.old, new=each.new, weight=each.weight)
        for each in changes(person, found)
    ]
    return DifferenceShape(supersedes=found.supersedes_id, changes=told)
