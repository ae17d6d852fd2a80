"""What the planner has to know of queues, so that it walks their indexes and sorts nothing."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from monazite.desk.events.engine_sql import run_sql


class Migration(migrations.Migration):
    """Statistics of columns that say much about each other."""

    dependencies: ClassVar = [("cases", "0002_append_only")]
    operations: ClassVar = [run_sql(__file__, "queue")]
