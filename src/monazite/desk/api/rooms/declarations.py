"""Declarations at the gate: checked, lodged, followed, worked on, and confirmed to have left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query

from monazite.desk.api import tell_declaration
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import by_own_key, keyed
from monazite.desk.api.language import language
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.base import Shape
from monazite.desk.api.shapes.declarations import (
    CheckedShape,
    DeclarationGivenShape,
    DeclarationShape,
    DeclarationsQuery,
    DeclarationsShape,
    ExitShape,
    SaidShape,
)
from monazite.desk.gate import services
from monazite.desk.gate.listing import Wanted, listed
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.services.held import held
from monazite.desk.people.models import Person

_PATH = "/declarations/{uuid:ident}"


@operation("GET", "/declarations", DeclarationsShape, action="declaration.read")
def list_declarations(request: HttpRequest, query: Query[DeclarationsQuery]) -> DeclarationsShape:
    """The declarations that you may know of, newest first, page by page."""
    lang = language(request)
    wanted = Wanted(states=(query.state,) if query.state else (), text=query.text)
    page = listed(acting(request), wanted, query.cursor, query.limit)
    told = [tell_declaration.row(declaration, lang) for declaration in page.items]
    return DeclarationsShape(items=told, next=page.following or None)


@operation(
    "POST", "/declarations/precheck", CheckedShape, action="declaration.lodge", faults=(403,)
)
def precheck_declaration(request: HttpRequest, body: DeclarationGivenShape) -> HttpResponse:
    """Everything that would stop it or make an officer look, with the cure of each point.

    Nothing is kept but the answer, for its key.
    """
    person, lang = acting(request), language(request)
    document = _document(body)
    return keyed(
        request, said(document),
        lambda: tell_declaration.checked(services.precheck(person, document), lang),
    )  # fmt: skip


@operation(
    "POST", "/declarations", DeclarationShape,
    action="declaration.lodge", status=201, faults=(403, 409), own_key=True,
)  # fmt: skip
def lodge_declaration(request: HttpRequest, body: DeclarationGivenShape) -> HttpResponse:
    """Lodge it: cleared, held or refused at once, and set aside on its licences.

    Its `reference` is its key, and it carries no `Idempotency-Key`: repeat the request until you
    are answered. A reference that you used before is answered with its declaration as that stands
    now, and `Idempotent-Replay: true`; with 409 where it was used for another. 422 with every
    finding, and nothing kept, where it cannot be read.
    """
    person, lang = acting(request), language(request)
    made = services.lodge_whole(person, _document(body), VIA)
    if made.items:
        return by_own_key(tell_declaration.anew(person, made, lang), 201, again=False)
    told = tell_declaration.whole(person, made.declaration.pk, lang)
    return by_own_key(told, 201, again=True)


@operation("GET", _PATH, DeclarationShape, action="declaration.read", faults=(404,))
def get_declaration(request: HttpRequest, ident: UUID) -> DeclarationShape:
    """Where it stands, everything that was found in it, and what left."""
    person = acting(request)
    held(person, ident, "declaration.read")
    return tell_declaration.whole(person, ident, language(request))


@operation(
    "POST", f"{_PATH}/amend", DeclarationShape,
    action="declaration.amend", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def amend_declaration(
    request: HttpRequest, ident: UUID, body: DeclarationGivenShape
) -> HttpResponse:
    """Put another in its place, under a reference of its own; what it had set aside is free.

    Of what has left it is asked for: you are answered with the declaration as it left, and an
    officer of customs grants it or denies it.
    """
    document = _document(body)
    return _answered(request, document, lambda who: services.amend(who, ident, document, VIA), 201)


@operation(
    "POST", f"{_PATH}/cancel", DeclarationShape,
    action="declaration.cancel", faults=APPLICATION_FAULTS,
)  # fmt: skip
def cancel_declaration(request: HttpRequest, ident: UUID, body: SaidShape) -> HttpResponse:
    """It does not leave: what was set aside for it is free.

    Of what has left, because it came back or never left, it is asked for: it stays on its licences
    until an officer of customs grants it.
    """
    return _stepped(
        request, body,
        lambda who: services.cancel(who, ident, body.text, VIA, seen=body.seen),
    )  # fmt: skip


@operation(
    "POST", f"{_PATH}/hold", DeclarationShape,
    action="declaration.work", faults=APPLICATION_FAULTS,
)  # fmt: skip
def hold_declaration(request: HttpRequest, ident: UUID, body: SaidShape) -> HttpResponse:
    """Nothing of it leaves until an officer has looked; the declarant reads why."""
    return _stepped(
        request, body,
        lambda who: services.hold(who, ident, body.text, VIA, seen=body.seen),
    )  # fmt: skip


@operation(
    "POST", f"{_PATH}/clear", DeclarationShape,
    action="declaration.work", faults=APPLICATION_FAULTS,
)  # fmt: skip
def clear_declaration(request: HttpRequest, ident: UUID, body: SaidShape) -> HttpResponse:
    """Clear what was held; it is checked anew, and 422 says everything that stops it now."""
    return _stepped(
        request, body,
        lambda who: services.clear(who, ident, body.text, VIA, seen=body.seen),
    )  # fmt: skip


@operation(
    "POST", f"{_PATH}/refuse", DeclarationShape,
    action="declaration.work", faults=APPLICATION_FAULTS,
)  # fmt: skip
def refuse_declaration(request: HttpRequest, ident: UUID, body: SaidShape) -> HttpResponse:
    """Refuse what was held; what was set aside for it is free."""
    return _stepped(
        request, body,
        lambda who: services.refuse(who, ident, body.text, VIA, seen=body.seen),
    )  # fmt: skip


@operation(
    "POST", f"{_PATH}/exit", DeclarationShape,
    action="declaration.work", faults=APPLICATION_FAULTS,
)  # fmt: skip
def confirm_exit_of_declaration(request: HttpRequest, ident: UUID, body: ExitShape) -> HttpResponse:
    """Confirm what left: it is posted on the licences, and the rest is free.

    Also of what has lapsed and had left all the same. `at` is only needed where a licence ceased to
    be usable on that day.
    """
    at = None if body.at is None else time.fromisoformat(body.at)
    on = body.on if at is None else datetime.combine(body.on, at)
    left = {row.item: Decimal(row.quantity) for row in body.left}
    return _stepped(
        request, body,
        lambda who: services.confirm_exit(who, ident, on, left, VIA, seen=body.seen),
    )  # fmt: skip


@operation(
    "POST", f"{_PATH}/grant", DeclarationShape,
    action="declaration.work", faults=APPLICATION_FAULTS,
)  # fmt: skip
def grant_of_declaration(request: HttpRequest, ident: UUID, body: SaidShape) -> HttpResponse:
    """Grant what is asked of goods that have left: they are taken back, or corrected at once."""
    return _stepped(
        request, body,
        lambda who: services.grant(who, ident, body.text, VIA, seen=body.seen),
    )  # fmt: skip


@operation(
    "POST", f"{_PATH}/deny", DeclarationShape,
    action="declaration.work", faults=APPLICATION_FAULTS,
)  # fmt: skip
def deny_of_declaration(request: HttpRequest, ident: UUID, body: SaidShape) -> HttpResponse:
    """Deny what is asked: it stays as it left."""
    return _stepped(
        request, body,
        lambda who: services.deny(who, ident, body.text, VIA, seen=body.seen),
    )  # fmt: skip


def _document(body: DeclarationGivenShape) -> dict[str, object]:
    return body.model_dump(mode="json", exclude_none=True)


def _stepped(
    request: HttpRequest, body: Shape, act: Callable[[Person], Declaration]
) -> HttpResponse:
    return _answered(request, body.model_dump(mode="json"), act, 200)


def _answered(
    request: HttpRequest,
    document: dict[str, object],
    act: Callable[[Person], Declaration],
    status: int,
) -> HttpResponse:
    """Act once for each key, and tell the declaration as it then stands."""
    person, lang = acting(request), language(request)

    def perform() -> DeclarationShape:
        return tell_declaration.whole(person, act(person).pk, lang)

    return keyed(request, said(document), perform, status)
