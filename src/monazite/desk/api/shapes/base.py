"""Shapes of the API: strict, and without keys that they do not name."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A JSON object of the API; unknown keys are refused, nothing is turned into another type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class QueryShape(BaseModel):
    """The keys after the question mark; others are refused before this is read."""
