"""Challenges as they come out, and what is sent about them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape
from monazite.desk.api.shapes.values import Day, Id, Number, Row, RowId, Said, Text
from monazite.desk.gate.challenge_listing import SIZE, SIZE_MAX
from monazite.desk.gate.services.challenging.papers import PAPERS_MOST

_ITEMS, _GROUNDS = 999, 20


class GatePaperShape(Shape):
    """A file at a declaration; kind: what it is said to be."""

    id: UUID
    kind: str
    name: str
    sha256: str
    size: int
    media_type: str
    scan: str = Field(description="clean or not_scanned: what is infected is not taken.")
    uploaded_at: datetime


class ChallengeAnsweredShape(Shape):
    """An answer of the declarant; papers: ids of files that you may open."""

    number: int
    at: datetime
    text: str
    papers: list[str]


class SampleShape(Shape):
    """What a laboratory found an item to be; for officials alone."""

    number: int
    item: int
    laboratory: str
    method: str
    taken_on: date
    form: str
    contains: str
    text: str
    at: datetime


class IdentificationShape(Shape):
    """The licensing office that was asked what the goods are; text: for officials alone."""

    office: str
    text: str
    asked_at: datetime


class JudgementShape(Shape):
    """What was judged; by_office: customs or licensing; state: proposed, standing or sent_back.

    To a declarant only what customs has judged.
    """

    number: int
    by_office: str
    finding: str
    disposal: str
    grounds: list[str]
    text: str
    state: str
    signed_at: datetime | None
    said: str
    notice: dict[str, Any]
    notice_sha256: str


class ChallengeShape(Shape):
    """A challenge; answer_by: the last day for an answer, null while nobody can tell it.

    notice: what is printed on it, notice_sha256: its fingerprint.
    """

    id: UUID
    declaration: UUID
    declaration_number: str
    number: int
    state: str
    waits_for: str = Field(description="declarant, officer, licensing, gate or nobody")
    items: list[int]
    grounds: list[str]
    text: str
    issued_at: datetime
    answer_by: date | None
    closed_at: datetime | None
    notice: dict[str, Any]
    notice_sha256: str
    papers: list[GatePaperShape]
    answers: list[ChallengeAnsweredShape]
    samples: list[SampleShape]
    identification: IdentificationShape | None
    judgements: list[JudgementShape]


class ChallengesShape(Shape):
    """Challenges, newest first; next: the cursor of the next page, null at the end."""

    items: list[ChallengeShape]
    next: str | None


class ChallengesQuery(QueryShape):
    """Which page of which challenges."""

    which: Literal["open", "all"] = Field("open", description="Open ones alone, or all.")
    cursor: str = Field("", max_length=200, description="`next` of the page before.")
    limit: int = Field(SIZE, ge=1, le=SIZE_MAX, description="Challenges of a page.")


class ChallengeGivenShape(Shape):
    """Items by number, grounds of the regime, and what the declarant reads.

    seen: the declaration's `version` that you looked at, null for any.
    """

    items: list[Number] = Field(min_length=1, max_length=_ITEMS)
    grounds: list[Row] = Field(min_length=1, max_length=_GROUNDS)
    text: Said
    seen: RowId | None = None


class ChallengeAnswerShape(Shape):
    """An answer; papers: ids of your firm's files at the declaration."""

    text: Said
    papers: list[Id] = Field(default=[], max_length=PAPERS_MOST)


class SampleGivenShape(Shape):
    """What a laboratory found: contains as in a declaration ("Sm=0.226,Co,Fe")."""

    item: Number
    laboratory: Row
    method: Row
    taken_on: Day
    form: Row = ""
    contains: Row
    text: Text = ""


class IdentificationGivenShape(Shape):
    """What is to be identified; office: null where the regime has one licensing office alone.

    seen: the declaration's `version` that you looked at, null for any.
    """

    text: Said
    office: Id | None = None
    seen: RowId | None = None
