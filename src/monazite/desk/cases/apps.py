"""The Django application `cases`."""

from __future__ import annotations

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.cases"
    label = "cases"
