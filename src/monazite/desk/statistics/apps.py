"""The Django application `statistics`."""

from __future__ import annotations

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.statistics"
    label = "statistics"

    def ready(self) -> None:
        """Let `desk verify` see vintages and what was left out."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.events.replay import register  # noqa: PLC0415
        from monazite.desk.statistics.replay import EXCLUSION, VINTAGE  # noqa: PLC0415

        register("statistics_vintage", VINTAGE)
        register("statistics_exclusion", EXCLUSION)
