"""A network that disagrees with itself everywhere, brought into balance.

The rival is the same least squares by one dense system, as a person with numpy would write it:
without bounds, so that amounts may come out negative. The network has 50 countries and 8 stages;
one with 10 times the nodes shows how it grows. `chain_world` measures the packaged world, balanced.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from benchmarks.chain_networks import network as generated
from benchmarks.measuring import Result, in_turn, median, report, seconds_of, spread
from benchmarks.rivals.dense_balance import dense_balance

from monazite.chain.balance.reconcile import reconcile

if TYPE_CHECKING:
    from monazite.chain.network.network import Network

_RUNS = 3
_COUNTRIES, _STAGES, _TIMES = 50, 8, 10


def measure() -> list[Result]:
    """Seconds for a generated network, the rival's ratio, and what 10 times the nodes cost."""
    return [_one(), _grown()]


def _balanced(network: Network) -> None:
    reconcile(network, {}, np.zeros(len(network.nodes)))


def _one() -> Result:
    """A generated network that disagrees with itself everywhere, in turn with the rival."""
    network = generated("M", _COUNTRIES, _STAGES)
    own, rival = in_turn(
        _RUNS, *(partial(seconds_of, partial(work, network)) for work in (_balanced, dense_balance))
    )
    told = f"one dense system {median(rival) / median(own):.1f} times as long, {_size(network)}"
    return Result("one balance", median(own), "s", None, told, (spread(own, "s"),))


def _grown() -> Result:
    """10 times the countries, so 10 times the nodes and edges."""
    small, large = (generated("M", _COUNTRIES * times, _STAGES) for times in (1, _TIMES))
    few, many = in_turn(
        _RUNS, *(partial(seconds_of, partial(_balanced, one)) for one in (small, large))
    )
    told = f"{median(many):.2f} s to {median(few):.3f} s, {_size(large)}"
    return Result("balance at 10 times the nodes", median(many) / median(few), "×", None, told)


def _size(network: Network) -> str:
    return f"{len(network.nodes):,} nodes and {len(network.edges.amount):,} edges"


if __name__ == "__main__":
    report(measure)
