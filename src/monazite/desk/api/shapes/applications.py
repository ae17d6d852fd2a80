"""Applications as they come out."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field, JsonValue

from monazite.desk.api.shapes.base import QueryShape, Shape
from monazite.desk.api.shapes.fault import FindingShape
from monazite.desk.applications.listing import SIZE, SIZE_MAX, TEXT_MAX
from monazite.desk.applications.services.ending import REASON_MAX
from monazite.licensing.transitions import machine

_STATES: list[JsonValue] = ["", *machine().states]
_SAID = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$"
"""Something other than spaces."""


class SummaryShape(Shape):
    """An application in a list; reference and filed_at: of what is filed."""

    id: UUID
    reference: str | None
    title: str
    regime: str
    kind: str
    destination: str
    state: str
    version: int = Field(description="Counts the saves of the draft: for If-Match.")
    organisation: str
    created_at: datetime
    changed_at: datetime
    filed_at: datetime | None
    supersedes: UUID | None = Field(description="The filed application that this one amends.")
    split_from: UUID | None = Field(description="The draft that this one was cut out of.")


class ListShape(Shape):
    """A page of applications, newest first; next: the cursor of the next page, null at the end."""

    items: list[SummaryShape]
    next: str | None


class StandingShape(Shape):
    """Where it is, who has it, since when, why it waits, which clock runs."""

    state: str
    place: str
    who: str = Field(description="applicant, intake, authority, above or nobody")
    holder: str
    with_names: list[str]
    since: datetime
    why: str
    clock: str


class OwnPartShape(Shape):
    """A party of an application as it was filed."""

    number: int
    role: str
    name: str
    name_native: str
    country: str
    identifier: str


class PartyShape(Shape):
    """What a foreign firm sees of an application that names it; parties: its own part alone."""

    id: UUID
    reference: str
    state: str
    organisation: str = Field(description="The applicant.")
    filed_at: datetime
    standing: StandingShape
    parties: list[OwnPartShape]


class PartyListShape(Shape):
    """A page of applications that name the caller's firm; next: the cursor of the next page."""

    items: list[PartyShape]
    next: str | None


class SecretsShape(Shape):
    """The form whole, with what is sealed to others."""

    id: UUID
    version: int
    form: dict[str, Any]
    form_sha256: str


class ListQuery(QueryShape):
    """Which applications, and which page of them."""

    state: str = Field(
        "", description="Only those in this state.", json_schema_extra={"enum": _STATES}
    )
    destination: str = Field("", pattern="^([A-Za-z]{2})?$", description="Only those to: ISO2.")
    q: str = Field(
        "",
        max_length=TEXT_MAX,
        pattern="^[^\\u0000]*$",
        description="How a reference begins, or words of the title and of the parties' names.",
    )
    cursor: str = Field("", max_length=200, description="`next` of the page before.")
    limit: int = Field(SIZE, ge=1, le=SIZE_MAX, description="Applications of a page.")


class LineShape(Shape):
    """A line and the outcome of the ruling on it, null where its fields cannot be read."""

    number: int
    description: str
    outcome: str | None
    law_hash: str | None


class ApplicationShape(SummaryShape):
    """An application; findings: of a draft, as it stands today.

    To others than its firm the form comes without trade secrets: `get_secrets` opens them.
    """

    standing: StandingShape
    form: dict[str, Any]
    form_sha256: str
    may_be_filed: bool
    findings: list[FindingShape]
    lines: list[LineShape]


class PiecesShape(Shape):
    """The drafts that came out of one."""

    items: list[SummaryShape]


class SavedShape(Shape):
    """A draft after a save: its new version, the paths that changed, and what it lacks now."""

    version: int
    changed: list[str]
    may_be_filed: bool
    findings: list[FindingShape]


class ReasonShape(Shape):
    """Why an application is withdrawn; it stands in the application's log."""

    reason: str = Field(max_length=REASON_MAX, pattern=_SAID)


class ChangeShape(Shape):
    """A field that an amendment changes; weight: key asks for a new application, minor does not."""

    path: str
    old: Any
    new: Any
    weight: str


class DifferenceShape(Shape):
    """Everything that an amendment changes of what it amends."""

    supersedes: UUID | None
    changes: list[ChangeShape]
