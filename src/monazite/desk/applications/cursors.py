"""Where a page of a list ends, so that the next begins there: a row's moment and its identity."""

from __future__ import annotations

import base64
import binascii
import uuid
from datetime import UTC, datetime

from monazite.errors import InputError


def said(at: datetime, ident: uuid.UUID) -> str:
    """The cursor after this row."""
    return base64.urlsafe_b64encode(f"{at.isoformat()}|{ident}".encode()).decode()


def told(cursor: str) -> tuple[datetime, uuid.UUID]:
    """The row that a cursor says, its moment in UTC; InputError for one that no page gave."""
    try:
        at, ident = base64.urlsafe_b64decode(cursor.encode()).decode().split("|")
        return moment(at), uuid.UUID(ident)
    except (ValueError, OverflowError, binascii.Error) as error:
        raise InputError("cursor", cursor[:80], "the cursor of the page before", "stale") from error


def moment(text: str) -> datetime:
    """In UTC; ValueError without an offset, OverflowError for one that UTC has no year for."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(text)
    return at.astimezone(UTC)
