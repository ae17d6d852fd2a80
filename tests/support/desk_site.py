"""Django made ready for tests of the desk, by the folders that need it and not before.

Named earlier, the settings would reach the workers before coverage counts, and every line that
runs at import would look untested.
"""

from __future__ import annotations

import os

import django


def ready() -> None:
    """Name the settings and load the models."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "support.desk_settings"
    django.setup()
