"""Reports about lines, and snapshots for posts without a line, as they come in and go out."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import Shape
from monazite.desk.api.shapes.values import Number, Said
from monazite.desk.offline.services.taking import HOURS_MAX, LINES_MAX
from monazite.ledger.messages import CUMULATIVE, DELTA

Amount = Annotated[str, Field(max_length=40)]
"""A decimal as text."""
Word = Annotated[str, Field(min_length=1, max_length=64)]


class UsageGivenShape(Shape):
    """What a declaration of another customs system took of a line.

    quantity and value: more since the report before (delta), or all by then (cumulative); sequence:
    from 1, among the reports of that declaration about that line; substance: the element or oxide
    of which the quantity is the mass, empty for the goods themselves.
    """

    message_id: Word
    licence: Word
    line: Number
    declaration: Word
    semantics: Literal["delta", "cumulative"] = Field(description=f"{DELTA} or {CUMULATIVE}")
    sequence: Annotated[int, Field(ge=1, le=2**31 - 1)]
    as_of: Annotated[str, Field(max_length=40, description="With its offset from UTC.")]
    quantity: Amount
    unit: Word
    substance: Annotated[str, Field(max_length=8)] = ""
    value: Amount


class EntryShape(Shape):
    """An entry in the account of a line."""

    message_id: str
    kind: str
    quantity: str
    value: str
    uses: int
    on: str


class UsageShape(Shape):
    """A report as it is kept, and what it led to.

    quantity: in the line's unit; factor: by which it was converted, null where it was not; covered:
    a later total told all of it; owed: more was taken back than reported so far; missing: numbers
    of reports that have not come, first and last of each gap; not_borne: quantity and value that
    left beyond what the line bears, null where it bears all.
    """

    message_id: str
    quantity: str
    factor: str | None
    replayed: bool
    covered: bool
    owed: bool
    missing: list[list[int]]
    not_borne: dict[str, str] | None
    movements: list[EntryShape]


class WantedShape(Shape):
    """What a post may let go of a line: in its unit and currency; uses: how often."""

    licence: Word
    line: Number
    quantity: Amount
    value: Amount = "0"
    uses: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0


class SnapshotGivenShape(Shape):
    """For which post, for how many hours, and how much of which lines."""

    post: Word
    hours: Annotated[int, Field(ge=1, le=HOURS_MAX)]
    lines: Annotated[list[WantedShape], Field(min_length=1, max_length=LINES_MAX)]


class SnapshotRowShape(Shape):
    """A snapshot in a list; closed_at: since when nothing is set aside for it any more."""

    id: UUID
    post: str
    taken_at: datetime
    expires_at: datetime
    closed_at: datetime | None
    sha256: str


class SnapshotsShape(Shape):
    """The snapshots of your office, newest first."""

    items: list[SnapshotRowShape]


class OfflineExitShape(Shape):
    """What left by a snapshot, as its journal told it; conflicts: what people look into."""

    number: int
    reference: str
    left_at: datetime
    conflicts: list[str]


class SnapshotShape(SnapshotRowShape):
    """A snapshot with everything that came home of it."""

    exits: list[OfflineExitShape]


class MergedShape(Shape):
    """What a journal brought: new exits, and how many were known before."""

    exits: list[OfflineExitShape]
    known: int
    closed: bool


class GivenUpShape(Shape):
    """Why no journal will come home."""

    text: Said
