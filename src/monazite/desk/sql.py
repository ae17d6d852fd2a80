"""Look-ups of the busiest paths as text, which the engine prepares once.

The ORM builds each of its queries anew: 0.5 ms of a processor for a row that 0.15 ms fetch, and a
filing makes six (docs/adr/0011). What is read here once a request stays the ORM's everywhere else.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection, models

Model = TypeVar("Model", bound=models.Model)
Convert = Callable[[Any], Any]


def run(sql: str, values: Sequence[object]) -> int:
    """Execute a statement; how many rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(sql, [_given(value) for value in values])
        return int(cursor.rowcount)


def rows(sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """The rows of a query, as the engine gives them."""
    with connection.cursor() as cursor:
        cursor.execute(sql, [_given(value) for value in values])
        return list(cursor.fetchall())


def marks(values: Sequence[object]) -> str:
    """The list of `IN`; NULL, which equals nothing, for none."""
    return ", ".join(["%s"] * len(values)) or "NULL"


def found(model: type[Model], ident: uuid.UUID) -> Model | None:
    """The row of that key as a model, None where there is none."""
    sql, names, converters = _by_key(model, connection.vendor)
    for row in rows(sql, [ident]):
        values = list(row)
        for at, convert in converters:
            values[at] = convert(values[at])
        return model.from_db(connection.alias, names, values)
    return None


def key(value: object) -> uuid.UUID:
    """A key as it was read: SQLite keeps them as text."""
    return value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))


def _given(value: object) -> Any:  # noqa: ANN401 - what the engine takes
    return value.hex if isinstance(value, uuid.UUID) and connection.vendor == "sqlite" else value


@lru_cache
def _by_key(
    model: type[models.Model], _engine: str
) -> tuple[str, list[str], list[tuple[int, Convert]]]:
    """The text, the fields in its order, and what makes their values Python's."""
    fields = model._meta.concrete_fields  # noqa: SLF001 - Django's own name
    table = model._meta.db_table  # noqa: SLF001
    columns = ", ".join(f'"{field.column}"' for field in fields)
    sql = f'SELECT {columns} FROM "{table}" WHERE id = %s'  # noqa: S608 - names of our own
    converters = [(at, _converter(one)) for at, one in enumerate(fields) if _converters(one)]
    return sql, [field.attname for field in fields], converters


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
