"""What a worker of this machine's own cluster is told when it begins; loads Dask."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from distributed import WorkerPlugin

if TYPE_CHECKING:
    from distributed import Worker


class Deaf(WorkerPlugin):  # type: ignore[misc] # no type information is published
    """Ctrl-C in a terminal reaches every process of it, but only the driver answers it."""

    name = "deaf"

    def setup(self, worker: Worker) -> None:
        """Leave interrupts to the driver, which closes its workers."""
        del worker
        signal.signal(signal.SIGINT, signal.SIG_IGN)
