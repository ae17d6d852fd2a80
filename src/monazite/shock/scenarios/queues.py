"""Friction read from a desk's own queue: how long files take, how many pass, what is granted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from monazite.catalogue import countries
from monazite.errors import InputError
from monazite.licensing.figures.report import read
from monazite.shock.scenarios.problems import Problem, ScenarioError
from monazite.shock.scenarios.schema import Special

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.licensing.figures.backlog import Forecast
    from monazite.licensing.figures.report import QueueReport
    from monazite.shock.scenarios.schema import Friction, Scenario

_WEEK = 7
_LEAST = 5
"""Decisions of a destination that say something of it alone."""
_WAITING, _DESTINATION = "filed_to_decision", "destination"
_QUARTILES = {1: 0.8914, 0: 0.5758}
"""Places of the median and the first quartile in a curve, and what part of the mean they are.

Of an Erlang distribution of three desks (`desks.DESKS`): solutions of 1 - e^-3x (1 + 3x + 9x²/2)
= 0.5 and 0.25. The mean of decided files alone would leave out those that still wait.
"""


class _QueueError(Exception):
    """A queue that tells nothing; code: of the problem, place: where in its file."""

    def __init__(self, code: str, place: str = "") -> None:
        self.code, self.told = code, {"place": place}


def with_queues(scenario: Scenario, folder: Path, first: int) -> Scenario:
    """The scenario with the numbers of every queue that its friction names, files of a folder.

    first: entries of friction that stand in another scenario, which do not count in paths.
    """
    found, problems = [], []
    for number, one in enumerate(scenario.friction):
        try:
            found.append(from_report(one, _report(folder / one.queue)) if one.queue else one)
        except _QueueError as error:
            path = f"friction[{number - first}].queue"
            problems.append(Problem(path, one.queue or "", error.code, error.told))
    if problems:
        raise ScenarioError(problems)
    return scenario.model_copy(update={"friction": tuple(found)})


def from_report(friction: Friction, report: QueueReport) -> Friction:
    """The friction as the queue has it; what the scenario says itself stands.

    granted: of those decided; throughput: decided of what came in the weeks that the forecast
    looks back on, no limit where the backlog does not grow; destinations with at least five
    decisions have their own share.
    """
    read_off = {
        "review_weeks": _review_weeks(report),
        "granted": _granted(report),
        "throughput": _throughput(report.forecast),
    }
    said = {name: value for name, value in read_off.items() if getattr(friction, name) is None}
    return friction.model_copy(update=said | {"by": (*_by_destination(report), *friction.by)})


def _report(path: Path) -> QueueReport:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise _QueueError("queue_file") from None
    try:
        return read(found)
    except InputError as error:
        raise _QueueError("queue", error.field) from None


def _review_weeks(report: QueueReport) -> float:
    """The mean that the median, or else the first quartile, points to."""
    curve = next(one for one in report.waiting if one.measure == _WAITING)
    for place, part in _QUARTILES.items():
        days = curve.quartiles[place]
        if days is not None:
            return days / _WEEK / part
    raise _QueueError("queue_few")


def _throughput(ahead: Forecast | None) -> float | None:
    """Decided of what comes in, where the backlog grows."""
    if ahead is None or not ahead.came or ahead.closed is None or ahead.closed >= ahead.came:
        return None
    return ahead.closed / ahead.came


def _granted(report: QueueReport) -> float:
    if report.among_decided.value is None:
        raise _QueueError("queue_few")
    return report.among_decided.value


def _by_destination(report: QueueReport) -> tuple[Special, ...]:
    return tuple(
        Special(destinations=(countries.describe(one.key).iso3,), granted=one.among_decided.value)
        for one in report.groups
        if one.dimension == _DESTINATION
        and countries.find(one.key)
        and one.among_decided.value is not None
        and (one.among_decided.denominator or 0) >= _LEAST
    )
