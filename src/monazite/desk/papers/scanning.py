"""The virus scanner: a command of the site that is given the file's path."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

from monazite.desk.applications.errors import PaperRefused

CLEAN, NOT_SCANNED = "clean", "not_scanned"
SECONDS_MAX = 60
_ANSWERS = {0: CLEAN, 1: "infected"}


def scan(path: Path, command: str, seconds: float = SECONDS_MAX) -> str:
    """clean, or not_scanned where the site has no scanner; PaperRefused for all else."""
    if not command:
        return NOT_SCANNED
    ended = _ended(path, command, seconds)
    answer = None if ended is None else _ANSWERS.get(ended)
    if answer is None:
        raise PaperRefused("paper_scanner_failed")
    if answer != CLEAN:
        raise PaperRefused("paper_infected")
    return answer


def _ended(path: Path, command: str, seconds: float) -> int | None:
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own command, without a shell
            [*shlex.split(command), str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.returncode
