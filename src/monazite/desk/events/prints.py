"""SHA-256 of rows: what an event tells of rows that belong to its aggregate.

An event that adds or changes such rows carries `rows`: {table: {key: SHA-256 of the row}}, as they
are after it. So the chain holds every column without repeating what somebody typed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.desk.events.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db import models

ROWS = "rows"
"""Where a payload tells of rows."""
_sorted = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def plain(value: object) -> object:
    """A value as JSON tells it, the same from every engine; what JSON lacks as text."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, datetime):
        value = value.astimezone(UTC)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, dict | list):
        return _sorted.encode(value)
    return str(value)


def text_sha256(text: str) -> str:
    """SHA-256 of a text that somebody typed."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Print:
    """Which columns of a table are told, by the names of its model."""

    columns: tuple[str, ...]

    def of(self, row: models.Model) -> str:
        """The print of a row at hand."""
        return self.read(getattr(row, name) for name in self.columns)

    def read(self, values: Iterable[Any]) -> str:
        """The print of a row's values, in the order of the columns."""
        told: Mapping[str, object] = {
            name: plain(value) for name, value in zip(self.columns, values, strict=True)
        }
        return text_sha256(canonical(told))
