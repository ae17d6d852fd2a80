"""Rulings as they come out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from monazite.desk.api.shapes.base import Shape


class RulingShape(Shape):
    """The ruling that stands on a line; document: as `monazite rule --json` gives it."""

    line: int
    outcome: str
    on: date
    law_hash: str
    ruled_at: datetime | None = Field(description="null: of a draft, ruled as it was asked.")
    document: dict[str, Any]


class RulingsShape(Shape):
    """The rulings on the lines; a line whose fields cannot be read has none."""

    items: list[RulingShape]


class RenewalShape(Shape):
    """A line's outcome under the law of its old ruling and under today's."""

    line: int
    before: str
    after: str
    old_law: str
    new_law: str
    sentence: str


class RenewalsShape(Shape):
    """The rulings that read another law than today's, each with its successor."""

    items: list[RenewalShape]
