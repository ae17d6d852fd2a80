"""The report, from what is known of the cases and of the tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.texts import say
from monazite.ledger.calendar import UnpublishedYear
from monazite.licensing.figures.backlog import HISTORY, ages, forecast
from monazite.licensing.figures.changes import changes
from monazite.licensing.figures.counts import counts
from monazite.licensing.figures.facts import day, number
from monazite.licensing.figures.groups import groups
from monazite.licensing.figures.offices import office_queues
from monazite.licensing.figures.report import FORMAT, Origin, QueueReport, Scope, Text
from monazite.licensing.figures.shares import among_applied, among_decided
from monazite.licensing.figures.waiting import MEASURES, QUARTILES, Curve, Times, curve, times
from monazite.licensing.figures.weeks import full_weeks, monday, weeks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.ledger.calendar import WorkingDays
    from monazite.licensing.figures.facts import Columns, Numbers
    from monazite.licensing.figures.offices import Tasks
    from monazite.licensing.figures.weeks import Week

DEFINED = (
    "applied", "accepted", "granted", "refused", "not_required", "withdrawn", "superseded",
    "returned", "pending", "among_decided", "among_applied", "both_true", *MEASURES, "changes",
    "week", "offices", "groups", "forecast",
)  # fmt: skip
"""What a report says in words, by the text `licensing.figures.definition.NAME`."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Known:
    """What a report is made of.

    cases: filed by its day, without those that had ended before `since`; tasks: opened in the
    window.
    """

    cases: Columns
    tasks: Sequence[Tasks]
    days: WorkingDays
    origin: Origin


def build(scope: Scope, known: Known) -> QueueReport:
    """Every figure of the scope."""
    on, every = number(scope.as_of), known.cases
    cases, changing = every.of(~every.change), every.of(every.change)
    window = _window(cases, scope)
    found = counts(window, on)
    waits = ages(cases, on)
    return QueueReport(
        FORMAT, scope, found, among_decided(found), among_applied(found),
        waiting=_waiting(window, on, known.days),
        changes=changes(_window(changing, scope), on),
        groups=groups(window, on),
        offices=office_queues(known.tasks),
        weeks=weeks(cases, full_weeks(monday(number(scope.first)), min(on, number(scope.last)))),
        ages=waits,
        forecast=forecast(sum(age.cases for age in waits), _last(cases, on), on),
        origin=known.origin,
        definitions={name: _defined(name) for name in DEFINED},
    )  # fmt: skip


def _window(cases: Columns, scope: Scope) -> Columns:
    """Those filed in the window and not after the day."""
    last = min(number(scope.last), number(scope.as_of))
    return cases.of((cases.filed >= number(scope.first)) & (cases.filed <= last))


def since(scope: Scope) -> int:
    """The first day from which cases that have ended still count for some figure."""
    return min(monday(number(scope.first)), monday(number(scope.as_of)) - HISTORY * _WEEK)


def _last(cases: Columns, on: int) -> tuple[Week, ...]:
    """The last full weeks, none before the first case."""
    if not len(cases.filed):
        return ()
    begun = max(int(cases.filed.min()), monday(on + 1) - HISTORY * _WEEK)
    return weeks(cases, full_weeks(begun, on))


def _waiting(cases: Columns, on: int, days: WorkingDays) -> tuple[Curve, ...]:
    """From filing and from acceptance in calendar days; in working days where known."""
    filed, accepted, working = MEASURES
    from_acceptance = times(cases, cases.accepted, on)
    calendar = (
        curve(filed, times(cases, cases.filed, on)),
        curve(accepted, from_acceptance),
    )
    begun = cases.accepted[cases.accepted <= on]
    try:
        worked = _worked(begun, from_acceptance, days)
    except UnpublishedYear:
        nobody = (None,) * len(QUARTILES)
        return (
            *calendar,
            Curve(working, MEASURES[working], len(begun), 0, 0, (), nobody, "unpublished_year"),
        )
    return (*calendar, curve(working, worked))


def _worked(begun: Numbers, waited: Times, days: WorkingDays) -> Times:
    """The same waits in working days: the first day of a span is not counted, the last one is."""
    ends = begun + waited.days
    every, places = np.unique(np.concatenate([begun, ends]), return_inverse=True)
    numbers = np.array([days.number(day(each)) for each in every], np.int64)[places]
    return Times(numbers[len(begun) :] - numbers[: len(begun)], waited.decided)


def _defined(name: str) -> Text:
    key = f"licensing.figures.definition.{name}"
    return Text(say(key, "en"), say(key, "zh"))
