"""Cases as officials read them: rows of a queue, and all of one case."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field, JsonValue

from monazite.desk.api.shapes.base import QueryShape, Shape
from monazite.desk.api.shapes.clock import ClockShape
from monazite.desk.api.shapes.waits import HoldShape, QuestionShape
from monazite.desk.cases.models.case import TASKS
from monazite.desk.cases.queue.listing import SIZE, SIZE_MAX
from monazite.desk.cases.queue.wanted import DAYS_MAX, NEGATED, ORDERS, SCOPES, TEXT_MAX, WHO
from monazite.licensing.transitions import machine

_NO_NUL = "^[^\\u0000]*$"
_COUNTRIES = "^([A-Za-z]{2}(,[A-Za-z]{2}){0,30})?$"
_EXCLUDED = f"^(({'|'.join(NEGATED)})(,({'|'.join(NEGATED)}))*)?$"


def _enum(*words: str) -> dict[str, Any]:
    known: list[JsonValue] = ["", *(word for word in words if word)]
    return {"enum": known}


class QueueQuery(QueryShape):
    """Which rows of the office's queue, in which order, and which page of them."""

    scope: str = Field(
        "", description="A row for each open task (tasks) or case (cases).",
        json_schema_extra=_enum(*SCOPES),
    )  # fmt: skip
    order: str = Field(
        "", description="What ends first (due), the oldest, the newest.",
        json_schema_extra=_enum(*ORDERS),
    )  # fmt: skip
    who: str = Field("", description="Whose tasks.", json_schema_extra=_enum(*WHO))
    task: str = Field("", description="Kind of task.", json_schema_extra=_enum(*TASKS))
    state: str = Field(
        "", description="State of the application.", json_schema_extra=_enum(*machine().states)
    )
    destination: str = Field("", pattern=_COUNTRIES, description="Codes of countries: JP,DE.")
    exporter: str = Field(
        "", max_length=TEXT_MAX, pattern=_NO_NUL, description="A part of the firm's name."
    )
    code: str = Field(
        "", max_length=TEXT_MAX, pattern=_NO_NUL,
        description="How a control code begins, or a material.",
    )  # fmt: skip
    text: str = Field(
        "", max_length=TEXT_MAX, pattern=_NO_NUL,
        description="How a reference begins, or words of the title and of the parties' names.",
    )  # fmt: skip
    hold: bool = Field(default=False, description="Only what is held.")
    overdue: bool = Field(default=False, description="Only what is beyond its limit.")
    mentions: bool = Field(default=False, description="Only where a note names you.")
    within: int | None = Field(
        None, ge=0, le=DAYS_MAX, description="Only what ends in so many working days."
    )
    decided: int | None = Field(
        None, ge=0, le=DAYS_MAX, description="Only what was decided in the last so many days."
    )
    without: str = Field(
        "", pattern=_EXCLUDED, description="Filters that exclude what they find: state,hold."
    )
    cursor: str = Field("", max_length=300, description="`next` of the page before.")
    limit: int = Field(SIZE, ge=1, le=SIZE_MAX, description="Rows of a page.")


class TaskShape(Shape):
    """Something that an office has to do about a case; id: for `assign_tasks`."""

    id: int
    number: int
    kind: str
    office: str
    assignee: str
    state: str = Field(description="open, done or cancelled")
    why: str = Field(description="The rule or the step that opened it, in words.")
    opened_at: datetime
    closed_at: datetime | None


class QueueRowShape(Shape):
    """A row of a queue; task: null in a list of cases."""

    id: UUID = Field(description="Of the application, and so of the case.")
    reference: str
    title: str
    kind: str
    destination: str
    state: str
    organisation: str
    opened_at: datetime
    officer: str
    clock: ClockShape
    control_codes: list[str]
    materials: list[str]
    held_since: datetime | None
    asked_since: datetime | None = Field(description="Since when an answer is waited for.")
    outdated: bool = Field(description="A ruling reads another state of the law than today's.")
    task: TaskShape | None


class QueueShape(Shape):
    """A page of a queue; next: the cursor of the next page, null at the end."""

    items: list[QueueRowShape]
    next: str | None


class ScreenedShape(Shape):
    """What the comparison of a party with lists found; never "clear"."""

    party: int
    name: str
    result: str
    said: str


class ScreeningShape(Shape):
    """The comparison that stands; lists: SHA-256 of the lists that it read."""

    at: datetime
    screener: str
    lists: str
    answers: list[ScreenedShape]


class SentShape(Shape):
    """An office that was asked, and the rule that sent the case there."""

    office: str
    rule: str


class RuleShape(Shape):
    """A rule that was asked; effective: the case is treated as if it were so."""

    rule: str
    answer: str
    effective: bool
    why: str
    reasons: list[str]
    law: str


class RoutingShape(Shape):
    """Why the case went where it went; rules: SHA-256 of the regime's rules."""

    at: datetime
    rules: str
    offices: list[SentShape]
    refer_up: str
    no_limit: bool
    flags: list[str]
    trace: list[RuleShape]


class AdviceShape(Shape):
    """What an office says; stands: nothing took its place."""

    office: str
    author: str
    at: datetime
    position: str
    grounds: list[str]
    conditions: list[str]
    text: str
    law_hash: str
    stands: bool


class ConsolidationShape(Shape):
    """What the advice that stands comes to; settled: the position that a person settled it to."""

    state: str = Field(description="waiting, agreed or conflict")
    position: str | None
    grounds: list[str]
    conditions: list[str]
    waiting_for: list[str]
    settled: str | None


class ReferralShape(Shape):
    """A case that was laid before those above; answer: null while none came."""

    number: int
    office: str
    text: str
    referred_at: datetime
    answer: str | None
    answered_at: datetime | None


class DecisionShape(Shape):
    """A decision as officials read it; signer: the second person, "" while nobody signed."""

    number: int
    kind: str
    outcome: str
    state: str
    grounds: list[str]
    conditions: list[str]
    text: str
    terms: dict[str, Any]
    author: str
    proposed_at: datetime
    signer: str
    signed_at: datetime | None


class NoteShape(Shape):
    """A note among officials; shared: with every office of the case."""

    number: int
    author: str
    office: str
    at: datetime
    text: str
    shared: bool


class EarlierShape(Shape):
    """An earlier case with the same parties or items; outcome: null while it is not decided."""

    id: UUID
    reference: str
    filed_at: datetime
    state: str
    parties: list[str]
    items: list[str]
    outcome: str | None


class CaseShape(Shape):
    """A case as its officials see it.

    advice: of every office for those who decide, else of your own; consolidation: for those who
    decide. seq: how many events the case has: it moves with every change.
    """

    id: UUID
    reference: str
    title: str
    regime: str
    kind: str
    destination: str
    state: str
    organisation: str
    seq: int
    opened_at: datetime
    closed_at: datetime | None
    agency: str
    officer: str
    clock: ClockShape
    tasks: list[TaskShape]
    routing: RoutingShape | None
    screening: ScreeningShape | None
    advice: list[AdviceShape]
    consolidation: ConsolidationShape | None
    questions: list[QuestionShape]
    holds: list[HoldShape]
    referrals: list[ReferralShape]
    decisions: list[DecisionShape]
    notes: list[NoteShape]
    earlier: list[EarlierShape]


class AssignedShape(Shape):
    """What became of the tasks of one case; code and message: why nothing did, "" where it did."""

    id: UUID
    done: bool
    code: str
    message: str


class AssignedListShape(Shape):
    """An answer for each case; one that is refused stops no other."""

    items: list[AssignedShape]
