"""Reports of other customs systems about licence lines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from monazite.desk.api.amounts import decimal, instant
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import keyed
from monazite.desk.api.operations import operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.offline import EntryShape, ReportGivenShape, ReportShape
from monazite.desk.events.prints import plain
from monazite.desk.licences.models import Movement
from monazite.desk.licences.reported import Answer, Said
from monazite.desk.licences.services.reporting import report


@operation(
    "POST", "/ledger/reports", ReportShape,
    action="ledger.report", status=201, faults=(403, 409),
)  # fmt: skip
def report_usage(request: HttpRequest, body: ReportGivenShape) -> HttpResponse:
    """Tell what a declaration took of a line, as a difference or as a total.

    Reports may come late, twice or out of order: they come to the same. A report that was taken is
    answered as it was the first time; one that cannot be taken is refused with every reason, and
    may be sent again.
    """
    person = acting(request)
    told = Said(
        message_id=body.message_id,
        licence=body.licence,
        line=body.line,
        declaration=body.declaration,
        semantics=body.semantics,
        sequence=body.sequence,
        as_of=instant("as_of", body.as_of),
        quantity=decimal("quantity", body.quantity),
        unit=body.unit,
        substance=body.substance,
        value=decimal("value", body.value),
    )
    return keyed(request, said(body.model_dump()), lambda: _told(report(person, told, VIA)), 201)


def _told(answer: Answer) -> ReportShape:
    row = answer.report
    return ReportShape(
        message_id=row.message_id,
        quantity=str(plain(row.quantity)),
        factor=None if row.factor is None else str(plain(row.factor)),
        replayed=answer.replayed,
        covered=row.said["covered"],
        owed=row.said["owed"],
        missing=row.said["missing"],
        movements=[_entry(each) for each in answer.movements],
    )


def _entry(movement: Movement) -> EntryShape:
    return EntryShape(
        message_id=movement.message_id,
        kind=movement.kind,
        quantity=str(plain(movement.quantity)),
        value=str(plain(movement.value)),
        uses=movement.uses,
        on=movement.on.isoformat(),
    )
