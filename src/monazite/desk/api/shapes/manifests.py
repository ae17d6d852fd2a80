"""Manifests as they come in and as they were answered."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape
from monazite.desk.api.shapes.declarations import DeclarationGivenShape, DeclarationShape
from monazite.desk.api.shapes.fault import FindingShape
from monazite.desk.gate.manifest_listing import SIZE, SIZE_MAX
from monazite.desk.gate.manifest_source import REFERENCE_MAX

_MOST = 200_000
Mode = Literal["all", "each"]


class ManifestGivenShape(Shape):
    """Declarations as each is lodged alone; mode all: nothing is lodged unless everything goes."""

    reference: str = Field(max_length=REFERENCE_MAX, description="Your own, once for all.")
    mode: Mode
    declarations: list[DeclarationGivenShape] = Field(max_length=_MOST)


class ManifestShape(Shape):
    """A manifest; lines: its items; cleared, held, refused, unlodged: declarations by answer."""

    id: UUID
    reference: str
    organisation: str
    office: str
    regime: str
    mode: str
    sha256: str
    lodged_at: datetime
    lines: int
    cleared: int
    held: int
    refused: int
    unlodged: int


class ManifestsShape(Shape):
    """A page of manifests, newest first; next: the cursor of the next page, null at the end."""

    items: list[ManifestShape]
    next: str | None


class AnswersShape(Shape):
    """A page of a manifest's declarations, as they stand now."""

    items: list[DeclarationShape]
    next: str | None


class UnlodgedShape(Shape):
    """A declaration that could not be kept; rows: of the file, the header as 1."""

    reference: str
    rows: list[int]
    findings: list[FindingShape]


class AllUnlodgedShape(Shape):
    """A page of what could not be kept of a manifest, in its order."""

    items: list[UnlodgedShape]
    next: str | None


class ManifestPageQuery(QueryShape):
    """Which page."""

    cursor: str = Field("", max_length=200, description="`next` of the page before.")
    limit: int = Field(SIZE, ge=1, le=SIZE_MAX, description="Rows of a page.")
