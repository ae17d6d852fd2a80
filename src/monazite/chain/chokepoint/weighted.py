"""A supplier's hold on a whole chain as one number for a table: shares, weighed by what they cost.

W(k) = sum over stages of w * max(0, share - spare) * T / sum of w, with w = years to build one more
plant of the stage, share = what k makes of the stage's goods in the world, spare = what plants
elsewhere can add, as a share of the same, and T = how much restrictions weigh there (1 for none).
Between 0 and the largest T. It ranks; it says nothing of one user (`pairs` does). Source: of the
index, Monazite's own; T as in the EU's trade parameter (`trade.indicators.supply_risk`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.chain.chokepoint.made import made
from monazite.chain.chokepoint.spare import spare as spare_of
from monazite.chain.stages import MAKE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.figures import Figure
    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World


@dataclass(frozen=True, slots=True)
class Term:
    """One stage of the index: fractions of the stage's output, and the years to build a plant.

    rows: the packaged rows of those years.
    """

    stage: str
    share: float
    spare: float
    years: float
    restriction: float
    rows: tuple[str, ...]

    @property
    def held(self) -> float:
        """What of the stage the supplier holds that no plant elsewhere could put out."""
        return max(0.0, self.share - self.spare) * self.restriction


@dataclass(frozen=True, slots=True)
class Weighted:
    """The index of one supplier; left_out: stages of which nobody says how long a plant takes."""

    material: str
    year: int
    supplier: str
    value: float
    terms: tuple[Term, ...]
    left_out: tuple[str, ...]


def weighted(
    world: World, network: Network, restrictions: Mapping[tuple[str, str], float]
) -> tuple[Weighted, ...]:
    """The index of every country that makes something, largest first.

    Args:
        world: what knows the plants: their capacities and how long one takes to build.
        network: of the material.
        restrictions: T by ISO3 and stage; 1 where none is given.
    """
    output, more, years = made(network), _more(world, network), _years(world, network)
    suppliers = sorted({country for by_country in output.values() for country in by_country})
    left_out = tuple(stage for stage in output if stage not in years)
    found = []
    for supplier in suppliers:
        terms = tuple(
            _term(supplier, stage, output[stage], more[stage], years[stage], restrictions)
            for stage in output
            if stage in years
        )
        value = _value(terms)
        found.append(Weighted(network.element, network.year, supplier, value, terms, left_out))
    return tuple(sorted(found, key=lambda one: (-one.value, one.supplier)))


def _term(
    supplier: str, stage: str, output: Mapping[str, float], more: Mapping[str, float],
    years: Figure, restrictions: Mapping[tuple[str, str], float],
) -> Term:  # fmt: skip
    whole = sum(output.values())
    spare = sum(amount for country, amount in more.items() if country != supplier) / whole
    restriction = restrictions.get((supplier, stage), 1.0)
    share = output.get(supplier, 0.0) / whole
    return Term(stage, share, spare, years.value, restriction, years.rows)


def _value(terms: tuple[Term, ...]) -> float:
    weight = sum(term.years for term in terms)
    return sum(term.years * term.held for term in terms) / weight if weight else 0.0


def _more(world: World, network: Network) -> Mapping[str, Mapping[str, float]]:
    """What plants can put out beyond today, in t, by stage and country."""
    found: dict[str, dict[str, float]] = {stage: {} for stage in made(network)}
    spare = spare_of(world, network)
    for source, amount in zip(network.edges.source, network.edges.amount, strict=True):
        node = network.nodes[source]
        if node.kind == MAKE and spare[source] > 0:
            by_country = found[node.stage]
            extra = float(spare[source] * amount)
            by_country[node.country] = by_country.get(node.country, 0.0) + extra
    return found


def _years(world: World, network: Network) -> Mapping[str, Figure]:
    """How long a plant of each stage takes to build: of several plants the longest."""
    found: dict[str, Figure] = {}
    for node in network.nodes:
        plant = world.plants.get(node)
        if node.kind == MAKE and plant is not None and plant.lead_time is not None:
            known = found.get(node.stage, plant.lead_time)
            found[node.stage] = max(known, plant.lead_time, key=lambda figure: figure.value)
    return found
