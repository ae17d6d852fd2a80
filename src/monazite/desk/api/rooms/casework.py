"""Steps of a case that officers take; deciding and signing are done by people in pages alone."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from monazite.desk.api import tell_case
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import keyed
from monazite.desk.api.language import language
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.base import Shape
from monazite.desk.api.shapes.cases import CaseShape
from monazite.desk.api.shapes.casework import (
    AdviceGivenShape,
    AskShape,
    ConsultShape,
    HoldGivenShape,
    NoteGivenShape,
    PointsShape,
    ReferShape,
    ReleaseGivenShape,
)
from monazite.desk.cases import services
from monazite.desk.cases.given import Given
from monazite.desk.people.models import Person


@operation(
    "POST", "/cases/{uuid:ident}/take-in", CaseShape,
    action="case.take_in", faults=APPLICATION_FAULTS,
)  # fmt: skip
def take_in_case(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Take a filed application in: from now on your office checks whether it can be accepted."""
    return _stepped(request, ident, None, lambda who: services.take_in(who, ident, VIA))


@operation(
    "POST", "/cases/{uuid:ident}/return", CaseShape,
    action="case.return", faults=APPLICATION_FAULTS,
)  # fmt: skip
def return_case(request: HttpRequest, ident: UUID, body: PointsShape) -> HttpResponse:
    """Send it back for correction; the applicant reads every point and answers."""
    return _stepped(
        request, ident, body,
        lambda who: services.send_back_for_correction(who, ident, body.points, VIA),
    )  # fmt: skip


@operation(
    "POST", "/cases/{uuid:ident}/accept", CaseShape,
    action="case.accept", faults=APPLICATION_FAULTS,
)  # fmt: skip
def accept_case(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Accept it and hand it to the office that decides; its clock begins."""
    return _stepped(request, ident, None, lambda who: services.accept(who, ident, VIA))


@operation(
    "POST", "/cases/{uuid:ident}/review", CaseShape,
    action="case.route", faults=APPLICATION_FAULTS,
)  # fmt: skip
def begin_review_of_case(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Route it on today's law and lists, and ask the offices that the rules name."""
    return _stepped(request, ident, None, lambda who: services.begin_review(who, ident, VIA))


@operation(
    "POST", "/cases/{uuid:ident}/consult", CaseShape,
    action="case.route", faults=APPLICATION_FAULTS,
)  # fmt: skip
def consult_on_case(request: HttpRequest, ident: UUID, body: ConsultShape) -> HttpResponse:
    """Ask one more office, beside those that the rules name."""
    return _stepped(
        request, ident, body,
        lambda who: services.consult(who, ident, body.office, body.why, VIA),
    )  # fmt: skip


@operation(
    "POST", "/cases/{uuid:ident}/ask", CaseShape,
    action="case.ask", faults=APPLICATION_FAULTS,
)  # fmt: skip
def ask_applicant(request: HttpRequest, ident: UUID, body: AskShape) -> HttpResponse:
    """Ask the applicant; the clock stands still until the answer."""
    return _stepped(
        request, ident, body,
        lambda who: services.ask(who, ident, body.text, body.answer_by, VIA),
    )  # fmt: skip


@operation(
    "POST", "/cases/{uuid:ident}/hold", CaseShape,
    action="case.hold", faults=APPLICATION_FAULTS,
)  # fmt: skip
def hold_case(request: HttpRequest, ident: UUID, body: HoldGivenShape) -> HttpResponse:
    """Hold it, with a reason that the applicant reads; the law says whether the clock stops."""
    return _stepped(
        request, ident, body,
        lambda who: services.hold(who, ident, body.reason, body.text, body.until, VIA),
    )  # fmt: skip


@operation(
    "POST", "/cases/{uuid:ident}/release", CaseShape,
    action="case.release", faults=APPLICATION_FAULTS,
)  # fmt: skip
def release_case(request: HttpRequest, ident: UUID, body: ReleaseGivenShape) -> HttpResponse:
    """End the hold."""
    return _stepped(
        request, ident, body,
        lambda who: services.release(who, ident, body.hold, body.text, VIA),
    )  # fmt: skip


@operation(
    "POST", "/cases/{uuid:ident}/refer", CaseShape,
    action="case.refer", faults=APPLICATION_FAULTS,
)  # fmt: skip
def refer_case_up(request: HttpRequest, ident: UUID, body: ReferShape) -> HttpResponse:
    """Lay it before those above; no time limit binds from then on."""
    return _stepped(
        request, ident, body,
        lambda who: services.refer_up(who, ident, body.office, body.text, VIA),
    )  # fmt: skip


@operation(
    "POST", "/cases/{uuid:ident}/advice", CaseShape,
    action="advice.give", faults=APPLICATION_FAULTS,
)  # fmt: skip
def advise_on_case(request: HttpRequest, ident: UUID, body: AdviceGivenShape) -> HttpResponse:
    """Say what your office thinks; it supersedes what your office said before.

    422 with every finding, and nothing changed, where it cannot stand.
    """
    given = Given(body.position, tuple(body.grounds), tuple(body.conditions), body.text)
    return _stepped(request, ident, body, lambda who: services.advise(who, ident, given, VIA))


@operation(
    "POST", "/cases/{uuid:ident}/notes", CaseShape,
    action="note.write", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def write_note_on_case(request: HttpRequest, ident: UUID, body: NoteGivenShape) -> HttpResponse:
    """Write a note to your office, or to every office of the case; whom it names is told."""
    return _stepped(
        request, ident, body,
        lambda who: services.write_note(who, ident, body.text, body.shared, body.mentions, VIA),
        201,
    )  # fmt: skip


def _stepped(
    request: HttpRequest,
    ident: UUID,
    body: Shape | None,
    act: Callable[[Person], object],
    status: int = 200,
) -> HttpResponse:
    """Take the step once, and tell the case as it then stands."""
    person, lang = acting(request), language(request)

    def perform() -> CaseShape:
        act(person)
        return tell_case.whole(person, ident, lang)

    return keyed(request, said(body.model_dump(mode="json")) if body else "", perform, status)
