"""The Django application `batches`."""

from __future__ import annotations

from django.apps import AppConfig


class BatchesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.batches"
    label = "batches"

    def ready(self) -> None:
        """Let `desk verify` see batches and quotas."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.batches.replay import BATCH, QUOTA  # noqa: PLC0415
        from monazite.desk.events.replay import register  # noqa: PLC0415

        register("batch", BATCH)
        register("quota", QUOTA)
