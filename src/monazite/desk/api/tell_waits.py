"""What the API tells of what a case waits for, and of its clock."""

from __future__ import annotations

from uuid import UUID

from monazite.desk.api.shapes.clock import ClockShape
from monazite.desk.api.shapes.waits import AnswerShape, HoldShape, QuestionShape
from monazite.desk.cases.clocks import reading, today
from monazite.desk.cases.models import Answer, Case, Hold, Question


def clock(case: Case) -> ClockShape:
    """What the clock shows today; its application must have been read with it."""
    shown = reading(case, today(case))
    return ClockShape(
        state=shown.state,
        accepted_on=case.accepted_on,
        limit=shown.limit,
        counted=shown.counted,
        left=shown.left,
        over=shown.over,
        due=shown.due,
        due_in_unpublished_year=shown.due_in_unpublished_year,
        unpublished=shown.unpublished,
    )


def questions(case: Case) -> list[QuestionShape]:
    """Everything that was asked, the oldest first."""
    rows = case.questions.select_related("answer").order_by("number")
    return [_question(row) for row in rows]


def holds(case: Case) -> list[HoldShape]:
    """Every hold, the oldest first."""
    return [_hold(row) for row in case.holds.select_related("release").order_by("number")]


def _question(row: Question) -> QuestionShape:
    answer: Answer | None = getattr(row, "answer", None)
    return QuestionShape(
        number=row.number,
        kind=row.kind,
        text=row.text,
        asked_at=row.asked_at,
        answer_by=row.answer_by,
        answer=_answer(answer) if answer else None,
    )


def _answer(row: Answer) -> AnswerShape:
    papers = [UUID(paper) for paper in row.papers]
    return AnswerShape(text=row.text, papers=papers, answered_at=row.answered_at)


def _hold(row: Hold) -> HoldShape:
    release = getattr(row, "release", None)
    return HoldShape(
        number=row.number,
        reason=row.reason,
        text=row.text,
        placed_at=row.placed_at,
        until=row.until,
        stops_clock=row.stops_clock,
        released_at=release.released_at if release else None,
        release=release.text if release else "",
    )
