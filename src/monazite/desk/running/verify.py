"""`monazite desk verify`: proof that the record of this site is whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from monazite.desk.events.verification.report import MOST, Report, prove
from monazite.desk.events.verification.values import Broken
from monazite.desk.running import keys, stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Progress = Callable[[int, int], None]


def verify(progress: Progress | None = None, public_key: Path | None = None) -> Report:
    """Chains, rows, checkpoints, copies and papers; progress is told things done and in all.

    public_key: keys that were kept elsewhere; then no others count. Papers are looked at after
    the record: a file lies there before its row, and files stay.
    """
    tell = progress or _tell_nobody
    papers = stored.count()
    report = prove(
        Path(settings.CHECKPOINTS_ROOT),
        keys.kept(public_key) if public_key else keys.public_keys(),
        lambda done, events: tell(done, events + papers),
    )
    found = list(report.findings)
    errors = report.errors
    for odd in _odd_keys(report, public_key):
        errors += odd.severity == "error"
        found.append(odd)
    whole = report.events + papers
    for broken in stored.broken(lambda done: tell(min(report.events + done, whole), whole)):
        errors += 1
        if len(found) < MOST:
            found.append(broken)
    return replace(report, findings=tuple(found), errors=errors, papers=papers)


def _odd_keys(report: Report, public_key: Path | None) -> Iterator[Broken]:
    """Keys beside the copies that should not be there, or of which nobody can tell why they are."""
    beside = keys.public_keys()
    known = set(keys.kept(public_key).fingerprints()) if public_key else set()
    for each in dict.fromkeys(beside.fingerprints()):
        if public_key and each not in known:
            yield Broken("key_unknown", {"fingerprint": each})
        elif not public_key and each not in report.signers and each != keys.own():
            yield Broken("key_unused", {"fingerprint": each})


def _tell_nobody(done: int, whole: int) -> None:
    """Nobody waits for it."""


__all__ = ["Report", "verify"]
