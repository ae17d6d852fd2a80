"""Cases: the queue of your office, and what lies in one of them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query

from monazite.desk.api import tell_case, tell_queue
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.handlers import fault_of
from monazite.desk.api.keys import keyed
from monazite.desk.api.language import language
from monazite.desk.api.operations import operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.cases import (
    AssignedListShape,
    AssignedShape,
    CaseShape,
    QueueQuery,
    QueueShape,
)
from monazite.desk.api.shapes.casework import AssignShape
from monazite.desk.cases import services
from monazite.desk.cases.queue.left import days
from monazite.desk.cases.queue.listing import listed
from monazite.desk.cases.queue.wanted import Wanted, read
from monazite.desk.cases.queue.whose import require_officer
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.many import Answered


@operation("GET", "/cases", QueueShape, action="case.read", faults=(409,))
def list_cases(request: HttpRequest, query: Query[QueueQuery]) -> QueueShape:
    """What lies in your office's queue, page by page: what ends first, unless asked otherwise."""
    person, lang = acting(request), language(request)
    today = days(person.organisation.regime)
    page = listed(person, _wanted(query), today, query.cursor, query.limit)
    return QueueShape(items=tell_queue.rows(person, page, lang), next=page.following or None)


@operation("GET", "/cases/{uuid:ident}", CaseShape, action="case.read", faults=(404,))
def get_case(request: HttpRequest, ident: UUID) -> CaseShape:
    """All that you may read of a case: tasks, clock, routing, screening, advice, decisions.

    `ident` is that of its application, which has the form, the papers and the rulings.
    """
    person = acting(request)
    held(person, ident, "case.read")
    return tell_case.whole(person, ident, language(request))


@operation("POST", "/tasks/assign", AssignedListShape, action="case.assign", faults=(409,))
def assign_tasks(request: HttpRequest, body: AssignShape) -> HttpResponse:
    """Give tasks of your office to a colleague, or to nobody; an answer for each case."""
    person, lang = acting(request), language(request)

    def act() -> AssignedListShape:
        require_officer(person)
        answered = services.assign(person, body.tasks, body.to, VIA)
        return AssignedListShape(items=[_answered(each, lang) for each in answered])

    return keyed(request, said(body.model_dump(mode="json")), act)


def _wanted(query: QueueQuery) -> Wanted:
    """What the queue is narrowed to; a page says the same in its address."""
    given = query.model_dump(exclude={"cursor", "limit"})
    return read({name: _text(value) for name, value in given.items()})


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None else str(value)


def _answered(found: Answered, lang: str) -> AssignedShape:
    if found.error is None:
        return AssignedShape(id=found.ident, done=True, code="", message="")
    fault = fault_of(found.error)
    return AssignedShape(id=found.ident, done=False, code=fault.code, message=fault.message(lang))
