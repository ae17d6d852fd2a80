"""A party goes on by its chain; what was compared stays as it is."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from monazite.desk.events.engine_sql import run_sql


class Migration(migrations.Migration):
    """Triggers of the engine."""

    dependencies: ClassVar = [("licences", "0002_append_only"), ("screening", "0001_initial")]
    operations: ClassVar = [run_sql(__file__, "append_only")]
