"""Which figures are of their own year: for some years a source gives none, and another year stands.

Shares of makers of metal and magnets are known of 2024 alone, buyers of magnets of some months of
2025, averages of several years stand for each. What rests on them repeats what it was told once: a
line through such years is flat because nobody looked, not because nothing changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.grounds import deciding, through
from monazite.chain.exposures.places import held
from monazite.chain.exposures.tracing import trace, visits
from monazite.chain.exposures.users import start_of
from monazite.chain.stages import MAKE, USE
from monazite.chain.sums.alloys import network_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from monazite.chain.exposures.order import Flags
    from monazite.chain.exposures.values import Exposure
    from monazite.chain.network.network import Floats, Network
    from monazite.chain.worlds import World

HELD: Mapping[str, Collection[int]] = MappingProxyType({
    "rare-earth-makers": (2024,), "magnet-imports": (2021,), "component-imports": (2020,),
    "eu-supply-shares": range(2016, 2021), "us-import-sources": range(2021, 2025),
    "output-shares": (), "use-countries": (), "entering": (),
})  # fmt: skip
"""Tables whose rows stand for every year, with the years that they speak of; none where they are
our own estimate of no year in particular. Rows of other tables say their year in their id."""
DATED = frozenset({"magnets", "iea-stage-supply"})
"""Tables of which a row may stand for a year other than that in its id."""
_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_LEAST = 1e-9


class OtherYears(NamedTuple):
    """What of a use rests on figures of other years.

    share: the part whose way passed one that decides; tables, rows: which, the weightiest first.
    """

    share: float
    tables: tuple[str, ...]
    rows: tuple[str, ...]


def is_of(row: str, year: int) -> bool:
    """Whether a packaged row (its id) speaks of a year, or of none at all, such as a recovery."""
    table, _, _ = row.partition("/")
    if table in HELD:
        return year in HELD[table]
    years = _YEAR.findall(row) if table in DATED else []
    return not years or str(year) in years


def other_years(network: Network, start: Floats) -> OtherYears:
    """What of uses (t by node) rests on figures of years other than that of the network."""
    tracing, whole = trace(network), start.sum()
    if not whole:
        return OtherYears(0.0, (), ())
    part = start / whole
    marked = _marked(network)
    passed = visits(tracing, part[None, :])[0][network.edges.target] * tracing.share
    weight: dict[str, float] = {}
    for at in np.flatnonzero(marked & deciding(tracing) & (passed > _LEAST)).tolist():
        for row in network.edges.rows[at]:
            if not is_of(row, network.year):
                weight[row] = max(weight.get(row, 0.0), float(passed[at]))
    rows = tuple(sorted(weight, key=lambda row: (-weight[row], row)))
    tables = tuple(dict.fromkeys(row.partition("/")[0] for row in rows))
    return OtherYears(float(through(tracing, part[None, :], marked)[0]), tables, rows)


def of_use_in(world: World, use: Exposure) -> OtherYears:
    """Of a use that an exposure tells of; of a group of countries that of all its members."""
    network = network_of(world, use.material)
    has = held(network, network.edges.amount)
    names = [one.country for one in use.members] or [use.country]
    starts = [start_of(network, has, name, use.stage, use.sector, "") for name in names]
    return other_years(network, np.sum(starts, axis=0))


def of_all(network: Network) -> OtherYears:
    """Of all final use in the world."""
    final = np.array([node.kind == USE for node in network.nodes], dtype=np.bool_)
    return other_years(network, np.where(final, held(network, network.edges.amount), 0.0))


def is_packaged(network: Network) -> bool:
    """Whether a network was built from the packaged tables, and is not a user's own."""
    return any(row.startswith("production/") for rows in network.edges.rows for row in rows)


def own_by_stage(network: Network) -> Mapping[str, float]:
    """By stage the part (0 to 1) of what its makers put out that a figure of that year tells."""
    edges = network.edges
    backed = np.array([bool(rows) for rows in edges.rows], dtype=np.bool_) & ~_marked(network)
    told: dict[str, float] = defaultdict(float)
    whole: dict[str, float] = defaultdict(float)
    for source, amount, own in zip(edges.source, edges.amount.tolist(), backed, strict=True):
        maker = network.nodes[source]
        if maker.kind == MAKE and amount > 0:
            whole[maker.stage] += amount
            told[maker.stage] += amount if own else 0.0
    return {stage: told[stage] / whole[stage] for stage in whole}


def _marked(network: Network) -> Flags:
    """By edge whether figures of other years alone are behind it."""
    year = network.year
    return np.array([_of_others(rows, year) for rows in network.edges.rows], dtype=np.bool_)


def _of_others(rows: Sequence[str], year: int) -> bool:
    """Whether rows speak of other years alone: one of the year itself makes the amount its own."""
    own = any(str(year) in _YEAR.findall(row) for row in rows)
    return not own and any(not is_of(row, year) for row in rows)
