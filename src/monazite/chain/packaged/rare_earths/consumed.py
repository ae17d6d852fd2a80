"""The last ways: from markets to the sectors that use up what is there.

A sector takes its part of what a market has left over (what it makes and buys, less what it sells
on and what makers of the next stage take). Where the parts of trade are guesses, so is what is
left, and it may come out negative: then a small part of what the market has is the first guess.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.figures import ESTIMATE, SPREAD
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.rare_earths.built_into import uses_of
from monazite.chain.packaged.rare_earths.elements import ELEMENTS
from monazite.chain.packaged.rare_earths.sectors import MAGNETS, split
from monazite.chain.packaged.rare_earths.sketch import GUESS, Way
from monazite.chain.stages import COMPONENT, MARKET, METAL, REFINING, SECTOR, USE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.rare_earths.elements import Floats
    from monazite.chain.packaged.rare_earths.sketch import Sketch

_OTHER = "other"
_SMALL = 0.05
"""The part of what a market has that is guessed to be used where sums leave nothing for it."""
_SPREAD = SPREAD[ESTIMATE]


def add_consumed(sketch: Sketch) -> None:
    """Uses of oxides, metals and components."""
    for node, left in left_over(sketch).items():
        if node.kind == MARKET and node.stage in {REFINING, METAL}:
            _add_uses(sketch, node, left, _parts(node.stage))
        elif node.kind == MARKET and node.stage == COMPONENT:
            _add_uses(sketch, node, left, uses_of(node.material, node.country))


def left_over(sketch: Sketch) -> Mapping[Node, Floats]:
    """By node what is left over for use, t of each element; never 0 where something came in."""
    come: dict[Node, Floats] = {}
    gone: dict[Node, Floats] = {}
    nothing = np.zeros(len(ELEMENTS))
    for (source, target), way in sketch.ways.items():
        come[target] = come.get(target, nothing) + way.amounts
        gone[source] = gone.get(source, nothing) + way.amounts
    return {
        node: np.maximum(has - gone.get(node, nothing), _SMALL * has) for node, has in come.items()
    }


def _add_uses(sketch: Sketch, market: Node, left: Floats, parts: Mapping[str, Floats]) -> None:
    for sector, part in parts.items():
        use = Node(market.material, SECTOR, market.country, USE, sector)
        if (left * part).any():
            sketch.add(market, use, Way(left * part, GUESS, _SPREAD, ()))


@cache
def _parts(stage: str) -> Mapping[str, Floats]:
    """By sector the part of each element that it has of the end uses that draw on a stage."""
    found: dict[str, Floats] = {}
    for at, element in enumerate(ELEMENTS):
        uses = {key: part for key, part in split(element, stage).items() if key != MAGNETS}
        for sector, part in (uses or {_OTHER: 1.0}).items():
            found.setdefault(sector, np.zeros(len(ELEMENTS)))[at] = part / sum(uses.values() or [1])
    return found
