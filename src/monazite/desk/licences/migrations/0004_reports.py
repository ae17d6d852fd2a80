"""Reports of other customs systems about licence lines; none is ever changed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import PROTECT

from monazite.desk.events.engine_sql import run_sql
from monazite.desk.exact import ExactDecimalField


class Migration(migrations.Migration):
    """A new table and its guards; no other table is touched."""

    dependencies: ClassVar = [
        ("licences", "0003_counted_entries"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False,
                                           verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("message_id", models.CharField(max_length=64, unique=True)),
                ("declaration", models.CharField(max_length=64)),
                ("semantics", models.CharField(max_length=16)),
                ("sequence", models.PositiveIntegerField()),
                ("as_of", models.DateTimeField()),
                ("quantity", ExactDecimalField()),
                ("value", ExactDecimalField()),
                ("given_quantity", ExactDecimalField()),
                ("given_unit", models.CharField(max_length=8)),
                ("substance", models.CharField(blank=True, max_length=8)),
                ("factor", ExactDecimalField(null=True)),
                ("said", models.JSONField()),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=PROTECT, related_name="+",
                                         to=settings.AUTH_USER_MODEL)),
                ("line", models.ForeignKey(on_delete=PROTECT, related_name="reports",
                                           to="licences.licenceline")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("line", "number"), name="report_number"),
                    models.UniqueConstraint(fields=("line", "declaration", "sequence"),
                                            name="report_sequence_once"),
                ],
            },
        ),
        run_sql(__file__, "append_only_reports"),
    ]  # fmt: skip
