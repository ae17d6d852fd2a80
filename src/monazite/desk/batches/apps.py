"""The Django application `batches`."""

from __future__ import annotations

from django.apps import AppConfig


class BatchesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.batches"
    label = "batches"
