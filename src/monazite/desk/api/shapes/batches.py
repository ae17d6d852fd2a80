"""Batches, leads and duties as programs send and read them; masses in kilograms, as text."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape
from monazite.desk.batches.listing import SIZE, SIZE_MAX

_TEXT, _LONG = 200, 10_000
_MOST = 50


class PageQuery(QueryShape):
    """Which page."""

    cursor: str = Field("", max_length=200, description="`next` of the page before.")
    limit: int = Field(SIZE, ge=1, le=SIZE_MAX, description="Rows of a page.")


class ContentShape(Shape):
    """One constituent: as weighed and as the element, with the factor and its source."""

    word: str
    mass_kg: str
    element: str
    element_kg: str
    factor: str
    source: str


class BatchShape(Shape):
    """A batch; inputs: what it was made of, kilograms by batch number.

    accepted_at: when it came into the firm's books; null: handed over, and not accepted yet.
    """

    id: UUID
    number: str
    reference: str
    regime: str
    stage: str
    origin: str
    source: str
    month: date
    mass_kg: str
    left_kg: str
    contents: list[ContentShape]
    inputs: dict[str, str]
    accepted_at: datetime | None


class BatchesShape(Shape):
    """A page of batches, newest first; next: the cursor of the next page, null at the end."""

    items: list[BatchShape]
    next: str | None


class BatchGivenShape(Shape):
    """A batch as said; month: "2026-10"; contents: kilograms by oxide or element."""

    reference: str = Field(max_length=_TEXT)
    stage: str = Field(max_length=16)
    month: str = Field(max_length=7)
    mass_kg: str = Field(max_length=40)
    contents: dict[str, str] = Field(max_length=_MOST)


class BeginShape(BatchGivenShape):
    """A batch that nothing in the books comes before; origin: mined, imported or stock."""

    regime: str = Field(max_length=8)
    origin: str = Field(max_length=16)
    source: str = Field(max_length=_TEXT)


class InputShape(Shape):
    """So much of a batch goes in."""

    batch: str = Field(max_length=40)
    mass_kg: str = Field(max_length=40)


class StepShape(Shape):
    """One step: everything that went in and everything that came out."""

    inputs: list[InputShape] = Field(min_length=1, max_length=_MOST)
    outputs: list[BatchGivenShape] = Field(min_length=1, max_length=_MOST)


class MadeShape(Shape):
    """The batches of a step."""

    items: list[BatchShape]


class HandShape(Shape):
    """Part of a batch for another firm; receiver: its identifier."""

    mass_kg: str = Field(max_length=40)
    receiver: str = Field(max_length=60)
    reference: str = Field(max_length=64)


class LeadShape(Shape):
    """A lead; evidence: what was found, oldest first; outcome: "" while it is open."""

    id: UUID
    kind: str
    regime: str
    about: dict[str, Any]
    state: str
    outcome: str
    opened_at: datetime
    closed_at: datetime | None
    evidence: list[dict[str, Any]]


class LeadsShape(Shape):
    """A page of leads, newest first; next: the cursor of the next page, null at the end."""

    items: list[LeadShape]
    next: str | None


class LeadsQuery(PageQuery):
    """Which leads."""

    kind: str = Field("", max_length=24, description="Of one kind; empty for all.")
    closed: bool = Field(default=False, description="Closed ones in place of open ones.")


class DutyShape(Shape):
    """What is to be reported of a declaration's goods; state: as `customs.duties` has them."""

    id: UUID
    declaration: str
    kind: str
    law: str
    due_on: date
    state: str
    reported_at: datetime | None
    event_seq: int


class DutiesShape(Shape):
    """A page of duties by their last days; next: the cursor of the next page, null at the end."""

    items: list[DutyShape]
    next: str | None


class DutiesQuery(PageQuery):
    """Which duties."""

    closed: bool = Field(default=False, description="Those that are done in place of open ones.")


class DutyReportShape(Shape):
    """What happened: day, place, quantities by item number in its own unit."""

    happened_on: str = Field(max_length=10)
    place: str = Field(max_length=_TEXT)
    quantities: dict[str, str] = Field(default={}, max_length=200)
    text: str = Field("", max_length=_LONG)
