"""The ways from separated oxides to metals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.figures import SPREAD
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.rare_earths.metals import makers, output, taken
from monazite.chain.packaged.rare_earths.sketch import ITSELF, Way, told
from monazite.chain.stages import MAKE, MARKET, METAL, REFINING

if TYPE_CHECKING:
    from monazite.chain.packaged.rare_earths.sketch import Sketch


def add_smelting(sketch: Sketch) -> None:
    """Makers of metal: what they take from the oxides of their country, and what comes out."""
    year = sketch.year
    said = makers(year)
    for country, amounts in taken(year).items():
        share, make = said[country], Node(ITSELF, METAL, country, MAKE)
        spread, known = SPREAD[share.confidence], told(share.confidence, held=share.year != year)
        market = Node(ITSELF, REFINING, country, MARKET)
        sketch.add(market, make, Way(amounts, known, spread, (share.row,)))
        out = Way(output(year)[country], known, spread, (share.row,))
        sketch.add(make, Node(ITSELF, METAL, country, MARKET), out)
