"""What a case waits for, as its applicant and its officials read it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import Shape


class AnswerShape(Shape):
    """What the applicant answered; papers: ids of the files that came with it."""

    text: str
    papers: list[UUID]
    answered_at: datetime


class QuestionShape(Shape):
    """Something asked of the applicant; answer: null while it is open."""

    number: int
    kind: str = Field(description="question, or correction before acceptance")
    text: str
    asked_at: datetime
    answer_by: date | None
    answer: AnswerShape | None


class HoldShape(Shape):
    """A stop that is dated and reasoned; until: the day by which it is looked at again."""

    number: int
    reason: str
    text: str
    placed_at: datetime
    until: date | None
    stops_clock: bool
    released_at: datetime | None
    release: str = Field(description='Why it ended, "" while it stands.')
