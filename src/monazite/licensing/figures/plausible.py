"""Whether the figures of a report can all be true: what a reader asks before relying on a file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.licensing.figures.counts import CLASSES
from monazite.licensing.figures.shares import among_applied, among_decided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.figures.counts import Counts
    from monazite.licensing.figures.groups import Group
    from monazite.licensing.figures.report import QueueReport
    from monazite.licensing.figures.shares import Share

_EXACT = 1e-9
"""Shares are computed again; another machine's last digit may differ."""


def plausible(report: QueueReport, said: dict[str, Any]) -> None:
    """InputError for a figure below zero, counts that do not add up, a share that is not theirs.

    said: the document that the report was read from.
    """
    for place, value in _numbers("", said):
        if value < 0:
            raise InputError(place, value, "0 or more")
    _counted("counts", report.counts, report)
    _counted("changes.counts", report.changes.counts, None)
    for n, group in enumerate(report.groups):
        _counted(f"groups.{n}.counts", group.counts, group)


def _numbers(place: str, found: object) -> Iterator[tuple[str, float]]:
    if isinstance(found, int | float):
        yield place, found
        return
    if isinstance(found, dict):
        steps: Iterator[tuple[object, object]] = iter(found.items())
    elif isinstance(found, list | tuple):
        steps = iter(enumerate(found))
    else:
        return
    for step, each in steps:
        yield from _numbers(f"{place}.{step}" if place else str(step), each)


def _counted(place: str, counts: Counts | None, of: QueueReport | Group | None) -> None:
    if counts is None:
        return
    known = [cell for cell in counts.classes() if cell is not None]
    applied = counts.applied
    if applied is not None:
        whole = len(known) == len(CLASSES)
        if sum(known) > applied or (whole and sum(known) < applied):
            raise InputError(f"{place}.applied", applied, f"the sum of its classes, {sum(known)}")
        if (counts.accepted or 0) > applied:
            raise InputError(f"{place}.accepted", counts.accepted, f"at most {applied}")
    if of is not None:
        _same(place, "among_decided", of.among_decided, among_decided(counts))
        _same(place, "among_applied", of.among_applied, among_applied(counts))


def _same(place: str, name: str, found: Share, expected: Share) -> None:
    exact = (found.numerator, found.denominator, found.reason) == (
        expected.numerator, expected.denominator, expected.reason,
    )  # fmt: skip
    pairs = [(getattr(found, n), getattr(expected, n)) for n in ("value", "low", "high")]
    if not exact or not all(_close(*pair) for pair in pairs):
        at = f"{place.removesuffix('counts')}{name}"
        accepted = f"{expected.numerator} of {expected.denominator}, as the counts have it"
        raise InputError(at, found.value, accepted)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=_EXACT, abs_tol=_EXACT)
