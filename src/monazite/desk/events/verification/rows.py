"""A row against what its events tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.desk.events.replay import Told
    from monazite.desk.events.verification.values import Row


def compared(row: Row, told: Told) -> Iterator[tuple[str, object, object]]:
    """Each field that is not as its events tell it: name, told, stands."""
    for name, value in told.items():
        if name in row.fields and plain(row.fields[name]) != plain(value):
            yield name, value, row.fields[name]


def plain(value: object) -> object:
    """A value as JSON tells it: dates in ISO form, everything that JSON lacks as text."""
    if value is None or isinstance(value, str | int):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
