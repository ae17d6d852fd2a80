"""The Django application `once`."""

from __future__ import annotations

from django.apps import AppConfig


class OnceConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.once"
    label = "once"
