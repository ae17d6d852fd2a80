"""Figures as they come out: a QueueReport, and which one is asked for."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape

_DAY = "^(2[01][0-9]{2}-[0-9]{2}-[0-9]{2})?$"


class ReportShape(Shape):
    """A QueueReport, as `monazite desk report` writes it; definitions say what each figure is.

    Every share names what it is a share of; what is not decided yet is never counted as refused.
    """

    format: str
    scope: dict[str, Any]
    counts: dict[str, Any] | None
    among_decided: dict[str, Any]
    among_applied: dict[str, Any]
    waiting: list[dict[str, Any]]
    changes: dict[str, Any]
    groups: list[dict[str, Any]]
    offices: list[dict[str, Any]]
    weeks: list[dict[str, Any]]
    ages: list[dict[str, Any]]
    forecast: dict[str, Any] | None
    origin: dict[str, Any]
    definitions: dict[str, dict[str, str]]


class ReportQuery(QueryShape):
    """Of which applications, as they stand on which day."""

    first: str = Field(
        "", pattern=_DAY, json_schema_extra={"format": "date"},
        description="Filed from this day on; a year before `last` where it is not said.",
    )  # fmt: skip
    last: str = Field(
        "", pattern=_DAY, json_schema_extra={"format": "date"},
        description="Filed up to this day; today where it is not said.",
    )  # fmt: skip
    as_of: str = Field(
        "", pattern=_DAY, json_schema_extra={"format": "date"},
        description="As they stood at the end of this day; `last` where it is not said.",
    )  # fmt: skip
    destination: str = Field("", pattern="^([A-Za-z]{2})?$", description="Only those to: ISO2.")
    material: str = Field(
        "", max_length=20, pattern="^[^\\u0000]*$", description="Only those that contain it: Dy."
    )
