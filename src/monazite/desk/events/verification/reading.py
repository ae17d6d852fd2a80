"""Events and rows as they stand in the database, whatever somebody put there.

Read below the ORM, which would stop at a value that cannot be: here such a value becomes one that
no event was hashed with.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection

from monazite.desk.events.models import Chained, Event
from monazite.desk.events.replay import registered
from monazite.desk.events.verification.values import Link, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 2_000
_LINK = ("aggregate_id", "seq", "aggregate_kind", "at", "actor", "via", "kind", "payload",
         "previous", "hash")  # fmt: skip
_NEVER = datetime.min.replace(tzinfo=UTC)


def aggregates() -> list[type[Chained]]:
    """The models whose rows have chains."""
    return [model for model in apps.get_models() if issubclass(model, Chained)]


def links() -> Iterator[Link]:
    """Every event, by aggregate and number."""
    for of, seq, kind, at, actor, via, event, payload, previous, head in _selected(
        Event, _LINK, "aggregate_id, seq"
    ):
        yield Link(
            _uuid(of), _whole(seq), str(kind), _time(at), actor and _uuid(actor), str(via),
            str(event), str(payload), _bytes(previous), _bytes(head),
        )  # fmt: skip


def rows() -> Iterator[Row]:
    """Every aggregate's row, by id."""
    yield from merge(*map(_rows, aggregates()), key=attrgetter("aggregate"))


def _rows(model: type[Chained]) -> Iterator[Row]:
    replay = registered(model.AGGREGATE)
    fields = (*replay.fields, *replay.hashed) if replay else ()
    hashed = replay.hashed if replay else {}
    columns: list[Any] = [model._meta.get_field(name) for name in fields]  # noqa: SLF001 - Django's own name
    names = ("id", "event_seq", "event_head", *(field.column for field in columns))
    for of, seq, head, *values in _selected(model, names, "id"):
        told = {
            field.attname: hashed[field.name](str(value))
            if field.name in hashed
            else _plain(field, value)
            for field, value in zip(columns, values, strict=True)
        }
        yield Row(_uuid(of), model.AGGREGATE, _whole(seq), _bytes(head), told)


def _selected(model: type[Any], columns: tuple[str, ...], order: str) -> Iterator[tuple[Any, ...]]:
    names = ", ".join(f'"{column}"' for column in columns)
    table = model._meta.db_table  # noqa: SLF001
    with connection.chunked_cursor() as cursor:
        cursor.execute(f'SELECT {names} FROM "{table}" ORDER BY {order}')  # noqa: S608 - our own names
        while chunk := cursor.fetchmany(_CHUNK):
            yield from chunk


def _plain(field: Any, value: object) -> object:  # noqa: ANN401 - Django's fields in general
    """A value of a column as its field has it on every engine."""
    kind = getattr(field, "target_field", field).get_internal_type()
    if value is None:
        return None
    if kind == "UUIDField":
        return str(_uuid(value))
    if kind == "DateTimeField":
        return _time(value)
    return bool(value) if kind == "BooleanField" else value


def _uuid(value: object) -> uuid.UUID:
    try:
        return value if isinstance(value, uuid.UUID) else uuid.UUID(hex=str(value))
    except ValueError:
        return uuid.UUID(int=0)


def _time(value: object) -> datetime:
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        return _NEVER
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else -1


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
