"""Look-ups of the busiest paths as text, which the engine prepares once.

The ORM builds each of its queries anew: 0.5 ms of a processor for a row that 0.15 ms fetch, and a
filing makes six (docs/adr/0011). What is read here once a request stays the ORM's everywhere else.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from django.db import connection, models

Model = TypeVar("Model", bound=models.Model)
Convert = Callable[[Any], Any]
Read = tuple[type[models.Model], tuple[str, ...]]
"""A model and the fields of it that are read; () for all."""


def run(sql: str, values: Sequence[object]) -> int:
    """Execute a statement; how many rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(sql, _given_all(values))
        return int(cursor.rowcount)


def rows(sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """The rows of a query, as the engine gives them."""
    with connection.cursor() as cursor:
        cursor.execute(sql, _given_all(values))
        return list(cursor.fetchall())


def marks(values: Sequence[object]) -> str:
    """The list of `IN`; NULL, which equals nothing, for none."""
    return ", ".join(["%s"] * len(values)) or "NULL"


def found(model: type[Model], ident: uuid.UUID) -> Model | None:
    """The row of that key as a model, None where there is none."""
    table = model._meta.db_table  # noqa: SLF001 - Django's own name
    text = f'SELECT {{columns}} FROM "{table}" t0 WHERE id = %s'  # noqa: S608 - names of our own
    found: list[tuple[Model]] = together(text, ((model, ()),), [ident])
    return found[0][0] if found else None


def together(sql: str, models: Sequence[Read], values: Sequence[object]) -> list[tuple[Any, ...]]:
    """The rows of a query as one model each for the tables t0, t1 …; None where a join found none.

    sql: with `{columns}`; models: each with the fields that are read, all of them where () says so.
    What the query reads after those columns follows as the engine gives it.
    """
    readers = [_reader(model, names, f"t{at}") for at, (model, names) in enumerate(models)]
    columns = ", ".join(reader.columns for reader in readers)
    return [_cut(row, readers) for row in rows(sql.format(columns=columns), values)]


def key(value: object) -> uuid.UUID:
    """A key as it was read: SQLite keeps them as text."""
    return value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))


def _given_all(values: Sequence[object]) -> Sequence[Any]:
    """Values as the engine takes them: SQLite keeps keys as text."""
    if connection.vendor != "sqlite":
        return values
    return [value.hex if isinstance(value, uuid.UUID) else value for value in values]


class _Reader(NamedTuple):
    """How rows of a table become models: the columns, their fields, and what converts values."""

    model: type[models.Model]
    columns: str
    names: list[str]
    converters: list[tuple[int, Convert]]

    def read(self, values: list[Any]) -> models.Model | None:
        """The model of a row's values; None where there was no row."""
        if values[0] is None:
            return None
        for at, convert in self.converters:
            values[at] = convert(values[at])
        return self.model.from_db(connection.alias, self.names, values)


def _reader(model: type[models.Model], names: tuple[str, ...], table: str) -> _Reader:
    return _prepared(model, names, table, connection.vendor)


@lru_cache
def _prepared(
    model: type[models.Model], names: tuple[str, ...], table: str, _engine: str
) -> _Reader:
    fields = [one for one in model._meta.concrete_fields if not names or one.attname in names]  # noqa: SLF001 - Django's own name
    columns = ", ".join(f'{table}."{one.column}"' for one in fields)
    converters = [(at, _converter(one)) for at, one in enumerate(fields) if _converters(one)]
    return _Reader(model, columns, [one.attname for one in fields], converters)


def _cut(row: tuple[Any, ...], readers: Sequence[_Reader]) -> tuple[Any, ...]:
    made: list[models.Model | None] = []
    at = 0
    for reader in readers:
        made.append(reader.read(list(row[at : at + len(reader.names)])))
        at += len(reader.names)
    return (*made, *row[at:])


def _converters(field: models.Field[Any, Any]) -> list[Any]:
    column = field.get_col(field.model._meta.db_table)  # noqa: SLF001
    return [*connection.ops.get_db_converters(column), *field.get_db_converters(connection)]


def _converter(field: models.Field[Any, Any]) -> Convert:
    column, steps = field.get_col(field.model._meta.db_table), _converters(field)  # noqa: SLF001

    def convert(value: object) -> object:
        for step in steps:
            value = step(value, column, connection)
        return value

    return convert
