"""Who a token speaks for."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from monazite.desk.api.shapes.base import Shape


class OrganisationShape(Shape):
    """A firm or an office; country: ISO2; duty: of an agency."""

    id: UUID
    kind: str
    name: str
    name_native: str
    country: str
    regime: str
    duty: str


class MeShape(Shape):
    """The person that a token speaks for, what they are, and what the token is for."""

    id: UUID
    name: str
    email: str
    language: Literal["en", "zh"]
    organisation: OrganisationShape
    roles: list[str]
    scopes: list[str]
