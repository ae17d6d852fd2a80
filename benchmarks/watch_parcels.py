"""Rings among 60,000 parcels: by declared sender alone, and by telephone and place beside it.

Made-up parcels with hard decoys: shops, couples with a shop each, small and large forwarders whose
telephone stands on strangers' labels, fulfilment warehouses, buying agents, families, spare parts
sent every other day. Several seeds, labels spelt well and badly. CPU seconds of one thread.
"""

from __future__ import annotations

import time
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.measuring import Result, median, report, spread

from monazite.watch.patterns.making.measuring import measured
from monazite.watch.patterns.making.splitting import make
from monazite.watch.patterns.running import run

if TYPE_CHECKING:
    from monazite.watch.patterns.making.measuring import Measured
    from monazite.watch.patterns.making.world import World

_PARCELS, _RINGS = 60_000, 40
_SECONDS, _MISSED = 15.0, 0.05
_SETS = ((21, 0.3), (22, 0.3), (23, 0.6))
"""Seeds, and how badly labels are spelt (0 to 1)."""
_ALONE = {"C3": {"senders": "1"}}
"""No telephone and no place joins anybody: what is found by declared sender."""


class _Run(NamedTuple):
    seconds: float
    linked: Measured
    alone: Measured


def measure() -> list[Result]:
    """Seconds, the shares of rings and parcels missed, and of leads that are wrong."""
    runs = [_run(make(seed, _PARCELS, _RINGS, noise)) for seed, noise in _SETS]
    missed = [1 - each.linked.recall for each in runs]
    wrong = [1 - each.linked.precision for each in runs]
    unseen = [1 - each.linked.recall_of_records for each in runs]
    alone = (
        f"by declared sender alone {mean(1 - each.alone.recall for each in runs):.3f} of rings, "
        f"{mean(1 - each.alone.recall_of_records for each in runs):.3f} of parcels"
    )
    seconds = [each.seconds for each in runs]
    return [
        Result(
            f"C3 over {_PARCELS:,} parcels", median(seconds), "s CPU", _SECONDS,
            spread(seconds, "s"),
        ),
        Result("rings missed", max(missed), "of 1", _MISSED, alone, (_shapes(runs),)),
        Result("leads that are wrong", max(wrong), "of 1", _MISSED),
        Result("parcels of rings not seen", max(unseen), "of 1"),
    ]  # fmt: skip


def _run(world: World) -> _Run:
    start = time.process_time()
    leads = run(world.records, ["C3"]).leads
    seconds = time.process_time() - start
    alone = run(world.records, ["C3"], settings=_ALONE).leads
    return _Run(seconds, *(measured(world, each, "C3") for each in (leads, alone)))


def _shapes(runs: list[_Run]) -> str:
    """What is found of each shape, of the worst set."""
    worst = min(runs, key=lambda each: each.linked.recall).linked.by_shape
    told = ", ".join(f"{shape} {found} of {all_}" for shape, (found, all_) in worst.items())
    return f"worst set: {told}; the records are made up and say nothing of smuggling"


if __name__ == "__main__":
    report(measure)
