"""A supplier's hold on a whole chain as one number for a table: shares, weighed by what they cost.

W(k) = sum over stages of w * max(0, share - spare) / sum of w, with w = years to build one more
plant of the stage, share = what k makes of the stage's goods in the world, and spare = what plants
elsewhere can add, as a share of the same. Between 0 and 1. It ranks; it says nothing of one user
(`pairs` does). Export restrictions are no part of it: no source puts a number on a licence that may
be refused. Source: Monazite's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.chain.chokepoint.spare import spare as spare_of
from monazite.chain.outputs import outputs
from monazite.chain.stages import MAKE
from monazite.trade.indicators.keys import REST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.figures import Figure
    from monazite.chain.network.network import Network
    from monazite.chain.outputs import Output
    from monazite.chain.worlds import World


@dataclass(frozen=True, slots=True)
class Term:
    """One stage of a supplier.

    share: of what the world makes of it; spare: what plants elsewhere can add, as a share of the
    same; years: to build one more plant, None where nobody says, and the stage then has no part in
    the index; rows: the packaged rows of what the supplier makes and of the years.
    """

    stage: str
    share: float
    spare: float
    years: float | None
    rows: tuple[str, ...]

    @property
    def held(self) -> float:
        """What of the stage the supplier holds that no plant elsewhere could put out."""
        return max(0.0, self.share - self.spare)


@dataclass(frozen=True, slots=True)
class Weighted:
    """The index of one supplier, and the stages at which it makes something, ore first."""

    supplier: str
    index: float
    terms: tuple[Term, ...]


def weighted(world: World, network: Network) -> tuple[Weighted, ...]:
    """The index of every country that makes something, largest first; the rest is no supplier.

    Args:
        world: what knows the plants: their capacities and how long one takes to build.
        network: of the material.
    """
    output, more, times = outputs(network), _more(world, network), years(world, network)
    weight = sum(times[stage].value for stage in output if stage in times)
    found = []
    for supplier in {country for one in output.values() for country in one.makers} - {REST}:
        terms = tuple(
            _term(stage, supplier, one, more.get(stage, {}), times.get(stage))
            for stage, one in output.items()
            if supplier in one.makers
        )
        index = sum((term.years or 0.0) * term.held for term in terms) / weight if weight else 0.0
        found.append(Weighted(supplier, index, terms))
    return tuple(sorted(found, key=lambda one: (-one.index, one.supplier)))


def years(world: World, network: Network) -> Mapping[str, Figure]:
    """How long a plant of each stage takes to build: of several plants the longest."""
    found: dict[str, Figure] = {}
    for node in network.nodes:
        plant = world.plants.get(node)
        if node.kind == MAKE and plant is not None and plant.lead_time is not None:
            known = found.get(node.stage, plant.lead_time)
            found[node.stage] = max(known, plant.lead_time, key=lambda figure: figure.value)
    return found


def _term(
    stage: str, supplier: str, output: Output, more: Mapping[str, float], time: Figure | None
) -> Term:
    spare = sum(amount for country, amount in more.items() if country != supplier) / output.total
    made = output.makers[supplier]
    share = made.amount / output.total
    if time is None:
        return Term(stage, share, spare, None, made.rows)
    rows = tuple(dict.fromkeys((*made.rows, *time.rows)))
    return Term(stage, share, spare, time.value, rows)


def _more(world: World, network: Network) -> Mapping[str, Mapping[str, float]]:
    """What plants can put out beyond today, in t, by stage and country."""
    found: dict[str, dict[str, float]] = {}
    spare = spare_of(world, network)
    for source, amount in zip(network.edges.source, network.edges.amount, strict=True):
        node = network.nodes[source]
        if node.kind == MAKE and spare[source] > 0:
            by_country = found.setdefault(node.stage, {})
            extra = float(spare[source] * amount)
            by_country[node.country] = by_country.get(node.country, 0.0) + extra
    return found
