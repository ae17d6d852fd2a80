"""Licences as they come out, each line as an account."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape
from monazite.desk.licences.listing import SIZE, SIZE_MAX


class LicenceRowShape(Shape):
    """A licence in a list; reasons: every state that forbids its use today, the gravest first."""

    id: UUID
    number: str
    application: UUID
    reference: str
    organisation: str
    regime: str
    kind: str
    issued_at: datetime
    valid_from: date
    valid_until: date
    state: str
    usable: bool
    reasons: list[str]


class LicencesShape(Shape):
    """A page of licences, newest first; next: the cursor of the next page, null at the end."""

    items: list[LicenceRowShape]
    next: str | None


class LicencesQuery(QueryShape):
    """Which page."""

    cursor: str = Field("", max_length=200, description="`next` of the page before.")
    limit: int = Field(SIZE, ge=1, le=SIZE_MAX, description="Licences of a page.")


class AmountShape(Shape):
    """One amount of a line, decimals as text; granted, left: null where it does not control it."""

    granted: str | None
    reserved: str
    used: str
    given_back: str
    left: str | None


class SubPeriodShape(Shape):
    """No more than this in any stretch of so many days; null: not limited."""

    days: int
    quantity: str | None
    value: str | None


class LicenceLineShape(Shape):
    """A line and its account; quantity in `unit`, value in `currency`."""

    number: int
    description: str
    form: str
    contains: str
    control_code: str
    hs: str
    controlled_by: str = Field(description="quantity, value, both or open")
    unit: str
    currency: str
    quantity: AmountShape
    value: AmountShape
    uses: int
    uses_max: int | None
    uses_left: int | None
    sub_period: SubPeriodShape | None


class LicenceShape(LicenceRowShape):
    """A licence; terms: what is printed on it, terms_sha256: its fingerprint.

    verify: the address of the public page that says whether it is genuine; replaces, replaced_by:
    the licences before and after a change.
    """

    conditions: list[str]
    terms: dict[str, Any]
    terms_sha256: str
    verify: str
    replaces: UUID | None
    replaced_by: UUID | None
    lines: list[LicenceLineShape]


class PaperQuery(QueryShape):
    """In which language it is printed."""

    lang: Literal["en", "zh"] = Field("en", description="The language of the sheet.")
