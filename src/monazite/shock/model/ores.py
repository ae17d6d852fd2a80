"""Two ores of rare earths: of hard rock and sands (light), and of clays (ionic).

Each gives all rare earths at once, in other parts: were they one good, ore of Myanmar could be
replaced by that of California, and dysprosium would never be short. What deposit stands for the ore
of a country is said in the chain's `rare-earth-ores`; China has both, by its quotas, and its clays
are taken to hold what those over the border hold.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.packaged.csvs import table
from monazite.chain.stages import MAKE, MARKET, MINING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World

LIGHT, IONIC = "REE-light", "REE-ionic"
_CLAYS = ("longnan-jiangxi", "xunwu-jiangxi")
_LEAST = 1e-3
"""t a year; a kilogram that stays behind is rounding of the balance."""
_SUM = "REE"
_BOTH, _BESIDE = "CHN", "MMR"


class Ores(NamedTuple):
    """Of one element, t a year: what each country mines, sends on and has left to separate.

    mined: (kind, country); trade: (kind, from, to); part: (kind, country) of what is separated.
    """

    mined: Mapping[tuple[str, str], float]
    trade: Mapping[tuple[str, str, str], float]
    part: Mapping[tuple[str, str], float]


def ores(world: World, element: str) -> Ores:
    """The ores of an element: a country sends its own first, then what it bought."""
    network = world.networks[element]
    mined = {
        (kind, node.country): float(network.entering[at]) * share
        for at, node in enumerate(network.nodes)
        if (node.stage, node.kind) == (MINING, MAKE)
        for kind, share in _kinds(world, element, node.country).items()
        if share
    }
    trade = _sent(_ways(network), mined)
    has = defaultdict(float, mined)
    for (kind, source, target), amount in trade.items():
        has[kind, source] -= amount
        has[kind, target] += amount
    return Ores(mined, trade, _parts(has))


def _ways(network: Network) -> dict[tuple[str, str], float]:
    """Ore between countries, t a year."""
    edges, found = network.edges, defaultdict[tuple[str, str], float](float)
    for at, target in enumerate(edges.target):
        one, two = network.nodes[edges.source[at]], network.nodes[target]
        if (one.stage, one.kind, two.kind) == (MINING, MARKET, MARKET):
            found[one.country, two.country] += float(edges.amount[at])
    return found


def _sent(
    ways: Mapping[tuple[str, str], float], mined: Mapping[tuple[str, str], float]
) -> dict[tuple[str, str, str], float]:
    out, own, bought = (defaultdict[str, float](float) for _ in range(3))
    for (source, _), amount in ways.items():
        out[source] += amount
    for (_, country), amount in mined.items():
        own[country] += amount
    bought_kind: dict[str, str] = {}
    for (source, target), amount in ways.items():
        if amount > bought[target]:
            bought[target] = amount
            bought_kind[target] = IONIC if mined.get((IONIC, source)) else LIGHT
    found = defaultdict[tuple[str, str, str], float](float)
    for (source, target), amount in ways.items():
        first = min(1.0, own[source] / out[source]) if own[source] else 0.0
        for kind in (LIGHT, IONIC):
            if (kind, source) in mined:
                part = first * mined[kind, source] / own[source]
                found[kind, source, target] += amount * part
        if first < 1:
            found[bought_kind.get(source, LIGHT), source, target] += amount * (1 - first)
    return found


def _parts(has: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """What part of a country's separation runs on each kind."""
    stays = {key: amount for key, amount in has.items() if amount > _LEAST}
    whole = defaultdict[str, float](float)
    for (_, country), amount in stays.items():
        whole[country] += amount
    return {key: amount / whole[key[1]] for key, amount in stays.items()}


def _kinds(world: World, element: str, country: str) -> Mapping[str, float]:
    """The part of a country's ore that is of each kind, by the element in it."""
    if country == _BOTH:
        ionic = _of_clays(world, element)
        return {LIGHT: 1 - ionic, IONIC: ionic}
    kind = IONIC if country in _clay_countries() else LIGHT
    return {kind: 1.0}


@cache
def _clay_countries() -> frozenset[str]:
    return frozenset(
        one.fields["country"]
        for one in table("rare-earth-ores")
        if one.fields["deposit"] in _CLAYS and not one.fields["quota"]
    )


def _of_clays(world: World, element: str) -> float:
    """The part of the element in China's ore that comes out of clays."""
    if _SUM not in world.networks:
        return 0.0
    beside, whole = (_mined(world, name, _BESIDE) for name in (element, _SUM))
    own, all_own = (_mined(world, name, _BOTH) for name in (element, _SUM))
    if not own or not whole:
        return 0.0
    quota = next(
        q.fields for q in table("china-mining-quotas") if q.fields["year"] == f"{world.year}"
    )
    ionic, light = float(quota["ionic_t"]), float(quota["light_t"])
    return min(1.0, ionic / (ionic + light) * all_own * beside / whole / own)


def _mined(world: World, element: str, country: str) -> float:
    network = world.networks[element]
    return sum(
        float(network.entering[at])
        for at, node in enumerate(network.nodes)
        if (node.stage, node.kind, node.country) == (MINING, MAKE, country)
    )
