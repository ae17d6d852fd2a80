"""The Django application `offline`."""

from __future__ import annotations

from django.apps import AppConfig


class OfflineConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.offline"
    label = "offline"
