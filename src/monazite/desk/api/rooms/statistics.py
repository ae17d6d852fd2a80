"""Statistics of what left: vintages of months, and their cells as they may be shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from monazite.desk.api.callers import acting
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.statistics import (
    CellShape,
    CellsQuery,
    CellsShape,
    VintageShape,
    VintagesShape,
)
from monazite.desk.events.prints import plain
from monazite.desk.statistics.models import Vintage
from monazite.desk.statistics.reading import Shown, page
from monazite.desk.statistics.visible import known, visible


@operation("GET", "/statistics", VintagesShape, action="statistics.read")
def list_vintages(request: HttpRequest) -> VintagesShape:
    """Every month that was counted, with all its vintages."""
    return VintagesShape(items=[_vintage(each) for each in known(acting(request))])


@operation("GET", "/statistics/{uuid:ident}", VintageShape, action="statistics.read", faults=(404,))
def get_vintage(request: HttpRequest, ident: UUID) -> VintageShape:
    """What it counts, what was left out, and whether it was released."""
    return _vintage(visible(acting(request), ident, "statistics.read"))


@operation(
    "GET", "/statistics/{uuid:ident}/cells", CellsShape, action="statistics.read", faults=(404,)
)
def list_statistics_cells(
    request: HttpRequest, ident: UUID, query: Query[CellsQuery]
) -> CellsShape:
    """Its sums by code, destination and country of arrival; hidden ones say so."""
    person = acting(request)
    vintage = visible(person, ident, "statistics.read")
    found = page(person, vintage, query.cursor, query.limit)
    cells = [_cell(each) for each in found.items]
    return CellsShape(items=cells, next=found.following or None)


def _cell(cell: Shown) -> CellShape:
    told: dict[str, Any] = {name: plain(getattr(cell, name)) for name in CellShape.model_fields}
    return CellShape(**told)


def _vintage(vintage: Vintage) -> VintageShape:
    return VintageShape(**{name: getattr(vintage, name) for name in VintageShape.model_fields})
