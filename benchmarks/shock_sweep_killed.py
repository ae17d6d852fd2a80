"""100,000 scenarios undisturbed in process, and on a Dask cluster with one worker killed twice.

The case is that of April 2025 with a hundred variations of a thousand draws each. What is compared
are the bytes of the chunks' files.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Result, report

from monazite.shock.sweeps.reading import read
from monazite.shock.sweeps.sweeping import sweep

if TYPE_CHECKING:
    from monazite.shock.sweeps.spec import Spec

SPEC = """
scenario: seven-rare-earths-2025-04
vary:
  - {path: "friction[0].throughput", from: 10 %, to: 100 %, number: 10}
  - {path: "friction[0].review_weeks", from: 2, to: 20, number: 10}
draws: DRAWS
"""
_DRAWS, _WORKERS = 1000, 2
_AT = (0.2, 0.5)
"""Parts of the sweep after which a process of the first worker is killed."""


def measure(draws: int = _DRAWS) -> list[Result]:
    """Seconds of both, and how many of the chunks differ."""
    spec = read(SPEC.replace("DRAWS", str(draws)), Path())
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        sweep(spec, Path(folder, "here"))
        here = time.perf_counter() - start
        start = time.perf_counter()
        killed = _on_dask(spec, Path(folder, "there"))
        there = time.perf_counter() - start
        one, two = (sorted(Path(folder, name, "chunks").iterdir()) for name in ("here", "there"))
        pairs = zip(one, two, strict=True)
        differ = sum(a.read_bytes() != b.read_bytes() for a, b in pairs)
        size = sum(file.stat().st_size for file in one) / 1e6
    number = spec.scenarios
    told = f"{number / here:,.0f} scenarios a second on {os.cpu_count()} cores; {size:.0f} MB"
    return [
        Result(f"{number:,} scenarios in process", here, "s", None, told),
        Result(
            f"{number:,} scenarios, {_WORKERS} Dask workers, one killed {len(killed)} times", there,
            "s", None, f"processes killed: {', '.join(map(str, killed))}",
        ),
        Result("chunks that differ by a byte", differ, "", 0.0, f"of {len(one)}"),
    ]  # fmt: skip


def _on_dask(spec: Spec, folder: Path) -> list[int]:
    """Run it on a cluster, and kill; the processes that were killed."""
    from distributed import LocalCluster

    killed: list[int] = []

    def told(done: int, of: int) -> None:
        pid = cluster.workers[0].pid
        due = len(killed) < len(_AT) and done >= _AT[len(killed)] * of
        if due and pid is not None and pid not in killed:
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

    with LocalCluster(
        n_workers=_WORKERS, threads_per_worker=1, dashboard_address=None,
        silence_logs=logging.CRITICAL,
    ) as cluster:  # fmt: skip
        sweep(spec, folder, on=cluster.scheduler_address, told=told)
    return killed


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1].isdecimal():
        report(lambda: measure(int(sys.argv[1])))
    else:
        report(measure)
