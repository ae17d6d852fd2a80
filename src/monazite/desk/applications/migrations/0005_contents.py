"""Indexes for queues and figures: what is in a line, and what is asked of many applications."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models

from monazite.desk.events.engine_sql import run_sql


class Migration(migrations.Migration):
    """Added, not rebuilt: the tables keep their triggers on both engines."""

    dependencies: ClassVar = [("applications", "0004_items")]
    operations: ClassVar = [
        migrations.AddIndex(
            "application",
            models.Index(
                fields=["id"],
                include=[
                    "state", "destination", "organisation", "regime", "filed_at", "changed_at"
                ],
                name="application_facts",
            ),
        ),
        migrations.AddIndex(
            "filedline",
            models.Index(
                fields=["application"],
                include=["contains", "control_code"],
                name="filed_line_goods",
            ),
        ),
        run_sql(__file__, "contents"),
    ]  # fmt: skip
