"""The log of an application, with all that proves its chain."""

from __future__ import annotations

import json
from datetime import UTC
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from monazite.desk.api.callers import acting
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.events import EventShape, EventsQuery, EventsShape
from monazite.desk.applications.services.held import held
from monazite.desk.events.models import Event


@operation(
    "GET", "/applications/{uuid:ident}/events", EventsShape,
    action="event.read", faults=(404,),
)  # fmt: skip
def list_events(request: HttpRequest, ident: UUID, query: Query[EventsQuery]) -> EventsShape:
    """What happened to the application, oldest first, page by page."""
    found = held(acting(request), ident, "event.read")
    later = Event.objects.filter(aggregate_id=found.pk, seq__gt=int(query.cursor or 0))
    rows = list(later.order_by("seq")[: query.limit + 1])
    page = rows[: query.limit]
    following = str(page[-1].seq) if len(rows) > len(page) else None
    return EventsShape(items=[_told(row) for row in page], next=following)


def _told(event: Event) -> EventShape:
    return EventShape(
        seq=event.seq,
        at=event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        kind=event.kind,
        actor=event.actor,
        via=event.via,
        payload=json.loads(event.payload),
        previous=bytes(event.previous).hex(),
        hash=bytes(event.hash).hex(),
    )
