"""Batches of material: begun, made of others, handed over, read."""

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
    BatchesShape,
    BatchGivenShape,
    BatchShape,
    BeginShape,
    HandShape,
    MadeShape,
    PageQuery,
    StepShape,
)
from monazite.desk.batches import services
from monazite.desk.batches.given import Said
from monazite.desk.batches.listing import known, listed
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person


@operation("GET", "/batches", BatchesShape, action="batch.read")
def list_batches(request: HttpRequest, query: Query[PageQuery]) -> BatchesShape:
    """The batches that you may know of, newest first, page by page."""
    page = listed(acting(request), query.cursor, query.limit)
    items = [tell_batch.batch(each) for each in page.items]
    return BatchesShape(items=items, next=page.following or None)


@operation("GET", "/batches/{uuid:ident}", BatchShape, action="batch.read", faults=(404,))
def get_batch(request: HttpRequest, ident: UUID) -> BatchShape:
    """What it contains, what it was made of, what is left of it."""
    person = acting(request)
    found = known(person).filter(pk=ident).first()
    if found is None:
        raise Forbidden("batch.read", 404)
    require(person, "batch.read", found)
    return tell_batch.batch(found)


@operation("POST", "/batches", BatchShape, action="batch.write", status=201, faults=(403, 409))
def begin_batch(request: HttpRequest, body: BeginShape) -> HttpResponse:
    """A batch that nothing in your books comes before, with its source."""
    person, given = acting(request), _said(body, body.source)
    return keyed(
        request, said(body.model_dump()),
        lambda: tell_batch.batch(
            services.begin(person, body.regime, body.origin, given, VIA)
        ),
        201,
    )  # fmt: skip


@operation(
    "POST", "/batches/steps", MadeShape,
    action="batch.write", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def make_batches(request: HttpRequest, body: StepShape) -> HttpResponse:
    """One step: no element may come out that did not go in; every finding is told."""
    person = acting(request)

    def act() -> MadeShape:
        inputs = _inputs(person, body)
        made = services.make(person, inputs, [_said(each, "") for each in body.outputs], VIA)
        return MadeShape(items=[tell_batch.batch(each) for each in made])

    return keyed(request, said(body.model_dump()), act, 201)


@operation(
    "POST", "/batches/{uuid:ident}/hand-over", BatchShape,
    action="batch.write", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def hand_over_batch(request: HttpRequest, ident: UUID, body: HandShape) -> HttpResponse:
    """Part goes to another firm, which has it once it accepts it; you get your batch again."""
    person = acting(request)

    def act() -> BatchShape:
        services.hand_over(person, ident, body.mass_kg, body.receiver, body.reference, VIA)
        return tell_batch.batch(known(person).get(pk=ident))

    return keyed(request, said(body.model_dump()), act, 201)


@operation(
    "POST", "/batches/{uuid:ident}/accept", BatchShape,
    action="batch.write", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def accept_batch(request: HttpRequest, ident: UUID) -> HttpResponse:
    """What another firm handed over to you is in your books from now on."""
    person = acting(request)
    return keyed(request, "", lambda: tell_batch.batch(services.accept(person, ident, VIA)), 201)


def _said(body: BatchGivenShape, source: str) -> Said:
    return Said(body.reference, body.stage, body.month, body.mass_kg, body.contents, source)


def _inputs(person: Person, body: StepShape) -> dict[UUID, str]:
    """Kilograms by id; Forbidden (404) for a number that is none of the person's batches."""
    numbers = [each.batch for each in body.inputs]
    own = known(person).filter(organisation_id=person.organisation_id, number__in=numbers)
    ids = dict(own.values_list("number", "pk"))
    if any(number not in ids for number in numbers):
        raise Forbidden("batch.read", 404)
    return {ids[each.batch]: each.mass_kg for each in body.inputs}
