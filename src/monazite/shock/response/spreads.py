"""Two prices beside the value of a licence: as the simulation has them, and as printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.world.months import averaged
from monazite.shock.validation.cases import CASES
from monazite.shock.validation.observed import observations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.shock.model.model import Floats
    from monazite.shock.response.results import Licence
    from monazite.shock.response.setting import Horizon
    from monazite.shock.response.world.runs import Run
    from monazite.shock.validation.observed import Observation

_SPREAD = "spread"
_MONTH = len("2025-05")


class Printed(NamedTuple):
    """A spread that was printed: of a future and good in a month, US$ a kg; times of the quote."""

    future: str
    good: str
    month: str
    usd_kg: float
    row: Observation


def beside(
    licences: Sequence[Licence], runs: Sequence[Run], horizon: Horizon
) -> tuple[Licence, ...]:
    """The values with the spread of the simulation, and with the printed one where there is one."""
    of = {run.case.name: _simulated(run, horizon.months) for run in runs}
    known = {(one.future, one.good, one.month): one.usd_kg for one in printed(runs)}
    found = []
    for one in licences:
        spread = of[one.future][_since(horizon, one.month)] if one.future in of else None
        model = runs[0].case.model
        good = ["/".join(each) for each in model.goods].index(one.good)
        found.append(
            replace(
                one,
                spread_usd_kg=None if spread is None else float(spread[good]),
                observed_usd_kg=known.get((one.future, one.good, one.month)),
            )
        )
    return tuple(found)


def printed(runs: Sequence[Run]) -> Iterator[Printed]:
    """The spreads of events that the runs are: what was printed in times, of the price of before.

    Only times are printed; the price inside did not move.
    """
    years = {event.scenario: event.year for event in CASES}
    for run in runs:
        if run.case.name not in years:
            continue
        price = _prices(run)
        for row in observations(years[run.case.name]):
            if row.reading == _SPREAD and row.of in price:
                usd_kg = (row.observed - 1) * price[row.of]
                yield Printed(run.case.name, row.of, row.when[:_MONTH], usd_kg, row)


def _prices(run: Run) -> Mapping[str, float]:
    """US$ a kg of goods before any shock, by name."""
    model = run.case.model
    return {"/".join(g): float(p) for g, p in zip(model.goods, model.price, strict=True)}


def _simulated(run: Run, months: int) -> Floats:
    """The quote outside less the price at home, US$ a kg, months x goods."""
    return np.asarray(averaged(run.week.spot - run.week.inner, months))


def _since(horizon: Horizon, month: str) -> int:
    year, number = map(int, month.split("-"))
    return 12 * (year - horizon.first.year) + number - horizon.first.month
