"""The ways from magnets to motors and other parts, and of parts and products between countries.

No trade in what magnets are built into is open. Magnets are taken to be built in where they are. Of
what comes into a country in finished parts there is one total, for the United States; who built
them is a guess (table `component-imports`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.figures import ESTIMATE, SPREAD
from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.rare_earths.consumed import left_over
from monazite.chain.packaged.rare_earths.separated import recovery
from monazite.chain.packaged.rare_earths.sketch import GUESS, Way
from monazite.chain.stages import COMPONENT, MAGNET, MAKE, MARKET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.nodes import Node
    from monazite.chain.packaged.rare_earths.elements import Floats
    from monazite.chain.packaged.rare_earths.sketch import Sketch

_SPREAD = SPREAD[ESTIMATE]


class _Import(NamedTuple):
    """The part of what a country uses in components that another built, and the row."""

    exporter: str
    part: float
    row: str


def add_components(sketch: Sketch) -> None:
    """Makers that build the magnets of their own country into parts, and parts sold abroad."""
    built: dict[Node, Floats] = {}
    for market, left in left_over(sketch).items():
        if (market.stage, market.kind) == (MAGNET, MARKET):
            make, out = (market._replace(stage=COMPONENT, kind=kind) for kind in (MAKE, MARKET))
            built[out] = left * recovery(COMPONENT)
            sketch.add(market, make, Way(left, GUESS, _SPREAD, ()))
            sketch.add(make, out, Way(built[out], GUESS, _SPREAD, ()))
    for buyer, own in built.items():
        _add_imports(sketch, buyer, own, built)


def _add_imports(sketch: Sketch, buyer: Node, own: Floats, built: Mapping[Node, Floats]) -> None:
    imports = _imports().get(buyer.country, ())
    home = 1.0 - sum(one.part for one in imports)
    for one in imports:
        seller = buyer._replace(country=one.exporter)
        if seller in built:
            sketch.add(seller, buyer, Way(own * one.part / home, GUESS, _SPREAD, (one.row,)))


@cache
def _imports() -> Mapping[str, tuple[_Import, ...]]:
    """By importer where its parts and products come from."""
    found: dict[str, tuple[_Import, ...]] = {}
    for one in table("component-imports"):
        told = one.fields
        share = _Import(told["exporter"], float(told["part_pct"]) / 100, one.id)
        found[told["importer"]] = (*found.get(told["importer"], ()), share)
    return found
