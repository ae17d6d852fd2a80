"""Applications filed a second by 8 processes at once, against bare inserts of the same rows.

PostgreSQL with its own defaults (fsync on), beside the writers. A filing is what the API does for
a POST with an idempotency key: rights, pre-check with rulings, parties, lines, rulings, offices,
number, event, answer. The rival inserts the same rows in the same transactions through psycopg, in
one pipeline: it knows them all beforehand and checks nothing.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from benchmarks.measuring import ROOT, Result, in_turn, median, report, spread

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_PROCESSES, _DRAFTS, _TIMES = 8, 60, 9
_TARGET, _SHARE = 60, 0.3


def start() -> None:
    """Make Django ready on a PostgreSQL of our own."""
    import django

    sys.path.insert(0, str(ROOT / "tests"))
    from support import postgres

    postgres.start()
    os.environ["DJANGO_SETTINGS_MODULE"] = "monazite.desk.settings"
    os.environ |= {"MONAZITE_INSECURE": "1", "MONAZITE_HOSTS": "testserver"}
    os.environ.setdefault("MONAZITE_HOME", tempfile.mkdtemp(prefix="monazite-desk-"))
    django.setup()


def _writer(pipe: Connection) -> None:
    """A process that prepares and does one round after another, as it is told."""
    start()
    from benchmarks.desk_bare import Bare
    from benchmarks.desk_drafts import Filer

    arms: dict[str, Filer | Bare] = {"file": Filer(), "bare": Bare()}
    pipe.send(0)
    while (arm := pipe.recv()) is not None:
        work = arms[arm].prepared(_DRAFTS)
        pipe.send(0)
        pipe.recv()
        for one in work:
            one()
        pipe.send(0)


def _round(pipes: list[Connection], arm: str) -> float:
    """Filings a second, all writers together; what is prepared before does not count."""
    for message in (arm, "go"):
        start = time.perf_counter()
        for pipe in pipes:
            pipe.send(message)
        for pipe in pipes:
            pipe.recv()
    return _PROCESSES * _DRAFTS / (time.perf_counter() - start)


def _writers() -> list[Connection]:
    spawn = multiprocessing.get_context("spawn")
    pipes = []
    for _ in range(_PROCESSES):
        ours, theirs = spawn.Pipe()
        spawn.Process(target=_writer, args=(theirs,), daemon=True).start()
        pipes.append(ours)
    for pipe in pipes:
        pipe.recv()
    return pipes


def measure() -> list[Result]:
    """The time of a filing with 8 at work, and its share of the bare rate."""
    start()
    from benchmarks.desk_drafts import make

    make()
    pipes = _writers()
    for arm in ("file", "bare"):
        _round(pipes, arm)
    bare, filed = in_turn(_TIMES, lambda: _round(pipes, "bare"), lambda: _round(pipes, "file"))
    for pipe in pipes:
        pipe.send(None)
    share = median(filed) / median(bare)
    return [
        Result(
            "filing, 8 writers", 1000 / median(filed), "ms", 1000 / _TARGET,
            ratio=f"{median(filed):,.0f} a second",
            notes=(f"{spread(filed, '/s')}; a filing of 3 parties, 1 line, 11 papers",),
        ),
        Result(
            "filing, cost to bare inserts", 1 / share, "×", 1 / _SHARE,
            ratio=f"{share:.0%} of the bare rate",
            notes=(f"bare {median(bare):,.0f}/s ({spread(bare, '/s')})",),
        ),
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure)
