"""The first ways of a sketch: from the mine through concentrate to separated oxides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.figures import SPREAD
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.rare_earths.mined import assay, mined, readings
from monazite.chain.packaged.rare_earths.scandium import SCANDIUM
from monazite.chain.packaged.rare_earths.separated import grounds, moves, separated
from monazite.chain.packaged.rare_earths.sketch import EACH, ITSELF, SUM_OF_ALL, Way
from monazite.chain.stages import MAKE, MARKET, MINING, REFINING

if TYPE_CHECKING:
    from monazite.chain.packaged.rare_earths.sketch import Sketch

_ASSAY = SPREAD["memory"]
"""How far a recalled assay may be off, whatever is known of the mass of all oxides."""
_DERIVED = SPREAD["derived"]


def add_raw(sketch: Sketch) -> None:
    """Mines, the ways of concentrate, and the plants that separate it."""
    year = sketch.year
    for country, amounts in mined(year).items():
        figure = readings(year)[country].chosen
        mine = Node(ITSELF, MINING, country, MAKE)
        spread = (SPREAD[figure.confidence] ** 2 + _ASSAY**2) ** 0.5
        rows = (*figure.rows, *assay(country, year).rows)
        sketch.entering[mine] = amounts
        sketch.add(
            mine,
            _market(MINING, country),
            Way(amounts, EACH, spread, rows, SPREAD[figure.confidence]),
        )
    for move in moves(year):
        way = Way(move.amounts, EACH, SPREAD[move.row.confidence], (move.row.id,))
        sketch.add(_market(MINING, move.seller), _market(MINING, move.buyer), way)
    for country, plant in separated(year).items():
        make = Node(ITSELF, REFINING, country, MAKE)
        rows = grounds(country, SUM_OF_ALL, year)
        sketch.add(_market(MINING, country), make, Way(plant.taken, EACH, _ASSAY, rows))
        scandium = {SCANDIUM: grounds(country, SCANDIUM, year)}
        out = Way(plant.output, EACH, _DERIVED, rows, rows_of=scandium)
        sketch.add(make, _market(REFINING, country), out)
        sketch.entering[make] = plant.added
        sketch.unknown[make] = plant.unknown


def _market(stage: str, country: str) -> Node:
    return Node(ITSELF, stage, country, MARKET)
