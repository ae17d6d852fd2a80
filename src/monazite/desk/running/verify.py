"""`monazite desk verify`: proof that the record of this site is whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from monazite.desk.events.verification.report import MOST, Report, prove
from monazite.desk.running import keys, stored

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[int, int], None]


def verify(progress: Progress | None = None) -> Report:
    """Chains, rows, checkpoints, copies and papers; progress is told things done and in all.

    Papers are looked at after the record: a file lies there before its row, and files stay.
    """
    tell = progress or _tell_nobody
    papers = stored.count()
    report = prove(
        Path(settings.CHECKPOINTS_ROOT),
        keys.public_keys(),
        lambda done, events: tell(done, events + papers),
    )
    found = list(report.findings)
    errors = report.errors
    whole = report.events + papers
    for broken in stored.broken(lambda done: tell(min(report.events + done, whole), whole)):
        errors += 1
        if len(found) < MOST:
            found.append(broken)
    return replace(report, findings=tuple(found), errors=errors, papers=papers)


def _tell_nobody(done: int, whole: int) -> None:
    """Nobody waits for it."""


__all__ = ["Report", "verify"]
