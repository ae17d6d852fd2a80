"""The SQL of the gate, written by hand: every change of an aggregate waits for it.

On PostgreSQL the step of the row and its event are one statement and one round trip (the ORM's
two took the rate of events from 1.3 to 1.9 times the cost: docs/adr/0012). SQLite, which has
no round trips, knows no UPDATE inside another statement and takes two.
"""

from __future__ import annotations

import json
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import (
    AutoField,
    CharField,
    DateField,
    IntegerField,
    JSONField,
    TextField,
    UUIDField,
)

from monazite.desk.events.models import Chained, Event
from monazite.desk.exact import ExactDecimalField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.db.models import Field, Model

_BATCH = 1000
"""Rows of a statement where there are many."""
_PLACE = "WHERE id = %s AND event_seq = %s"


def insert(event: Event) -> None:
    """Add an event; IntegrityError where its place is taken."""
    columns, marks, values = _row(event)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO events_event ({columns}) VALUES ({marks})", values)  # noqa: S608


def create(aggregate: Chained, event: Event, rows: Sequence[Model]) -> None:
    """Insert an aggregate with its first event and rows of one other table."""
    if not _one_statement():
        aggregate.save(force_insert=True)
        insert(event)
        if rows:
            type(rows[0])._default_manager.bulk_create(rows)  # noqa: SLF001 - Django's own name
        return
    columns, marks, values = _row(event)
    groups = [_inserted(aggregate), *([_inserted_all(rows)] if rows else [])]
    made = ", ".join(f"made_{n} AS ({sql})" for n, (sql, _) in enumerate(groups))
    given = [value for _, each in groups for value in each]
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH {made} INSERT INTO events_event ({columns}) VALUES ({marks})",  # noqa: S608
            [*given, *values],
        )
    aggregate._state.adding, aggregate._state.db = False, connection.alias  # noqa: SLF001


def create_many(aggregates: Sequence[Chained], events: Sequence[Event]) -> None:
    """Insert aggregates of one table and their first events."""
    insert_many(aggregates)
    insert_many(events)
    for each in aggregates:
        each._state.adding, each._state.db = False, connection.alias  # noqa: SLF001


def insert_many(rows: Sequence[Model]) -> None:
    """Insert rows of one table; PostgreSQL copies them, without their numbers coming back.

    A statement of a thousand rows costs more to write than its rows (docs/adr/0017).
    """
    if not rows:
        return
    model = type(rows[0])
    if not _one_statement():
        model._default_manager.bulk_create(rows, batch_size=_BATCH)  # noqa: SLF001 - Django's own name
        return
    fields = _counted_apart(model)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = [_copied(field) for field in fields]
    sql = f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN'  # noqa: SLF001
    with connection.cursor() as cursor, cursor.copy(sql) as copy:
        for row in rows:
            copy.write_row([value(row) for value in values])


def _copied(field: Field[Any, Any]) -> Callable[[Model], Any]:
    """What reads a column's value off a row, as COPY takes it."""
    attribute = attrgetter(field.attname)
    if not isinstance(field, JSONField):
        return attribute
    return lambda row: json.dumps(attribute(row), ensure_ascii=False, cls=field.encoder)


def advance(aggregate: Chained, step: Mapping[str, object], event: Event) -> bool:
    """Write a step of an aggregate's row and its event; False, and nothing, where it moved on."""
    fields: list[Any] = [aggregate._meta.get_field(name) for name in step]  # noqa: SLF001 - Django's own name
    sets = ", ".join(f'"{field.column}" = %s' for field in fields)
    update = f'UPDATE "{aggregate._meta.db_table}" SET {sets} {_PLACE}'  # noqa: S608, SLF001
    values = [
        *(_stored(field, value) for field, value in zip(fields, step.values(), strict=True)),
        _stored(aggregate._meta.pk, aggregate.pk),  # noqa: SLF001
        aggregate.event_seq,
    ]
    return _together(update, values, event) if _one_statement() else _in_turn(update, values, event)


def _together(update: str, values: list[Any], event: Event) -> bool:
    columns, marks, row = _row(event)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH moved AS ({update} RETURNING 1) "  # noqa: S608 - names of our own tables
            f"INSERT INTO events_event ({columns}) SELECT {marks} FROM moved",
            [*values, *row],
        )
        return bool(cursor.rowcount == 1)


def _in_turn(update: str, values: list[Any], event: Event) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(update, values)
        if cursor.rowcount != 1:
            return False
    insert(event)
    return True


def _inserted(row: Model) -> tuple[str, list[Any]]:
    """The INSERT of a row, without the key that the database counts."""
    model = type(row)
    fields = _counted_apart(model)
    marks = ", ".join(["%s"] * len(fields))
    values = [_stored(field, getattr(row, field.attname)) for field in fields]
    return f'INSERT INTO "{model._meta.db_table}" ({_columns(model)}) VALUES ({marks})', values  # noqa: S608, SLF001


def _inserted_all(rows: Sequence[Model]) -> tuple[str, list[str]]:
    """The INSERT of rows of one table as one value."""
    model = type(rows[0])
    fields = _counted_apart(model)
    told = [{field.column: getattr(row, field.attname) for field in fields} for row in rows]
    return _of_document(model), [json.dumps(told, ensure_ascii=False, default=str)]


@lru_cache
def _of_document(model: type[Model]) -> str:
    """The same text however many rows there are: it is prepared once.

    PostgreSQL reads every value as the column's own type.
    """
    fields = _counted_apart(model)
    types = ", ".join(f'"{field.column}" {field.db_type(connection)}' for field in fields)
    return (
        f'INSERT INTO "{model._meta.db_table}" ({_columns(model)})'  # noqa: S608, SLF001
        f" SELECT {_columns(model)} FROM json_to_recordset(%s) AS rows ({types})"
    )


@lru_cache
def _columns(model: type[Model]) -> str:
    return ", ".join(f'"{field.column}"' for field in _counted_apart(model))


@lru_cache
def _counted_apart(model: type[Model]) -> list[Any]:
    """The fields of a table without keys that the database counts."""
    return [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]  # noqa: SLF001


def _one_statement() -> bool:
    return connection.vendor == "postgresql"


@lru_cache
def _event_fields() -> tuple[tuple[Field[Any, Any], ...], str]:
    fields = tuple(field for field in Event._meta.concrete_fields if not field.primary_key)  # noqa: SLF001
    return fields, ", ".join(f'"{field.column}"' for field in fields)


@lru_cache
def _marks(engine: str) -> str:
    """Placeholders; PostgreSQL is told the types, which a SELECT does not take from its columns."""
    fields, _ = _event_fields()
    cast = "::{}" if engine == "postgresql" else ""
    return ", ".join("%s" + cast.format(field.db_type(connection)) for field in fields)


def _row(event: Event) -> tuple[str, str, list[Any]]:
    fields, columns = _event_fields()
    values = [_stored(field, getattr(event, field.attname)) for field in fields]
    return columns, _marks(connection.vendor), values


_AS_IT_IS = (CharField, DateField, ExactDecimalField, IntegerField, TextField, UUIDField)
"""Fields whose values PostgreSQL takes as they are: times are aware, numbers are numbers."""


def _stored(field: Any, value: object) -> object:  # noqa: ANN401 - Django's fields in general
    """A value as the engine takes it; a row of another table as its key."""
    if _one_statement() and isinstance(field, _AS_IT_IS):
        return value
    key = getattr(value, "pk", value)
    return field.get_db_prep_save(key, connection)
