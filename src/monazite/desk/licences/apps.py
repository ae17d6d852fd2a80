"""The Django application `licences`."""

from __future__ import annotations

from django.apps import AppConfig


class LicencesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.licences"
    label = "licences"
