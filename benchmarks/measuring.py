"""How everything here is measured: medians, whole processes with their peak memory, one result.

This module imports nothing heavy: the peak memory of a child counts from what its parent held.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parent.parent
MONAZITE = str(Path(sys.executable).parent / "monazite")
RULE = (
    MONAZITE, "rule", "--form", "magnet", "--contains", "Nd,Fe,B,Dy=0.02",
    "--from", "CN", "--to", "US", "--on", "2025-06-10",
)  # fmt: skip
PASS, SHORT, TOLD = "pass", "fall short", "told"


@dataclass(frozen=True, slots=True)
class Result:
    """One measured number; a target is the most that it may be, None where it is only told."""

    name: str
    measured: float
    unit: str
    target: float | None = None
    ratio: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def verdict(self) -> str:
        """Pass, fall short, or told where there is no target."""
        if self.target is None:
            return TOLD
        return PASS if self.measured <= self.target else SHORT

    def document(self) -> dict[str, Any]:
        """The result as JSON, with its verdict."""
        return {**asdict(self), "verdict": self.verdict}


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to end: wall time, peak resident memory, what it printed."""

    seconds: float
    peak_gb: float
    printed: str


def run(command: Sequence[str], env: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end; CalledProcessError where it fails."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, **(env or {})}
    ) as process:
        printed = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, printed)
    # The system counts kilobytes, on macOS bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, used.ru_maxrss * unit / 1e9, printed.decode())


def python(*arguments: str) -> tuple[str, ...]:
    """The command of this interpreter with arguments."""
    return (sys.executable, *arguments)


def seconds_of(work: Callable[[], object]) -> float:
    """The wall time of a piece of work in this process."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(times: int, *works: Callable[[], float]) -> list[list[float]]:
    """What several works measure, one after another in turn, so that a busy moment meets all."""
    rounds = [[work() for work in works] for _ in range(times)]
    return [list(column) for column in zip(*rounds, strict=True)]


def spread(values: Sequence[float], unit: str) -> str:
    """The lowest and the highest of what was measured."""
    return f"{min(values):.3g} to {max(values):.3g} {unit} in {len(values)} runs"


def report(measure: Callable[[], list[Result]]) -> None:
    """Print what a benchmark measures, a line a number, or as JSON for `run.py`."""
    results = measure()
    if "--json" in sys.argv:
        print(json.dumps([result.document() for result in results]))
        return
    for result in results:
        limit = "" if result.target is None else f" (at most {result.target:g}: {result.verdict})"
        print(f"{result.name}: {result.measured:.3g} {result.unit}{limit} {result.ratio}")
        for note in result.notes:
            print(f"    {note}")


__all__ = [
    "MONAZITE", "PASS", "ROOT", "RULE", "SHORT", "TOLD", "Result", "Run", "in_turn", "median",
    "python", "report", "run", "seconds_of", "spread",
]  # fmt: skip
