"""Chokepoints: all pairs of one material and of all, bands, and a linear programme beside them.

A generated network of 50 countries and 8 stages (seven of making, and use), in which every country
trades with a third of the others at every stage: once with as much trade in all as there is
production, as in most real goods, once with 15 times as much, so that goods go round and each
country lies upstream of each; the packaged world, 50 largest users and every country as supplier;
and a network with 10 times the nodes.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from benchmarks.chain_networks import network
from benchmarks.measuring import Result, in_turn, median, report, seconds_of, spread
from benchmarks.rivals.flow_programme import by_programme

from monazite.chain.chokepoint.of_world import chokepoints
from monazite.chain.chokepoint.pairs import EXACT, all_losses, all_pairs
from monazite.chain.chokepoint.rerouting import HELD
from monazite.chain.chokepoint.trees import trees
from monazite.chain.chokepoint.users import Users, asked, users
from monazite.chain.exposures.places import held
from monazite.chain.exposures.tracing import trace
from monazite.chain.packaged.world import world
from monazite.chain.stages import MAKE, MARKET

if TYPE_CHECKING:
    from monazite.chain.chokepoint.pairs import Losses
    from monazite.chain.chokepoint.trees import Trees
    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World

_RUNS = 3
_COUNTRIES, _STAGES, _TIMES = 50, 7, 10
_ONE, _ALL, _DRAWN = 5.0, 90.0, 60.0
_DRAWS = 200
_SAMPLE, _SAMPLE_GROWN = 20, 5
"""So many users without so many suppliers, where all pairs would take too long."""


def measure() -> list[Result]:
    """Seconds of all pairs, the programme's ratio, bands, and what 10 times the nodes cost."""
    made, real = network("Dy", _COUNTRIES, _STAGES), world()
    traded = _calmed(made)
    return [
        _generated("trade as large as production", traded, _ONE),
        _generated("trade 15 times production", made, None),
        _programme(traded), *_packaged(real), _bands(real), _grown(traded),
    ]  # fmt: skip


def _calmed(found: Network) -> Network:
    """The same network with as much trade in all as its plants put out."""
    market = np.array([node.kind == MARKET for node in found.nodes])
    make = np.array([node.kind == MAKE for node in found.nodes])
    edges = found.edges
    traded, made = market[edges.source] & market[edges.target], make[edges.source]
    scale = edges.amount[made].sum() / edges.amount[traded].sum()
    amount = np.where(traded, edges.amount * scale, edges.amount)
    return replace(found, edges=edges._replace(amount=amount))


def _grow(found: Network, most: int) -> Trees:
    """The trees of the first so many users."""
    every = users(asked(found), held(found, found.edges.amount))
    some = Users(every.countries[:most], every.start[:most], every.amount[:most])
    return trees(trace(found), some)


def _lost(found: Network, most: int) -> Losses:
    """What the first so many users lose without each of as many countries, exactly."""
    grown = _grow(found, most)
    return all_losses(grown, all_pairs(grown, np.arange(most)), HELD, None, EXACT)


def _generated(name: str, found: Network, most: float | None) -> Result:
    work = partial(seconds_of, partial(_lost, found, _COUNTRIES))
    seconds = [work() for _ in range(_RUNS)]
    name = f"chokepoints, {_COUNTRIES}² pairs, {name}"
    return Result(name, median(seconds), "s", most, _size(found), (spread(seconds, "s"),))


def _programme(found: Network) -> Result:
    """How much longer the programme takes, and how far its answers lie from ours."""
    grown = _grow(found, _SAMPLE)
    pairs = [(at, (7 * at + 1) % _SAMPLE) for at in range(_SAMPLE)]
    pairs = [(user, supplier) for user, supplier in pairs if user != supplier]
    ours = _lost(found, _SAMPLE)
    own, rival = in_turn(
        _RUNS,
        lambda: seconds_of(partial(_lost, found, _SAMPLE)) / _SAMPLE**2,
        lambda: seconds_of(lambda: [by_programme(grown, *pair) for pair in pairs]) / len(pairs),
    )
    off = max(abs(by_programme(grown, *pair) - float(ours.loss[pair])) for pair in pairs)
    told = f"{1e3 * median(rival):.0f} ms a pair to {1e3 * median(own):.2f} ms"
    ratio = median(rival) / median(own)
    return Result("chokepoints, linear programme", ratio, "×", None, told, (f"off by {off:.0e}",))


def _packaged(found: World) -> list[Result]:
    seconds = {
        name: seconds_of(partial(chokepoints, found, name, draws=0)) for name in found.networks
    }
    slowest = max(seconds, key=seconds.__getitem__)
    return [
        Result("chokepoints, all materials", sum(seconds.values()), "s", _ALL, f"{len(seconds)}"),
        Result(f"chokepoints, {slowest}, the slowest", seconds[slowest], "s", _ONE),
    ]


def _bands(found: World) -> Result:
    with_bands = seconds_of(partial(chokepoints, found, "Dy", draws=_DRAWS))
    without = seconds_of(partial(chokepoints, found, "Dy", draws=0))
    name = f"chokepoints, bands of the ten largest pairs of Dy, {_DRAWS} draws"
    return Result(name, with_bands - without, "s", _DRAWN)


def _grown(small: Network) -> Result:
    """A pair's time in a network with 10 times the nodes over that in one with as many as asked."""
    large = _calmed(network("Dy", _COUNTRIES * _TIMES, _STAGES))
    own, grown = in_turn(
        1,
        lambda: seconds_of(partial(_lost, small, _SAMPLE_GROWN)),
        lambda: seconds_of(partial(_lost, large, _SAMPLE_GROWN)),
    )
    each = 1e3 * median(grown) / _SAMPLE_GROWN**2
    told = f"{each:.0f} ms a pair, all that is prepared included; {_size(large)}"
    return Result("chokepoints, 10 times the nodes", median(grown) / median(own), "×", None, told)


def _size(found: Network) -> str:
    return f"{len(found.nodes):,} nodes, {len(found.edges.amount):,} edges"


if __name__ == "__main__":
    report(measure)
