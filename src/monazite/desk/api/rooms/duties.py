"""What is to be reported after the exit: listed, read, reported."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query

from monazite.desk.api import tell_batch
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import keyed
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.batches import (
    DutiesQuery,
    DutiesShape,
    DutyReportShape,
    DutyShape,
)
from monazite.desk.duties import services
from monazite.desk.duties.listing import listed
from monazite.desk.duties.services import Given


@operation("GET", "/duties", DutiesShape, action="duty.read")
def list_duties(request: HttpRequest, query: Query[DutiesQuery]) -> DutiesShape:
    """The duties that you may know of, by their last days, page by page."""
    page = listed(acting(request), query.cursor, query.limit, closed=query.closed)
    items = [tell_batch.duty(each) for each in page.items]
    return DutiesShape(items=items, next=page.following or None)


@operation("GET", "/duties/{uuid:ident}", DutyShape, action="duty.read", faults=(404,))
def get_duty(request: HttpRequest, ident: UUID) -> DutyShape:
    """What is to be reported, by when, and how it stands."""
    return tell_batch.duty(services.held(acting(request), ident, "duty.read"))


@operation(
    "POST", "/duties/{uuid:ident}/reports", DutyShape,
    action="duty.report", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def report_duty(request: HttpRequest, ident: UUID, body: DutyReportShape) -> HttpResponse:
    """Report when and where it happened, and how much; papers are added in the pages."""
    person = acting(request)
    given = Given(body.happened_on, body.place, body.quantities, body.text, ())

    def act() -> DutyShape:
        services.report(person, ident, given, VIA)
        return tell_batch.duty(services.held(person, ident, "duty.report"))

    return keyed(request, said(body.model_dump()), act, 201)
