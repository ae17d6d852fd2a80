"""A vintage changes only by its chain; its cells stay as they were counted."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from monazite.desk.events.engine_sql import run_sql


class Migration(migrations.Migration):
    """Triggers of the engine."""

    dependencies: ClassVar = [
        ("events", "0002_append_only"),
        ("licences", "0002_append_only"),
        ("statistics", "0001_initial"),
    ]
    operations: ClassVar = [run_sql(__file__, "append_only")]
