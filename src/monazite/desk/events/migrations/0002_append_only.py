"""Events and checkpoints are only added; on PostgreSQL an event knows its transaction."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from monazite.desk.events.engine_sql import run_sql


class Migration(migrations.Migration):
    """Triggers, and the column `xid` that sealing goes by."""

    dependencies: ClassVar = [("events", "0001_initial")]
    operations: ClassVar = [run_sql(__file__, "append_only")]
