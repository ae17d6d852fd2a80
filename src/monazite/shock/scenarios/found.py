"""A scenario as it was compiled, for those who ask what became of its entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.shock.scenarios.holding import routes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from monazite.law.law import Law
    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.holding import Asked, Held
    from monazite.shock.scenarios.routes import Reach, Route, Routes, Since
    from monazite.shock.scenarios.schema import Scenario, Window
    from monazite.shock.scenarios.vocabulary import Choice


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What was compiled; last: the day after the run; days: one of each phase."""

    scenario: Scenario
    model: Model
    law: Law
    since: Since
    last: date
    days: tuple[date, ...]
    asked: tuple[Asked, ...]
    routes: Routes

    def cells(self) -> Iterator[tuple[Asked, Held, Reach, date]]:
        """Every row in every phase, with a day of it."""
        for one in self.asked:
            for held, reach, day in zip(one.held, one.reach, self.days, strict=True):
                yield one, held, reach, day

    def runs(self, entry: Window) -> bool:
        """Whether the middle of any week lies in the days of an entry."""
        return any(map(entry.holds, self.days))

    def reason(
        self, entry: Window, goods: Sequence[Choice], fits: Callable[[Route], bool]
    ) -> str | None:
        """Why an entry meets nothing in any week: its days, its goods, or its countries."""
        if not self.runs(entry):
            return "late"
        if goods and not any(one.takes(*good) for one in goods for good in self.model.goods):
            return "goods"
        return None if any(map(fits, routes_of(self.model))) else "nowhere"
