"""What a run shows to those who compare it with what was observed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from datetime import date

    from monazite.shock.engine.totals import Totals
    from monazite.shock.model.model import Floats, Ints, Model

YEAR = 12
"""Months."""


class Seen(NamedTuple):
    """Many draws of one run, with the names of what was summed.

    first: the day on which week 0 begins; months, meters, groups, hubs: names, in the order of the
    totals' columns; hubs by their country, ISO3; quoted: goods whose prices are kept by week.
    """

    model: Model
    first: date
    months: tuple[str, ...]
    meters: tuple[str, ...]
    groups: tuple[str, ...]
    hubs: tuple[str, ...]
    quoted: tuple[str, ...]
    totals: Totals

    @property
    def draws(self) -> int:
        """How many."""
        return int(self.totals.lost.shape[-1])

    def week(self, day: date) -> int:
        """How many whole weeks of the run lie before a day."""
        return (day - self.first).days // 7

    def good(self, name: str) -> int:
        """Index of a good, "Dy/refining"."""
        return ["/".join(good) for good in self.model.goods].index(name)

    def columns(self, when: str) -> Ints:
        """Which months "2025-04", "2025" (a whole year) or "2024-12..2025-04" (both included) are.

        Empty where the run does not hold all of them.
        """
        low, _, high = when.partition("..")
        found = [
            n for n, name in enumerate(self.months) if low <= name[: len(low)] <= (high or low)
        ]
        wanted = _count(low, high or low)
        return np.array(found if len(found) == wanted else [], np.int64)

    def flow(self, meter: str, when: str) -> Floats:
        """Shipments that a meter saw, t by draw; NaN where the run does not hold all months."""
        column = self.columns(when)
        if not len(column):
            return np.full(self.draws, np.nan)
        amount = self.totals.flows[column, self.meters.index(meter)]
        return np.asarray(amount.sum(axis=0), np.float64)


def _count(low: str, high: str) -> int:
    """How many months lie from one to the other."""
    if "-" not in low:
        return YEAR * (int(high) - int(low) + 1)
    (year, month), (to_year, to_month) = (map(int, end.split("-")) for end in (low, high))
    return YEAR * (to_year - year) + to_month - month + 1
