"""How long stocks last: cover in days, time to survive, and time to recover beside it.

Time to survive is the longest time without lost output after a supplier has gone, with nothing
rerouted: the stock makes good the share that is lost, so it lasts cover / share. Time to recover is
the lead time of the quickest known plant that would take the place of a stage. Source: Simchi-Levi
et al. 2014, From superstorms to factory fires, Harvard Business Review 92 (from memory).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.stages import STAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.figures import Figure
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import Plant, World

YEAR = 365.0
DAYS = "days of use"
"""The unit of a stock that its source gives in days and not in t."""


class Stock(NamedTuple):
    """What is held at a node of the country, as a figure with its source."""

    node: Node
    figure: Figure


class Cover(NamedTuple):
    """Stocks of a country, and how long they last.

    days: of the whole use; None where nobody says what is held, which is not zero. lead_times: by
    stage, ore first, the shortest lead time that is known of a plant of the material, in years.
    """

    stocks: tuple[Stock, ...]
    days: float | None
    lead_times: tuple[tuple[str, Figure], ...]

    def survive(self, share: float) -> float | None:
        """Days until a supplier's share is missed; endless where it has none."""
        if self.days is None:
            return None
        return self.days / share if share > 0 else inf


def cover(world: World, country: str, element: str, use: float) -> Cover:
    """The cover of a country that uses so many t of an element a year."""
    known = {node: plant for node, plant in world.plants.items() if _of(world, element, node)}
    stocks = tuple(
        Stock(node, plant.stock)
        for node, plant in sorted(known.items())
        if plant.stock is not None and node.country == country
    )
    days = sum(_days(stock.figure, use) for stock in stocks) if stocks and use > 0 else None
    return Cover(stocks, days, _lead_times(known))


def _of(world: World, element: str, node: Node) -> bool:
    network = world.networks.get(element)
    return node.material == element or (network is not None and node in network.index)


def _days(stock: Figure, use: float) -> float:
    return stock.value if stock.unit == DAYS else YEAR * stock.value / use


def _lead_times(known: Mapping[Node, Plant]) -> tuple[tuple[str, Figure], ...]:
    found: dict[str, Figure] = {}
    for node, plant in sorted(known.items()):
        time = plant.lead_time
        if time and (node.stage not in found or time.value < found[node.stage].value):
            found[node.stage] = time
    return tuple((stage, found[stage]) for stage in STAGES if stage in found)
