"""Declarations as they come in, every value as text, and as they come out with what was found."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from monazite.customs.fields import MOST_ITEMS
from monazite.customs.procedure import machine
from monazite.desk.api.shapes.base import QueryShape, Shape
from monazite.desk.api.shapes.fault import FindingShape
from monazite.desk.api.shapes.scores import ScoreShape
from monazite.desk.api.shapes.values import Day, Number, RowId, Said
from monazite.desk.gate.listing import SIZE, SIZE_MAX, TEXT_MAX

_SEVERAL = 20
_DRAWS = 200
Word = Annotated[str, Field(max_length=2000)]
"""A value as typed: what is wrong with it is a finding, with its cure."""
ClockTime = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
"""A time of a day, such as 14:30."""


class PartyGivenShape(Shape):
    """Somebody on the papers."""

    name: Word | None = None
    name_native: Word | None = None
    country: Word | None = None
    identifier: Word | None = None
    address: Word | None = None


class DrawGivenShape(Shape):
    """So much of an item comes from a batch."""

    batch: Word | None = None
    mass_kg: Word | None = None


class ItemGivenShape(Shape):
    """One item; decimals as text; licences: the number under which it leaves, claim: why none."""

    description: Word | None = None
    form: Word | None = None
    technology: Word | None = None
    hs: Word | None = None
    control_code: Word | None = None
    contains: Word | None = Field(None, description='As in a ruling, such as "Nd=0.27,Dy=0.03".')
    only: Word | None = None
    without: list[Word] | None = Field(None, max_length=_SEVERAL)
    parameters: Word | None = None
    origin: Word | None = None
    quantity: Word | None = None
    unit: Word | None = None
    mass_kg: Word | None = None
    second_quantity: Word | None = None
    second_unit: Word | None = None
    value: Word | None = Field(None, description="FOB, in `currency`.")
    currency: Word | None = None
    licences: list[Word] | None = Field(None, max_length=_SEVERAL)
    licence_line: Word | None = None
    claim: Word | None = None
    draws: list[DrawGivenShape] | None = Field(None, max_length=_DRAWS)


class DeclarationGivenShape(Shape):
    """What is to leave; reference: your own, answered once for all."""

    regime: Word | None = None
    reference: Word | None = None
    series: Word | None = None
    mode: Word | None = None
    port: Word | None = None
    destination: Word | None = None
    arrival: Word | None = None
    via: list[Word] | None = Field(None, max_length=_SEVERAL)
    exporter: PartyGivenShape | None = None
    declarant: PartyGivenShape | None = None
    sender: PartyGivenShape | None = None
    consignee: PartyGivenShape | None = None
    end_user: PartyGivenShape | None = None
    end_use: Word | None = None
    military: Word | None = None
    contract: Word | None = None
    leaves_on: Word | None = None
    remarks: Word | None = None
    items: list[ItemGivenShape] = Field(default=[], max_length=MOST_ITEMS)


class SaidShape(Shape):
    """What is said with a step; seen: the `version` that you looked at, null for any."""

    text: Said
    seen: RowId | None = None


class LeftGivenShape(Shape):
    """How much of an item left, in the item's own unit."""

    item: Number
    quantity: Annotated[str, Field(pattern=r"^[0-9]{1,12}(\.[0-9]{1,6})?$")]


class ExitShape(Shape):
    """What left on a customs day of the regime; items that are not named left whole.

    at: at what time of that day, by the regime's clock.
    """

    on: Day
    at: ClockTime | None = None
    left: list[LeftGivenShape] = Field(default=[], max_length=MOST_ITEMS)
    seen: RowId | None = None


class CheckedItemShape(Shape):
    """What was found in an item; outcome: clear, look or stop; quantity, value: what it draws."""

    number: int
    outcome: str
    ruling: str | None
    licence: str | None
    licence_line: int | None
    quantity: str
    unit: str | None
    value: str
    currency: str | None
    findings: list[FindingShape]


class CheckedShape(Shape):
    """The gate's answer; nothing was kept."""

    outcome: str
    findings: list[FindingShape]
    items: list[CheckedItemShape]


class DeclarationRowShape(Shape):
    """A declaration in a list; version: what `seen` of a step takes."""

    id: UUID
    number: str
    reference: str
    version: int
    organisation: str
    office: str
    regime: str
    day: date
    state: str
    destination: str
    lodged_at: datetime
    exit_by: date | None
    exited_on: date | None


class DeclarationsShape(Shape):
    """A page of declarations, newest first; next: the cursor of the next page, null at the end."""

    items: list[DeclarationRowShape]
    next: str | None


class DeclarationsQuery(QueryShape):
    """Which declarations."""

    state: str = Field(
        "", description="One state.", json_schema_extra={"enum": ["", *machine().states]}
    )
    text: str = Field("", max_length=TEXT_MAX, description="How a number or a reference begins.")
    cursor: str = Field("", max_length=200, description="`next` of the page before.")
    limit: int = Field(SIZE, ge=1, le=SIZE_MAX, description="Declarations of a page.")


class LeftShape(Shape):
    """What really left of an item."""

    quantity: str
    mass_kg: str
    second_quantity: str | None
    value: str


class ItemShape(Shape):
    """An item as it was declared and checked; drawn: what it draws on its licence line."""

    number: int
    description: str
    hs: str
    quantity: str
    unit: str
    mass_kg: str
    value: str
    currency: str
    licence: str
    licence_line: int | None
    drawn_quantity: str
    drawn_value: str
    ruling: str
    outcome: str
    findings: list[FindingShape]
    left: LeftShape | None


class ActShape(Shape):
    """A step that somebody took, and what they said of it."""

    kind: str
    text: str
    at: datetime


class DeclarationShape(DeclarationRowShape):
    """A declaration; risk, score: null for the declarant, and where nobody scored it.

    risk without score: of the declaration that it replaces, until it is scored itself.
    """

    series: str
    mode: str
    port: str
    arrival: str
    findings: list[FindingShape]
    items: list[ItemShape]
    acts: list[ActShape]
    risk: int | None
    score: ScoreShape | None
    replaces: UUID | None
    replaced_by: UUID | None
