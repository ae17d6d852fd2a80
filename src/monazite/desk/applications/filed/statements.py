"""The rows of a filing written together.

On PostgreSQL they are one statement and one round trip: four of the ORM's cost a third of the whole
filing. SQLite, which has no round trips and no INSERT inside another statement, takes the ORM's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, models

from monazite.desk.applications.models import FiledLine, FiledParty, LineRuling, NamedOffice

Part = tuple[str, list[Any]]


def write(
    parties: Sequence[FiledParty],
    offices: Sequence[NamedOffice],
    lines: Sequence[FiledLine],
    rulings: Sequence[LineRuling],
) -> None:
    """Insert them; each ruling holds the line, of these, that it is of."""
    if connection.vendor == "postgresql":
        _together([*filter(None, (parties, offices))], lines, rulings)
        return
    FiledParty.objects.bulk_create(parties)
    NamedOffice.objects.bulk_create(offices)
    FiledLine.objects.bulk_create(lines)  # gives the lines their ids
    for ruling in rulings:
        ruling.line_id = ruling.line.pk
    LineRuling.objects.bulk_create(rulings)


def _together(
    groups: list[Sequence[models.Model]], lines: Sequence[FiledLine], rulings: Sequence[LineRuling]
) -> None:
    parts = {f"group_{n}": _insert(rows) for n, rows in enumerate(groups)}
    laid, values = _insert(lines)
    parts["laid"] = f"{laid} RETURNING id, number", values
    last, more = _rulings(rulings) if rulings else ("SELECT 1", [])
    made = ", ".join(f"{name} AS ({sql})" for name, (sql, _) in parts.items())
    arguments = [value for _, given in parts.values() for value in given]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {made} {last}", [*arguments, *more])


def _insert(rows: Sequence[models.Model]) -> Part:
    model = type(rows[0])
    columns, _ = _columns(model)
    mark = f"({', '.join(['%s'] * len(_fields(model)))})"
    marks = ", ".join([mark] * len(rows))
    sql = f"INSERT INTO {model._meta.db_table} ({columns}) VALUES {marks}"  # noqa: S608, SLF001
    return sql, [value for row in rows for value in _values(row)]


def _rulings(rulings: Sequence[LineRuling]) -> Part:
    """The rulings, each joined to the id that its line has just been given."""
    columns, typed = _columns(LineRuling)
    marks = ", ".join([f"(%s::int, {typed})"] * len(rulings))
    named = ", ".join(f"ruled.{name}" for name in columns.split(", ")[1:])
    sql = (
        f"INSERT INTO {LineRuling._meta.db_table} ({columns}) SELECT laid.id, {named}"  # noqa: S608, SLF001
        f" FROM (VALUES {marks}) AS ruled (number, {columns}) JOIN laid USING (number)"
    )
    return sql, [value for row in rulings for value in (row.line.number, *_values(row))]


@lru_cache
def _fields(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    return tuple(field for field in model._meta.concrete_fields if not field.primary_key)  # noqa: SLF001


@lru_cache
def _columns(model: type[models.Model]) -> tuple[str, str]:
    """The columns, the line of a ruling first, and a typed mark for each."""
    fields = _fields(model)
    names = ", ".join(f'"{field.column}"' for field in fields)
    return names, ", ".join(f"%s::{field.db_type(connection)}" for field in fields)


def _values(row: models.Model) -> list[Any]:
    fields = _fields(type(row))
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
