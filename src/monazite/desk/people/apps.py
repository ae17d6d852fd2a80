"""The Django application `people`."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.people"
    label = "people"
