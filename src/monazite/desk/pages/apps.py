"""The Django application `pages`."""

from __future__ import annotations

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.pages"
    label = "pages"
