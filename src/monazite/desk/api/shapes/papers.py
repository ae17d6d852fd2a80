"""Papers as they come out."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import Field

from monazite.desk.api.shapes.base import Shape


class PaperShape(Shape):
    """A file of an application; of one that the caller may not read, name and hash are empty."""

    id: UUID
    name: str
    sha256: str
    size: int
    media_type: str
    scan: str = Field(description="clean or not_scanned: what is infected is not taken.")
    secret: bool = Field(description="As uploaded or as the form says: the stricter counts.")
    readable: bool
    uploaded_at: datetime


class PapersShape(Shape):
    """Every file of an application."""

    items: list[PaperShape]
