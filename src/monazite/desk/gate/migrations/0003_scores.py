"""What a risk model says of declarations; their risk changes as their chains go on."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models
from django.db.models.deletion import PROTECT

from monazite.desk.events.engine_sql import run_sql


class Migration(migrations.Migration):
    """A new table and its guards, and those of a declaration's risk; no row is touched."""

    dependencies: ClassVar = [("gate", "0002_append_only")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False,
                                           verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField()),
                ("model", models.CharField(max_length=64)),
                ("risk", models.PositiveSmallIntegerField()),
                ("by_item", models.JSONField()),
                ("held", models.BooleanField()),
                ("declaration", models.ForeignKey(
                    db_index=False, on_delete=PROTECT, related_name="scores",
                    to="gate.declaration",
                )),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("declaration", "number"), name="score_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("risk__lte", 100)), name="score_risk"
                    ),
                ],
            },
        ),
        run_sql(__file__, "append_only_scores"),
    ]  # fmt: skip
