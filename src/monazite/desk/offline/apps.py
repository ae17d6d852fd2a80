"""The Django application `offline`."""

from __future__ import annotations

from django.apps import AppConfig


class OfflineConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.offline"
    label = "offline"

    def ready(self) -> None:
        """Let `desk verify` see snapshots."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.events.replay import register  # noqa: PLC0415
        from monazite.desk.offline.replay import SNAPSHOT  # noqa: PLC0415

        register("snapshot", SNAPSHOT)
