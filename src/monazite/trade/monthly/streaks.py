"""Streaks: months in a row in which a measure rose or fell, no longer than figures can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from monazite.trade.monthly.figures import Figure, sources_of
from monazite.trade.monthly.levels import level_change
from monazite.trade.periods import Period

if TYPE_CHECKING:
    from monazite.trade.monthly.figures import Basis, Measure
    from monazite.trade.monthly.series import Series

Direction = Literal["up", "down", "flat"]


@dataclass(frozen=True, slots=True)
class Streak:
    """Months in a row that went one way, up to and with the last one.

    `stopped_by` says why it is not longer: "turned" (the month before went another way, so the
    number is exact), or the reason why the change of the month before is unknown, so that the
    number is the least it can be.
    """

    basis: Basis
    direction: Direction
    months: int
    since: Period
    stopped_by: str
    sources: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether the streak has just so many months, not at least so many."""
        return self.stopped_by == "turned"


def direction(figure: Figure) -> Direction | None:
    """Which way a known change goes; none where it is unknown."""
    if figure.value is None:
        return None
    if figure.value == 0:
        return "flat"
    return "up" if figure.value > 0 else "down"


def streak(
    series: Series, month: Period, to: str, basis: Basis, measure: Measure = "tonnes"
) -> Streak | None:
    """The streak that the month ends, or none where its own change is unknown."""
    figure = level_change(series, month, to, measure, basis)
    way = direction(figure)
    if way is None:
        return None
    seen = [figure]
    start = month
    while True:
        before = Period(start.first - 1, start.first - 1)
        figure = level_change(series, before, to, measure, basis)
        if direction(figure) != way:
            break
        seen.append(figure)
        start = before
    stopped_by = figure.reason or "turned"
    return Streak(basis, way, len(seen), start, stopped_by, sources_of(*seen))
