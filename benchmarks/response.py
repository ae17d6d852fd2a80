"""A planner's problem as a linear programme, all policies allowed: one future, ten, a large world.

Regions x goods in a row x 36 months; each market buys from about five others. Building is measured
beside solving, in processor time of the same run.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.measuring import ROOT, Result, median, report, seconds_of, spread

from monazite.shock.programme.highs import solve

if TYPE_CHECKING:
    from monazite.shock.response.setting import Setting

_MONTHS, _SUPPLIERS, _BUDGET = 36, 5, 50.0
_MOST_BUILDING = 5.0


class _Size(NamedTuple):
    """What is asked, seconds at most, how often it is measured."""

    regions: int
    goods: int
    futures: int
    most: float
    times: int


_SIZES = (_Size(12, 8, 1, 2.0, 5), _Size(12, 8, 10, 30.0, 1), _Size(50, 30, 1, 20.0, 1))


def measure() -> list[Result]:
    """Seconds of solving, and what building takes of it, for each size."""
    return [result for size in _SIZES for result in _measured(size)]


def _measured(size: _Size) -> list[Result]:
    from monazite.shock.response.building import built  # noqa: PLC0415 - after the path is set

    setting = _setting(size)
    solving, building, processor = [], [], []
    for _ in range(size.times):
        before = process_time()
        building.append(seconds_of(lambda: built(setting)))
        took = process_time() - before
        programme = built(setting).programme
        before = process_time()
        solving.append(seconds_of(lambda: solve(programme)))  # noqa: B023 - called at once
        processor.append(100 * took / (process_time() - before))
    rows, columns = programme.matrix.shape
    name = f"{size.regions} regions × {size.goods} goods × {_MONTHS} months"
    name += f", {size.futures} futures" if size.futures > 1 else ""
    note = f"{rows:,} rows, {columns:,} columns, {programme.matrix.nnz:,} entries"
    return [
        Result(name, median(solving), "s", size.most, spread(solving, "s"), (note,)),
        Result("  building it, of solving", median(processor), "%", _MOST_BUILDING),
    ]


def _setting(size: _Size) -> Setting:
    """A made-up chain whose first country licenses what it exports, with all policies."""
    sys.path.insert(0, str(ROOT / "tests"))
    from support.response_policies import equipped  # noqa: PLC0415 - after the path is set
    from support.response_settings import setting  # noqa: PLC0415 - after the path is set

    given = equipped(
        setting(1, size.goods, size.regions, _SUPPLIERS, _MONTHS, futures=size.futures)
    )
    return replace(given, limits=given.limits._replace(budget=_BUDGET))


if __name__ == "__main__":
    report(measure)
