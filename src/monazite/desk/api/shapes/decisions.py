"""What the applicant is told of a case: questions, holds, decisions, the licence."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from monazite.desk.api.shapes.base import Shape
from monazite.desk.api.shapes.clock import ClockShape
from monazite.desk.api.shapes.waits import HoldShape, QuestionShape


class ToldDecisionShape(Shape):
    """A decision that two people signed; kind: decision, or reconsideration of one."""

    kind: str
    outcome: str
    grounds: list[str]
    conditions: list[str]
    text: str
    signed_at: datetime


class LicenceNameShape(Shape):
    """The licence that came of it."""

    id: UUID
    number: str


class FollowShape(Shape):
    """Where an application is with its authority; clock: null before there is a case."""

    id: UUID
    state: str
    clock: ClockShape | None
    questions: list[QuestionShape]
    holds: list[HoldShape]
    decisions: list[ToldDecisionShape]
    licence: LicenceNameShape | None
