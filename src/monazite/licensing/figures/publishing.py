"""The report for readers outside the office: small counts hidden, and what would give them away."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.licensing.figures.counts import Counts
from monazite.licensing.figures.facts import DIMENSIONS
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
_STATES = ("done", "cancelled", "open", "opened")
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
    shown = replace(report, scope=replace(scope, hidden_below=minimum))
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


def _emptied(report: QueueReport) -> QueueReport:
    nothing = among_decided(_NOTHING)
    return replace(
        report, counts=None, among_decided=nothing, among_applied=nothing, waiting=(), groups=(),
        offices=(), weeks=(), ages=(), forecast=None,
    )  # fmt: skip


def _groups(groups: Sequence[Group], minimum: int) -> list[Group]:
    """Each row's classes and their sum; the step of acceptance is left out altogether."""
    rows = [[int(cell or 0) for cell in (*g.counts.classes(), g.counts.applied)] for g in groups]
    hide = hidden(rows, minimum)
    return [_group(group, _kept(rows, hide, number)) for number, group in enumerate(groups)]


def _group(group: Group, cells: list[Cell]) -> Group:
    counts = Counts(cells[-1], None, *cells[:-1])
    undecided = None in (counts.granted, counts.refused, counts.not_required)
    return replace(
        group,
        counts=counts,
        among_decided=among_decided(counts),
        among_applied=among_applied(counts),
        decided=None if undecided else group.decided,
        days=(None,) * len(DECILES) if undecided else group.days,
    )


def _offices(queues: Sequence[OfficeQueue], minimum: int) -> tuple[OfficeQueue, ...]:
    rows = [[getattr(queue, name) or 0 for name in _STATES] for queue in queues]
    hide = hidden(rows, minimum)
    return tuple(_office(queue, _kept(rows, hide, n)) for n, queue in enumerate(queues))


def _office(queue: OfficeQueue, cells: list[Cell]) -> OfficeQueue:
    days = (None,) * len(QUARTILES) if None in cells else queue.days
    done, cancelled, still_open, opened = cells
    return replace(queue, done=done, cancelled=cancelled, open=still_open, opened=opened, days=days)


def _kept(rows: list[list[int]], hide: frozenset[tuple[int, int]], number: int) -> list[Cell]:
    return [None if (number, at) in hide else cell for at, cell in enumerate(rows[number])]
