"""Events as they come out: with all that proves their chain."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape

EVENTS, EVENTS_MAX = 50, 200
"""Events of a page."""


class EventShape(Shape):
    """One thing that happened; previous and hash: hexadecimal; actor null: the system."""

    seq: int
    at: str = Field(description="ISO 8601 in UTC with microseconds, as it was hashed.")
    kind: str
    actor: UUID | None
    via: str
    payload: dict[str, Any]
    previous: str
    hash: str


class EventsShape(Shape):
    """A page of events, oldest first; next: the cursor of the next page, null at the end."""

    items: list[EventShape]
    next: str | None


class EventsQuery(QueryShape):
    """Which page."""

    cursor: str = Field("", pattern="^[0-9]{0,18}$", description="`next` of the page before.")
    limit: int = Field(EVENTS, ge=1, le=EVENTS_MAX, description="Events of a page.")
