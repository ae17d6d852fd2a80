"""`monazite desk worker`: what a site does in the background, until it is told to stop."""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import close_old_connections
from django.utils import timezone

from monazite.desk.applications.services import renew_all
from monazite.desk.cases.services import open_missing, renew_clocks
from monazite.desk.duties.explaining import look
from monazite.desk.duties.services import overdue
from monazite.desk.events import checkpoints
from monazite.desk.events.seal import Seal
from monazite.desk.gate.risk.scoring import score_waiting
from monazite.desk.gate.services import lapse_reservations
from monazite.desk.gate.services.challenging import unanswered
from monazite.desk.papers import unnamed
from monazite.desk.people import throttle
from monazite.desk.running import keys
from monazite.desk.watching.comparing import Comparing
from monazite.desk.watching.taking_up import take_up
from monazite.desk.watching.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOG = logging.getLogger("monazite.desk.worker")
_STALE_S = 24 * 3600.0
PART = ".part"
"""How the name of a file ends while it is written; left by a process that was killed, it goes."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something done every so many seconds; it answers with a line for the log, or with nothing."""

    name: str
    every_s: float
    run: Callable[[], str | None]


def seal() -> str | None:
    """Seal a checkpoint where one is due."""
    root = Path(settings.CHECKPOINTS_ROOT)
    checkpoints.complete(root)
    row = checkpoints.seal(keys.load(), root) if checkpoints.due() else None
    if row is None:
        return None
    sealed = Seal.read(row.document)
    return f"checkpoint {row.number}: {sealed.count} events of {len(sealed.heads)} aggregates"


def clean() -> str | None:
    """Remove unfinished files that nobody has touched for a day."""
    before = time.time() - _STALE_S
    roots = {Path(settings.PAPERS_ROOT), Path(settings.CHECKPOINTS_ROOT)}
    stale = [
        path
        for root in roots
        for path in root.rglob(f"*{PART}")
        if path.is_file() and path.stat().st_mtime < before
    ]
    for path in stale:
        path.unlink(missing_ok=True)
    return f"{len(stale)} unfinished files removed" if stale else None


def sweep() -> str | None:
    """Remove papers' files that no row names: an upload was cut off."""
    count = unnamed.sweep(Path(settings.PAPERS_ROOT))
    return f"{count} files that no paper names removed" if count else None


def renew() -> str | None:
    """Rule anew on what is open and was ruled on under another state of the law."""
    count = renew_all()
    return f"rulings of {count} applications renewed" if count else None


def count() -> str | None:
    """Count clocks anew whose calendar changed, and open what has no case yet."""
    opened, counted = open_missing(), renew_clocks()
    told = f"{opened} cases opened, {counted} clocks counted anew"
    return told if opened or counted else None


def score() -> str | None:
    """Score what may leave by the risk model in force; without a model nothing is scored."""
    count = score_waiting()
    return f"{count} declarations scored" if count else None


def lapse() -> str | None:
    """Free what was set aside for declarations that did not leave in time."""
    count = lapse_reservations()
    return f"{count} declarations lapsed" if count else None


def run_out() -> str | None:
    """Mark the challenges whose time for an answer is over; their goods stay where they are."""
    marked = unanswered()
    return f"{marked} challenges without an answer in time" if marked else None


def due() -> str | None:
    """Mark what was to be reported after goods left and was not."""
    count = overdue()
    return f"{count} reports are overdue" if count else None


def explain() -> str | None:
    """Set what left against the books of batches; what they cannot explain is a lead."""
    count = look()
    return f"{count} firms' books do not explain what left" if count else None


_COMPARING = Comparing()


def name() -> str | None:
    """Take up the parties that were named since the last look."""
    count = take_up()
    return f"{count} parties named for the first time" if count else None


def screen() -> str | None:
    """Compare every party that was not yet with the lists in force today."""
    count = _COMPARING.compare(timezone.now())
    return f"{count} parties compared with lists" if count else None


def alert() -> str | None:
    """Tell those who enforce where a party is named that is like an entry of a list."""
    count = tell()
    return f"alerts told of {count} places" if count else None


def forget() -> str | None:
    """Delete the sessions that have ended, and the counts of guesses that slow nobody down."""
    SessionStore.clear_expired()
    count = throttle.forget()
    return f"{count} counts of failed sign-ins forgotten" if count else None


JOBS = (
    Job("seal", 5, seal),
    Job("score", 10, score),
    Job("clean", 3600, clean),
    Job("sweep", 3600, sweep),
    Job("name", 10, name),
    Job("screen", 10, screen),
    Job("alert", 10, alert),
    Job("renew", 600, renew),
    Job("count", 600, count),
    Job("lapse", 600, lapse),
    Job("run_out", 600, run_out),
    Job("due", 3600, due),
    Job("explain", 24 * 3600, explain),
    Job("forget", 3600, forget),
)
"""Every job; a new one is a line here."""


def work(stop: threading.Event, jobs: Iterable[Job] = JOBS) -> None:
    """Do each job when its time has come until `stop` is set; one that fails is tried again."""
    due = dict.fromkeys(jobs, 0.0)
    while not stop.is_set():
        close_old_connections()
        for job, at in due.items():
            if time.monotonic() >= at and not stop.is_set():
                _do(job)
                due[job] = time.monotonic() + job.every_s
        stop.wait(max(0.0, min(due.values()) - time.monotonic()))
    close_old_connections()


def run() -> None:
    """Work until SIGTERM or SIGINT; what is being done is finished first."""
    logging.getLogger("monazite.desk").setLevel(logging.INFO)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    keys.load()
    work(stop)


_FAILED: dict[str, str] = {}
"""How each job failed last: what fails alike again is a line, not a page."""


def _do(job: Job) -> None:
    try:
        told = job.run()
    except Exception as error:  # noqa: BLE001 - a job that fails stops no other
        said = repr(error)
        if _FAILED.get(job.name) == said:
            _LOG.error("%s fails as before: %s", job.name, said)
        else:
            _LOG.exception("%s failed and is tried again", job.name)
        _FAILED[job.name] = said
        return
    _FAILED.pop(job.name, None)
    if told:
        _LOG.info(told)
