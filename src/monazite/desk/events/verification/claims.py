"""What all checkpoints say of all aggregates, sorted; on disk, for it can be more than memory."""

from __future__ import annotations

import sqlite3
import tempfile
import uuid
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.desk.events.verification.values import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.desk.events.seal import Seal

_TABLE = "CREATE TABLE claim (aggregate BLOB, number INTEGER, kind TEXT, seq INTEGER, head BLOB)"


class Claims:
    """A heap that is filled seal by seal and read in the order of aggregate and checkpoint."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(_TABLE)

    def add(self, seal: Seal) -> None:
        """Add what a checkpoint says."""
        self._connection.executemany(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?)",
            ((of.bytes, seal.number, kind, seq, head) for kind, of, seq, head in seal.heads),
        )

    def __iter__(self) -> Iterator[Claim]:
        for of, *rest in self._connection.execute("SELECT * FROM claim ORDER BY aggregate, number"):
            yield Claim(uuid.UUID(bytes=of), *rest)


@contextmanager
def spooled() -> Iterator[Claims]:
    """A heap in a temporary folder, gone when it was read."""
    with (
        tempfile.TemporaryDirectory(prefix="monazite-verify-") as folder,
        closing(sqlite3.connect(Path(folder) / "claims")) as connection,
    ):
        yield Claims(connection)
