"""An index of the words that applications are found by."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from monazite.desk.events.engine_sql import run_sql


class Migration(migrations.Migration):
    """The engine's index."""

    dependencies: ClassVar = [("applications", "0002_append_only")]
    operations: ClassVar = [run_sql(__file__, "search")]
