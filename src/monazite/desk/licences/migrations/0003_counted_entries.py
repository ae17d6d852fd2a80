"""A line counts its entries, and how often it was bound; PostgreSQL writes an entry by itself.

A movement is found by its line's numbers and by its message; its other indexes go.

The columns are added in SQL: Django would build the table anew on SQLite, and its guards would go.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import migrations, models

from monazite.desk.events.engine_sql import run_sql

_LINE = "licences_licenceline"
_COUNTS = {
    "entries": "licences_movement WHERE line_id = licences_licenceline.id",
    "bindings": (
        "events_event WHERE aggregate_id = licences_licenceline.id"
        " AND kind IN ('bound', 'carried_on')"
    ),
}


def _counted(column: str, counted: str) -> migrations.RunSQL:
    new = f"integer NOT NULL DEFAULT 0 CHECK ({column} >= 0)"
    return migrations.RunSQL(
        [
            f"ALTER TABLE {_LINE} ADD COLUMN {column} {new}",
            f"UPDATE {_LINE} SET {column} = (SELECT count(*) FROM {counted})",  # noqa: S608 - names of our own tables
        ],
        state_operations=[
            migrations.AddField("licenceline", column, models.PositiveIntegerField(default=0))
        ],
    )


def _without_index(name: str, **more: Any) -> migrations.AlterField:  # noqa: ANN401 - Django's options
    """Its index is dropped in SQL."""
    to = models.ForeignKey(on_delete=models.PROTECT, db_index=False, **more)
    return migrations.AlterField("movement", name, to)


_UNFOUND: dict[str, dict[str, Any]] = {
    "line": {"related_name": "movements", "to": "licences.licenceline"},
    "by": {"related_name": "+", "to": settings.AUTH_USER_MODEL, "null": True},
    "carried_from": {"related_name": "+", "to": "licences.licenceline", "null": True},
}


class Migration(migrations.Migration):
    """The columns, with what stands; the function."""

    dependencies: ClassVar = [("events", "0002_append_only"), ("licences", "0002_append_only")]
    operations: ClassVar = [
        *(_counted(column, counted) for column, counted in _COUNTS.items()),
        run_sql(__file__, "enter"),
        migrations.SeparateDatabaseAndState(
            state_operations=[_without_index(name, **more) for name, more in _UNFOUND.items()]
        ),
    ]
