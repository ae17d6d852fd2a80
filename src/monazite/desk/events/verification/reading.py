"""Events and rows as they stand in the database, whatever somebody put there.

Read below the ORM, which would stop at a value that cannot be: here such a value becomes one that
no event was hashed with.
"""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from decimal import Decimal
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection

from monazite.desk.events.models import Chained
from monazite.desk.events.replay import Belonging, every, registered
from monazite.desk.events.verification.values import Link, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.desk.events.prints import Print

_CHUNK = 2_000
_PLACES = 6
_LINK = ("aggregate_id", "seq", "aggregate_kind", "at", "actor", "via", "kind", "payload",
         "previous", "hash")  # fmt: skip
_NEVER = datetime.min.replace(tzinfo=UTC)


def aggregates() -> list[type[Chained]]:
    """The models whose rows have chains."""
    return [model for model in apps.get_models() if issubclass(model, Chained)]


def links() -> Iterator[Link]:
    """Every event, by aggregate and number."""
    postgresql = connection.vendor == "postgresql"
    columns = ", ".join(_LINK) + (", xid::text::bigint" if postgresql else ", id")
    for of, seq, kind, at, actor, via, event, payload, previous, head, place in selected(
        f"SELECT {columns} FROM events_event ORDER BY aggregate_id, seq"  # noqa: S608 - our own names
    ):
        yield Link(
            identity(of), _whole(seq), str(kind), moment(at), actor and identity(actor), str(via),
            str(event), str(payload), _bytes(previous), _bytes(head), _whole(place),
        )  # fmt: skip


def rows() -> Iterator[Row]:
    """Every aggregate's row, by id."""
    yield from merge(*map(_rows, aggregates()), key=attrgetter("aggregate"))


def _rows(model: type[Chained]) -> Iterator[Row]:
    replay = registered(model.AGGREGATE)
    fields = (*replay.fields, *replay.hashed) if replay else ()
    hashed = replay.hashed if replay else {}
    columns: list[Any] = [model._meta.get_field(name) for name in fields]  # noqa: SLF001 - Django's own name
    names = ["id", "event_seq", "event_head", *(field.column for field in columns)]
    table = model._meta.db_table  # noqa: SLF001
    listed = ", ".join(f'"{name}"' for name in names)
    for of, seq, head, *values in selected(f'SELECT {listed} FROM "{table}" ORDER BY id'):  # noqa: S608
        told = {
            field.attname: hashed[field.name](str(value))
            if field.name in hashed
            else stored(field, value)
            for field, value in zip(columns, values, strict=True)
        }
        yield Row(identity(of), model.AGGREGATE, _whole(seq), _bytes(head), told)


def belongings() -> Iterator[Belonging]:
    """Every row that belongs to an aggregate, by aggregate."""
    streams = (read() for replay in every() for read in replay.belongings)
    yield from merge(*streams, key=attrgetter("aggregate"))


def printed(model: type[Any], told: Print, select: str, order: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table `t`: what `select` names, then the row's SHA-256.

    select: columns and joins, such as "t.application_id, t.number FROM {t}".
    """
    fields: list[Any] = [_field(model, name) for name in told.columns]
    listed = ", ".join(f't."{field.column}"' for field in fields)
    named, _, joined = select.format(t=f'"{model._meta.db_table}" t').partition(" FROM ")  # noqa: SLF001
    count = named.count(",") + 1
    for row in selected(f"SELECT {named}, {listed} FROM {joined} ORDER BY {order}"):  # noqa: S608 - our own names
        values = map(stored, fields, row[count:])
        yield *row[:count], told.read(values)


def _field(model: type[Any], attname: str) -> Any:  # noqa: ANN401 - Django's fields in general
    (found,) = (each for each in model._meta.concrete_fields if each.attname == attname)  # noqa: SLF001
    return found


def selected(sql: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, a few at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while chunk := cursor.fetchmany(_CHUNK):
            yield from chunk


def stored(field: Any, value: object) -> object:  # noqa: ANN401 - Django's fields in general
    """A value of a column as its field has it on every engine."""
    kind = getattr(field, "target_field", field).get_internal_type()
    if value is None:
        return None
    if kind == "UUIDField":
        return str(identity(value))
    if kind == "JSONField":
        return _document(value)
    if kind == "ExactDecimalField":
        return _exact(value)
    if kind == "DateTimeField":
        return moment(value)
    return bool(value) if kind == "BooleanField" else value


def _document(value: object) -> object:
    try:
        return json.loads(str(value))
    except ValueError:
        return None


def _exact(value: object) -> object:
    """SQLite keeps millionths (`desk.exact`)."""
    return Decimal(value).scaleb(-_PLACES) if isinstance(value, int) else value


def identity(value: object) -> uuid.UUID:
    """A key as it lies there; the nil UUID where it is none."""
    try:
        return value if isinstance(value, uuid.UUID) else uuid.UUID(hex=str(value))
    except ValueError:
        return uuid.UUID(int=0)


def moment(value: object) -> datetime:
    """A moment as it lies there, in UTC; the first of all where it is none."""
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        return _NEVER
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else -1


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
