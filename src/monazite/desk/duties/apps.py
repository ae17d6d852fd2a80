"""The Django application `duties`."""

from __future__ import annotations

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.duties"
    label = "duties"
