"""Statistics as they come out: vintages, and cells without what they hide."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape
from monazite.desk.statistics.reading import MOST


class VintageShape(Shape):
    """A month as it was known at one moment.

    state: prepared, released or sent_back; month: its first day; until: the last day that it holds;
    releases: items counted; excluded: items left out, by reason; nothing: kinds of leaving of which
    nothing may be shown; waiting: codes by kind that are told as in the vintage before until more
    firms' figures change; cells_sha256: of all its cells, hidden ones too.
    """

    id: UUID
    regime: str
    month: date
    number: int
    until: date
    state: str
    releases: int
    excluded: dict[str, int]
    nothing: list[str]
    waiting: dict[str, list[str]]
    cells_sha256: str
    rules_hash: str
    prepared_at: datetime
    signed_at: datetime | None


class VintagesShape(Shape):
    """Every vintage of your regime, the newest month and vintage first."""

    items: list[VintageShape]


class CellShape(Shape):
    """A sum; decimals as text.

    side: total, destination or arrival; code, place: empty for all, ending in `*` for several put
    together; hidden: why no amount is shown, empty where it is.
    """

    series: str
    side: str
    code: str
    place: str
    hidden: str
    mass_kg: str | None
    value_usd: str | None
    second_quantity: str | None
    second_unit: str


class CellsShape(Shape):
    """A page of cells in their order; next: the cursor of the next page, null at the end."""

    items: list[CellShape]
    next: str | None


class CellsQuery(QueryShape):
    """Which page."""

    cursor: str = Field("", max_length=20, description="`next` of the page before.")
    limit: int = Field(100, ge=1, le=MOST, description="Cells of a page.")
