"""What is run: a scenario over a model, from a day on, read off by meters."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.engine.meters import CLEARANCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.engine.meters import Meters
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Model


class Case(NamedTuple):
    """One run to be made.

    name: of the scenario; first: the day on which week 0 begins; offices: names of the schedule's
    groups; assumed: knobs that the scenario sets itself; notes: what is to be known of it, by
    language; world_year: the year whose flows between countries the model has.
    """

    name: str
    model: Model
    schedule: Schedule
    meters: Meters
    first: date
    offices: tuple[str, ...]
    assumed: Mapping[str, float]
    notes: tuple[Mapping[str, str], ...]
    world_year: int

    @property
    def goods(self) -> tuple[str, ...]:
        """Names of goods, as "NdFeB-heavy/magnet"."""
        return tuple(f"{good.material}/{good.stage}" for good in self.model.goods)

    def day(self, week: int) -> str:
        """The first day of a week."""
        return (self.first + timedelta(weeks=week)).isoformat()

    def whole(self, month: str) -> bool:
        """Whether what is cleared on any day of the month left plants in weeks of the run."""
        start = date.fromisoformat(f"{month}-01")
        end = (start + timedelta(days=32)).replace(day=1)
        first = self.first + timedelta(weeks=CLEARANCE)
        return first <= start and end <= first + timedelta(weeks=self.schedule.weeks)
