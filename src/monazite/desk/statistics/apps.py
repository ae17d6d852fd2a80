"""The Django application `statistics`."""

from __future__ import annotations

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.statistics"
    label = "statistics"
