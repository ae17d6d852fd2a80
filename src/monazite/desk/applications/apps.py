"""The Django application `applications`."""

from __future__ import annotations

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.applications"
    label = "applications"

    def ready(self) -> None:
        """Let `desk verify` compare applications with their events."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.applications.replay import REPLAY  # noqa: PLC0415
        from monazite.desk.events.replay import register  # noqa: PLC0415

        register("application", REPLAY)
