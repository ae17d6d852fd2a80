"""The one shape of every answer of 400 or more."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from monazite.desk.api.shapes.base import Shape


class FindingShape(Shape):
    """One checked fact: where it stands, the law it rests on, what is wrong, and its cure."""

    code: str
    severity: Literal["error", "warning", "note"]
    path: str
    law: str
    law_text: str
    message: str
    cure: str


class ProblemShape(Shape):
    """One value that cannot be used: where it stands, what it was, what is accepted."""

    field: str
    value: str
    accepted: str


class ClashShape(Shape):
    """A field that two wrote: what lies there now, and what this request brought."""

    path: str
    theirs: Any = None
    mine: Any = None


class ConflictShape(Shape):
    """The draft was changed since it was read: its version now, and every field that two wrote."""

    version: int
    clashes: list[ClashShape]


class ErrorShape(Shape):
    """What went wrong; field, value and accepted are those of the first problem, or empty."""

    code: str = Field(description="Names the fault to a program; it does not change.")
    message: str = Field(description="What is wrong and what to do, in the answer's language.")
    field: str
    value: str
    accepted: str
    problems: list[ProblemShape] = Field(description="Every value that cannot be used.")
    findings: list[FindingShape] = Field(description="Why the application cannot be filed.")
    conflict: ConflictShape | None


class FaultShape(Shape):
    """Every answer of 400 or more."""

    error: ErrorShape
