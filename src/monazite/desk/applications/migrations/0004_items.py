"""An index of filed lines by item: earlier cases of the same item are found at once."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Added, not rebuilt: the table keeps its triggers on both engines."""

    dependencies: ClassVar = [("applications", "0003_search")]
    operations: ClassVar = [
        migrations.AddIndex(
            "filedline",
            models.Index(fields=["control_code", "form", "id"], name="filed_line_item"),
        )
    ]
