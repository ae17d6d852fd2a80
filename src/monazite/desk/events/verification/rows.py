"""Rows against what their events tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.events.prints import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from monazite.desk.events.replay import Belonging, Told
    from monazite.desk.events.verification.values import Row

Prints = dict[tuple[str, str], str]
"""SHA-256 of rows by table and key."""


def compared(row: Row, told: Told) -> Iterator[tuple[str, object, object]]:
    """Each field that is not as its events tell it: name, told, stands."""
    for name, value in told.items():
        if name in row.fields and plain(row.fields[name]) != plain(value):
            yield name, value, row.fields[name]


def told_of(rows: object) -> Prints:
    """What a payload tells of rows; ValueError where it is not of that shape."""
    if not isinstance(rows, dict):
        raise ValueError("rows are told by table")  # noqa: TRY004 - the event's fault, not a type's
    return {
        (table, key): str(sha256) for table, keys in rows.items() for key, sha256 in keys.items()
    }


def strayed(
    told: Mapping[tuple[str, str], str], stand: Iterable[Belonging]
) -> Iterator[tuple[str, str, str]]:
    """Each row that is not as the events tell it: what is wrong, its table and its key."""
    left = dict(told)
    for each in stand:
        expected = left.pop((each.table, each.key), None)
        if expected is None:
            yield "row_untold", each.table, each.key
        elif expected != each.sha256:
            yield "row_changed", each.table, each.key
    for table, key in left:
        yield "row_gone", table, key
