"""Who is owned by listed parties, in a register of 1,000,000 parties and 1,500,000 holdings.

CPU seconds of one thread: the graph from arrays, the cascade of the rule, the integrated shares.
Beside it the same rule as people write it first: all holdings multiplied anew until nothing
changes, in scipy. The register is made at random, with large cycles, which real ones have not.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

os.environ["OMP_NUM_THREADS"] = "1"  # before numpy is loaded

import numpy as np
from benchmarks.measuring import Result, report

from monazite.watch.ownership.cascade import Way, cascade
from monazite.watch.ownership.graph import of_arrays
from monazite.watch.ownership.integrated import integrated
from monazite.watch.ownership.shares import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.watch.ownership.graph import Graph, Ints

PARTIES, HOLDINGS, LISTED = 1_000_000, 1_500_000, 10_000
TARGET = 2.0
_HALF = PARTS // 2


def register(seed: int) -> tuple[Ints, Ints, Ints]:
    """Owners, owned and parts: shares in each party add up to between half and all of it."""
    rng = np.random.default_rng(seed)
    owners, owned = rng.integers(0, PARTIES, (2, HOLDINGS))
    weights = rng.uniform(0.05, 1, HOLDINGS)
    total = np.bincount(owned, weights, PARTIES)[owned]
    parts = (weights / total * rng.uniform(0.5, 1, PARTIES)[owned] * PARTS).astype(np.int64)
    return owners, owned, parts


def multiplied(graph: Graph, listed: list[int]) -> int:
    """The rival: b = listed or A'b >= 1/2 with all holdings in every round; how many it reaches."""
    from scipy.sparse import csr_array

    shape = (PARTIES, PARTIES)
    upward = csr_array((graph.parts, (graph.owned, graph.owners)), shape=shape)
    start = np.zeros(PARTIES, dtype=np.int64)
    start[listed] = 1
    reached = start
    while True:
        new = np.maximum(start, (upward @ reached >= _HALF).astype(np.int64))
        if np.array_equal(new, reached):
            return int(new.sum())
        reached = new


def _seconds(work: Callable[[], object]) -> tuple[float, object]:
    begun = time.process_time()
    found = work()
    return time.process_time() - begun, found


def measure() -> list[Result]:
    """Graph, cascade and integrated shares, and the rival on the same graph."""
    rows = register(1)
    listed = np.random.default_rng(2).choice(PARTIES, LISTED, replace=False).tolist()
    built, graph = _seconds(lambda: of_arrays(range(PARTIES), *rows))  # type: ignore[arg-type]
    ruled, levels = _seconds(lambda: cascade(graph, listed, Way(_HALF)))  # type: ignore[arg-type]
    shared, _ = _seconds(lambda: integrated(graph, listed))  # type: ignore[arg-type]
    rival, reached = _seconds(lambda: multiplied(graph, listed))  # type: ignore[arg-type]
    if len(levels) != reached:  # type: ignore[arg-type]
        raise ArithmeticError("the two ways reach different parties")
    size = f"{PARTIES:,} parties, {HOLDINGS:,} holdings, {LISTED:,} listed, {reached:,} reached"
    return [
        Result(
            "ownership: graph, rule and integrated shares", built + ruled + shared, "s CPU", TARGET,
            notes=(size, f"graph {built:.2f} s, rule {ruled:.2f} s, integrated {shared:.2f} s"),
        ),
        Result(
            "ownership: the rule alone", ruled, "s CPU",
            ratio=f"{rival / ruled:.0f} x the speed of multiplying all holdings in every round",
        ),
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure)
