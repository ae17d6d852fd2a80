"""Leads: read by programs of those who follow up; tips are read in the pages alone."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from monazite.desk.api import tell_batch
from monazite.desk.api.callers import acting
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.batches import LeadShape, LeadsQuery, LeadsShape
from monazite.desk.leads.listing import listed
from monazite.desk.leads.services import held


@operation("GET", "/leads", LeadsShape, action="lead.read")
def list_leads(request: HttpRequest, query: Query[LeadsQuery]) -> LeadsShape:
    """The leads that lie before your office, newest first, page by page."""
    page = listed(acting(request), query.kind, query.cursor, query.limit, closed=query.closed)
    items = [tell_batch.lead(each) for each in page.items]
    return LeadsShape(items=items, next=page.following or None)


@operation("GET", "/leads/{uuid:ident}", LeadShape, action="lead.read", faults=(404,))
def get_lead(request: HttpRequest, ident: UUID) -> LeadShape:
    """What is known of it."""
    return tell_batch.lead(held(acting(request), ident, "lead.read"))
