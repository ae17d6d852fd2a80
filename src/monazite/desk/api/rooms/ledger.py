"""Reports of other customs systems about licence lines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from monazite.desk.api.amounts import decimal, instant
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import keyed
from monazite.desk.api.operations import operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.offline import EntryShape, UsageGivenShape, UsageShape
from monazite.desk.applications.errors import Refused
from monazite.desk.events.prints import plain
from monazite.desk.gate.services.used_elsewhere import look_into, take_report
from monazite.desk.licences.models import Movement
from monazite.desk.licences.reported import Answer, Said


@operation(
    "POST", "/ledger/reports", UsageShape,
    action="ledger.report", status=201, faults=(403, 409),
)  # fmt: skip
def report_usage(request: HttpRequest, body: UsageGivenShape) -> HttpResponse:
    """Tell what a declaration took of a line, as a difference or as a total.

    Reports may come late, twice or out of order: they come to the same. A report that was taken is
    answered as it was the first time; one that cannot be taken is refused with every reason, is
    looked into, and may be sent again. What the line does not bear is kept in `not_borne`, and
    stops the licence.
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
    try:
        return keyed(
            request, said(body.model_dump()), lambda: _told(take_report(person, told, VIA)), 201
        )
    except Refused as refused:
        look_into(person, told, refused, VIA)
        raise


def _told(answer: Answer) -> UsageShape:
    row = answer.report
    return UsageShape(
        message_id=row.message_id,
        quantity=str(plain(row.quantity)),
        factor=None if row.factor is None else str(plain(row.factor)),
        replayed=answer.replayed,
        covered=row.said["covered"],
        owed=row.said["owed"],
        missing=row.said["missing"],
        not_borne=row.said["not_borne"],
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
