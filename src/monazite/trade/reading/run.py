"""Reading side by side: two threads read and check pieces, their order is kept."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

THREADS = 2
AHEAD = 4
"""How many pieces may be read before the first of them is taken."""
T = TypeVar("T")


def in_order(tasks: Iterable[Callable[[], T]]) -> Iterator[T]:
    """The results of tasks in their order, while others already run."""
    with ThreadPoolExecutor(THREADS) as pool:
        running: deque[Future[T]] = deque()
        try:
            for task in tasks:
                running.append(pool.submit(task))
                if len(running) >= AHEAD:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:
            for one in running:
                one.cancel()
