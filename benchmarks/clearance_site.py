"""The desk's own settings, with one address more: `clearance_urls`."""

from __future__ import annotations

from monazite.desk.settings import *  # noqa: F403 - Django's settings are the names of a module

ROOT_URLCONF = "benchmarks.clearance_urls"
