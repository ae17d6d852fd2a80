"""The ways from metals to magnets, and of magnets between countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.figures import SPREAD
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.rare_earths.alloys import ALLOYS, FAMILY, made, tonnes
from monazite.chain.packaged.rare_earths.destinations import CHINA, UNNAMED, sales
from monazite.chain.packaged.rare_earths.metals import shares
from monazite.chain.packaged.rare_earths.separated import recovery
from monazite.chain.packaged.rare_earths.sketch import EACH, GUESS, ITSELF, Way, told
from monazite.chain.stages import MAGNET, MAKE, MARKET, METAL

if TYPE_CHECKING:
    from monazite.chain.packaged.rare_earths.destinations import Sale
    from monazite.chain.packaged.rare_earths.sketch import Sketch


def add_magnetic(sketch: Sketch) -> None:
    """Makers of magnets by alloy, and what they sell abroad."""
    for alloy in ALLOYS:
        _add_makers(sketch, alloy)
    for sale in sales(sketch.year):
        _add_sale(sketch, sale)


def _add_makers(sketch: Sketch, alloy: str) -> None:
    taken = made(sketch.year)[alloy].taken
    for country, share in shares(MAGNET, FAMILY[alloy], sketch.year).items():
        make, known = (
            Node(alloy, MAGNET, country, MAKE),
            told(share.confidence, held=share.year != sketch.year),
        )
        spread = SPREAD[share.confidence]
        part = taken * share.part
        market = Node(ITSELF, METAL, country, MARKET)
        sketch.add(market, make, Way(part, known, spread, (share.row,)))
        out = Way(part * recovery(MAGNET), known, spread, (share.row,))
        sketch.add(make, Node(alloy, MAGNET, country, MARKET), out)


def _add_sale(sketch: Sketch, sale: Sale) -> None:
    """A sale in tonnes of magnets, split by alloy as the seller makes them, or as China does."""
    maker = sale.seller or CHINA
    made_t = {alloy: tonnes(alloy, sketch.year).get(maker, 0.0) for alloy in ALLOYS}
    for alloy, mass_t in made_t.items():
        content = made(sketch.year)[alloy].content
        amounts = sale.mass_t * mass_t / sum(made_t.values()) * content
        known = EACH if sale.printed else GUESS
        if sale.seller == UNNAMED:
            sketch.unknown[Node(alloy, MAGNET, sale.buyer, MARKET)] = amounts
            continue
        seller, buyer = (Node(alloy, MAGNET, place, MARKET) for place in (sale.seller, sale.buyer))
        sketch.add(seller, buyer, Way(amounts, known, SPREAD["derived-weak"], sale.rows))
