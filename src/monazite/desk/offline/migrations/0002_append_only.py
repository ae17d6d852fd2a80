"""A snapshot changes only by its chain; what it gave and what came home stay as they are."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from monazite.desk.events.engine_sql import run_sql


class Migration(migrations.Migration):
    """Triggers of the engine."""

    dependencies: ClassVar = [("licences", "0004_reports"), ("offline", "0001_initial")]
    operations: ClassVar = [run_sql(__file__, "append_only")]
