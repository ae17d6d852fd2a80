"""What the applicant is asked and told: questions with answers, holds, decisions, the licence."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from monazite.desk.api import tell_applicant
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import keyed
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.casework import AnswerGivenShape
from monazite.desk.api.shapes.decisions import FollowShape
from monazite.desk.applications.services.held import held
from monazite.desk.cases import services


@operation(
    "GET", "/applications/{uuid:ident}/case", FollowShape,
    action="application.read", faults=(404,),
)  # fmt: skip
def follow_application(request: HttpRequest, ident: UUID) -> FollowShape:
    """Where it is with its authority: what is asked of you, what holds it, what was decided."""
    return tell_applicant.follow(held(acting(request), ident, "application.read"))


@operation(
    "POST", "/applications/{uuid:ident}/answer", FollowShape,
    action="case.answer", faults=APPLICATION_FAULTS,
)  # fmt: skip
def answer_question(request: HttpRequest, ident: UUID, body: AnswerGivenShape) -> HttpResponse:
    """Answer the open question; the clock goes on."""
    person = acting(request)

    def act() -> FollowShape:
        services.answer(person, ident, body.question, body.text, body.papers, VIA)
        return tell_applicant.follow(held(person, ident, "case.answer"))

    return keyed(request, said(body.model_dump(mode="json")), act)


@operation(
    "POST", "/applications/{uuid:ident}/complete", FollowShape,
    action="case.answer", faults=APPLICATION_FAULTS,
)  # fmt: skip
def complete_application(request: HttpRequest, ident: UUID, body: AnswerGivenShape) -> HttpResponse:
    """Answer what was to be corrected before acceptance; it goes back to the office of intake."""
    person = acting(request)

    def act() -> FollowShape:
        services.complete(person, ident, body.question, body.text, body.papers, VIA)
        return tell_applicant.follow(held(person, ident, "case.answer"))

    return keyed(request, said(body.model_dump(mode="json")), act)
