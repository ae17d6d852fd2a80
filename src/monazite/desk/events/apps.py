"""The Django application `events`."""

from __future__ import annotations

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.events"
    label = "events"
