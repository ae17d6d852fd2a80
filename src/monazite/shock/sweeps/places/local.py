"""Chunks on threads of this process: the engine lets go of Python while it runs."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from itertools import islice
from threading import Event
from typing import TYPE_CHECKING

from monazite.shock.sweeps.computing import compute

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from concurrent.futures import Future

    from monazite.shock.sweeps.computing import Failed, Task

_AHEAD = 2
"""Chunks that are under way or wait, by thread: more would only take memory."""


def computed(
    tasks: Iterable[Task], threads: int
) -> Generator[tuple[Task, bytes | Failed], None, None]:
    """Every task with its chunk, in whatever order they are done.

    Where the caller leaves off, what is under way is called off after its piece.
    """
    stop, left = Event(), iter(tasks)
    with ThreadPoolExecutor(threads) as pool:
        try:
            running: dict[Future[bytes | Failed], Task] = {}
            while True:
                for task in islice(left, threads * _AHEAD - len(running)):
                    running[pool.submit(compute, task, stop.is_set)] = task
                if not running:
                    return
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(done), done.result()
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
