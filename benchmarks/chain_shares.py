"""Direct and ultimate shares of every country, material and stage, with and without bands.

In turn with the same shares by one dense inverse for each material, as a person with numpy would
write it. The packaged world is measured, and a generated one of the size that is asked of Monazite:
20 materials, 50 countries, 8 stages; and one with 10 times the nodes, to see how it grows.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.chain_networks import world as generated
from benchmarks.measuring import Result, in_turn, median, report, seconds_of, spread
from benchmarks.rivals.dense_shares import dense_shares

from monazite.chain.exposures.all_shares import all_shares
from monazite.chain.exposures.exposure import exposure
from monazite.chain.packaged.world import world as packaged

if TYPE_CHECKING:
    from monazite.chain.worlds import World

_RUNS = 3
_MATERIALS, _COUNTRIES, _STAGES = 20, 50, 8
_DRAWS = 200
_MOST, _MOST_DRAWN = 2.0, 60.0
_TIMES = 10


def measure() -> list[Result]:
    """Seconds for both worlds, the rival's ratio, and what 10 times the nodes cost."""
    real, made = packaged(), generated(_MATERIALS, _COUNTRIES, _STAGES)
    all_shares(real)
    return [
        _all("packaged world", real),
        _all("generated world", made),
        _drawn("packaged world", real),
        _drawn("generated world", made),
        _one(real),
        _grown(),
    ]


def _all(name: str, found: World) -> Result:
    """The time of all shares, in turn with the rival."""
    works = (partial(seconds_of, partial(work, found)) for work in (all_shares, dense_shares))
    own, rival = in_turn(_RUNS, *works)
    told = f"dense inverses {median(rival) / median(own):.1f} times as long, {_size(found)}"
    notes = (f"{all_shares(found).num_rows:,} shares", spread(own, "s"))
    return Result(f"all shares, {name}", median(own), "s", _MOST, told, notes)


def _drawn(name: str, found: World) -> Result:
    seconds = seconds_of(partial(all_shares, found, draws=_DRAWS))
    return Result(f"bands from {_DRAWS} draws, {name}", seconds, "s", _MOST_DRAWN, _size(found))


def _one(found: World) -> Result:
    seconds = [seconds_of(partial(exposure, found, "DEU", "Dy")) for _ in range(_RUNS)]
    return Result("one exposure with its bands", median(seconds), "s", None, spread(seconds, "s"))


def _grown() -> Result:
    """One material with 10 times the countries, so 10 times the nodes and edges."""
    small, large = (generated(1, _COUNTRIES * times, _STAGES) for times in (1, _TIMES))
    few, many = in_turn(
        _RUNS, *(partial(seconds_of, partial(all_shares, one)) for one in (small, large))
    )
    told = f"{median(many):.2f} s to {median(few):.3f} s, {_size(large)}"
    note = "a share for each pair of countries: 100 times as many numbers"
    return Result("10 times the nodes", median(many) / median(few), "×", None, told, (note,))


def _size(found: World) -> str:
    nodes = sum(len(network.nodes) for network in found.networks.values())
    edges = sum(len(network.edges.amount) for network in found.networks.values())
    return f"{nodes:,} nodes and {edges:,} edges"


if __name__ == "__main__":
    report(measure)
