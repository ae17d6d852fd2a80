"""One batch: what it contains, what it was made of, what was drawn of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monazite.desk.batches.contained import left_of
from monazite.desk.batches.listing import known
from monazite.desk.batches.models import Batch
from monazite.desk.licences.limits import number
from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import Forbidden, may, require


def found(request: HttpRequest, batch_id: uuid.UUID) -> Batch:
    """The batch; Forbidden (404) where the reader may not know that there is one."""
    person = person_of(request)
    batch = known(person).filter(pk=batch_id).first()
    if batch is None:
        raise Forbidden("batch.read", 404)
    require(person, "batch.read", batch)
    return batch


@require_safe
@told
def batch(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponse:
    """The page of a batch."""
    return page(request, found(request, batch_id), {}, 200)


def page(
    request: HttpRequest, batch: Batch, typed: Mapping[str, object], status: int
) -> HttpResponse:
    """The page; typed: what somebody wrote that could not be used, with the message why."""
    person = person_of(request)
    # Of batches made of others, those that the reader may open.
    parents = {each.number: each for each in known(person).filter(number__in=batch.inputs)}
    context = {
        "batch": batch,
        "mass": number(batch.mass_kg),
        "left": number(left_of(batch)),
        "draws": [(draw, number(draw.mass_kg)) for draw in batch.draws.order_by("number")[:200]],
        "inputs": [(name, kg, parents.get(name)) for name, kg in batch.inputs.items()],
        "writes": may(person, "batch.write") and batch.organisation_id == person.organisation_id,
        "follows": may(person, "quota.set"),
    }
    return render(request, "pages/batches/batch.html", {**context, **typed}, status=status)
