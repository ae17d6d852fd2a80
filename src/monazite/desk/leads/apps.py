"""The Django application `leads`."""

from __future__ import annotations

from django.apps import AppConfig


class LeadsConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.leads"
    label = "leads"
