"""What an officer's program sends about a case."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from monazite.desk.api.shapes.base import Shape
from monazite.desk.api.shapes.values import Day, Id, Number, Row, RowId, Said, Text
from monazite.desk.cases.queue.bulk import MOST
from monazite.desk.cases.services.asking import POINTS_MOST

_ROWS = 20


class PointsShape(Shape):
    """What is to be corrected before acceptance, point by point; the applicant reads it."""

    points: list[Said] = Field(min_length=1, max_length=POINTS_MOST)


class AskShape(Shape):
    """A question to the applicant; answer_by: a day to come, by which an answer is asked for."""

    text: Said
    answer_by: Day | None = None


class HoldGivenShape(Shape):
    """A hold; reason: of the regime; text: what the applicant reads; until: a day to come."""

    reason: str = Field(max_length=32)
    text: Said
    until: Day | None = None


class ReleaseGivenShape(Shape):
    """Why a hold ends; hold: its number in the case."""

    hold: Number
    text: Said


class ReferShape(Shape):
    """Before whom the case is laid, and why; office: of the regime's `above`."""

    office: str = Field(max_length=32)
    text: Said


class ConsultShape(Shape):
    """One more office that is asked; office: the id of its organisation."""

    office: Id
    why: Said


class AdviceGivenShape(Shape):
    """What your office says; grounds: factors of the regime, for a refusal; text: the reasons."""

    position: Literal["no_objection", "with_conditions", "refuse", "not_ours"]
    grounds: list[Row] = Field(default=[], max_length=_ROWS)
    conditions: list[Row] = Field(default=[], max_length=_ROWS)
    text: Text = ""


class NoteGivenShape(Shape):
    """A note to officials; shared: with every office of the case; mentions: ids of people."""

    text: Said
    shared: bool = False
    mentions: list[Id] = Field(default=[], max_length=MOST)


class AssignShape(Shape):
    """Tasks by id; to: a colleague's id, null for nobody."""

    tasks: list[RowId] = Field(min_length=1, max_length=MOST)
    to: Id | None


class AnswerGivenShape(Shape):
    """The applicant's answer; question: its number; papers: ids of files at the application."""

    question: Number
    text: Said
    papers: list[Id] = Field(default=[], max_length=MOST)
