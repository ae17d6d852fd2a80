"""The report for readers outside the office: small counts hidden, and what would give them away."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.licensing.figures.changes import Changes
from monazite.licensing.figures.counts import Counts
from monazite.licensing.figures.facts import DIMENSIONS
from monazite.licensing.figures.groups import days_hidden
from monazite.licensing.figures.hiding import hidden
from monazite.licensing.figures.shares import among_applied, among_decided
from monazite.licensing.figures.waiting import DECILES, QUARTILES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.licensing.figures.counts import Cell
    from monazite.licensing.figures.groups import Group
    from monazite.licensing.figures.offices import OfficeQueue
    from monazite.licensing.figures.report import QueueReport

MINIMUM = 5
"""The least count that is shown to readers outside the office, where they name no other."""
_STATES = ("done", "cancelled", "open")
_NOTHING = Counts(*(None for _ in fields(Counts)))


def published(report: QueueReport, minimum: int = MINIMUM) -> QueueReport:
    """The same report, to be shown to anyone; InputError of a part of the cases.

    What is left of all the cases when there are fewer than the minimum is nothing. Two reports of
    windows that differ by a day can still be subtracted: publish fixed periods.
    """
    scope = report.scope
    for name in DIMENSIONS:
        if getattr(scope, name):
            raise InputError(name, getattr(scope, name), "figures of all cases, to be published")
    if minimum < 2:  # noqa: PLR2004 - one firm alone is what must not be seen
        raise InputError("minimum", minimum, "2 or more")
    shown = replace(
        report,
        scope=replace(scope, hidden_below=minimum),
        changes=_changes(report.changes, minimum),
    )
    if report.counts is None or (report.counts.applied or 0) < minimum:
        return _emptied(shown)
    return replace(
        shown,
        groups=tuple(
            each
            for dimension in DIMENSIONS
            for each in _groups([g for g in report.groups if g.dimension == dimension], minimum)
        ),
        offices=_offices(report.offices, minimum),
    )


def _changes(found: Changes, minimum: int) -> Changes:
    """As of all the cases: nothing of a handful."""
    few = found.counts is None or (found.counts.applied or 0) < minimum
    return Changes(None, None) if few else found


def _emptied(report: QueueReport) -> QueueReport:
    nothing = among_decided(_NOTHING)
    return replace(
        report, counts=None, among_decided=nothing, among_applied=nothing, waiting=(), groups=(),
        offices=(), weeks=(), ages=(), forecast=None,
    )  # fmt: skip


def _groups(groups: Sequence[Group], minimum: int) -> list[Group]:
    """Each row's classes and their sum, by key: the order by size would tell the size.

    The step of acceptance and the number of first decisions are left out altogether.
    """
    ordered = sorted(groups, key=lambda each: each.key)
    rows = [[int(cell or 0) for cell in each.counts.classes()] for each in ordered]
    return [
        _group(group, cells, minimum)
        for group, cells in zip(ordered, _kept(rows, minimum), strict=False)
    ]


def _group(group: Group, cells: list[Cell], minimum: int) -> Group:
    counts = Counts(cells[-1], None, *cells[:-1])
    return replace(
        group,
        counts=counts,
        among_decided=among_decided(counts),
        among_applied=among_applied(counts),
        decided=None,
        days=(None,) * len(DECILES) if days_hidden(counts, minimum) else group.days,
    )


def _offices(queues: Sequence[OfficeQueue], minimum: int) -> tuple[OfficeQueue, ...]:
    rows = [[getattr(queue, name) or 0 for name in _STATES] for queue in queues]
    shown = _kept(rows, minimum)
    return tuple(_office(queue, cells) for queue, cells in zip(queues, shown, strict=False))


def _office(queue: OfficeQueue, cells: list[Cell]) -> OfficeQueue:
    days = (None,) * len(QUARTILES) if None in cells else queue.days
    done, cancelled, still_open, opened = cells
    return replace(queue, done=done, cancelled=cancelled, open=still_open, opened=opened, days=days)


def _kept(rows: list[list[int]], minimum: int) -> list[list[Cell]]:
    """The rows with their sums and without what is hidden; none where that is not enough."""
    hide = hidden(rows, minimum)
    if hide is None:
        return []
    return [
        [None if (r, c) in hide else cell for c, cell in enumerate([*row, sum(row)])]
        for r, row in enumerate(rows)
    ]
