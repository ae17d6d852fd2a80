"""The Django application `gate`."""

from __future__ import annotations

from django.apps import AppConfig


class GateConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.gate"
    label = "gate"
