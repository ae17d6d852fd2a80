"""What is known of the makers of rare earths: what they put out and recover, and what else is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from monazite.chain.figures import Figure, Reading
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.choice import ONLY
from monazite.chain.packaged.plants import held_by, plant
from monazite.chain.packaged.rare_earths.alloys import ALLOYS, FAMILY, SMCO, tonnes
from monazite.chain.packaged.rare_earths.elements import TO_OXIDE
from monazite.chain.packaged.rare_earths.metals import shares
from monazite.chain.packaged.rare_earths.outputs import OURS, WORKED_OUT, output, printed
from monazite.chain.packaged.rare_earths.separated import recovery_row, separated
from monazite.chain.packaged.rare_earths.sketch import SUM_OF_ALL
from monazite.chain.stages import MAGNET, MAKE, MARKET, MINING, REFINING
from monazite.chain.worlds import Plant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.network import Network


def plants(network: Network) -> Mapping[Node, Plant]:
    """By maker of a network what is known of it; and what countries hold of separated oxides."""
    found = {node: _plant(node, network.year) for node in network.nodes if node.kind == MAKE}
    for node in network.nodes:
        if (node.stage, node.kind) == (REFINING, MARKET):
            stock = held_by(network.element, node.country, network.year)
            if stock:
                found[node] = Plant(None, None, None, None, stock)
    return found


def alloy_plants(year: int) -> Mapping[Node, Plant]:
    """Makers of magnets with their output in t of the alloy, of which elements are parts."""
    return {
        Node(alloy, MAGNET, country, MAKE): _alloy_plant(alloy, country, year)
        for alloy in ALLOYS
        for country in tonnes(alloy, year)
    }


def _alloy_plant(alloy: str, country: str, year: int) -> Plant:
    made, recovery = _magnets(alloy, country, year), _recovery(alloy, MAGNET, year)
    return plant(alloy, MAGNET, country, year, made, recovery)


def _magnets(alloy: str, country: str, year: int) -> Reading:
    """Magnets that came out, by the share of the maker; shares that others print beside it."""
    share = shares(MAGNET, FAMILY[alloy], year)[country]
    made = Figure(
        tonnes(alloy, year)[country],
        "t of the alloy",
        share.year,
        OURS,
        share.confidence,
        (share.row,),
    )
    others = printed("magnets", MAGNET, country) if alloy != SMCO else ()
    return Reading(made, others, WORKED_OUT if others else ONLY)


def _plant(node: Node, year: int) -> Plant:
    # An alloy is in several networks at once: its output is no mass of one element of them.
    made = (
        None if node.material in ALLOYS else output(node.material, node.stage, node.country, year)
    )
    recovery = _recovery(node.material, node.stage, year)
    if recovery and (node.material, node.stage) == (SUM_OF_ALL, REFINING):
        recovery = _of_all(recovery, node.country, year)
    return plant(node.material, node.stage, node.country, year, made, recovery)


def _of_all(usual: Figure, country: str, year: int) -> Figure:
    """What a plant puts out of all oxides that it takes in, samarium less than the others."""
    made, row = separated(year)[country], recovery_row("Sm", REFINING)
    come = (made.taken + made.added + made.unknown) @ TO_OXIDE
    value = float(made.output @ TO_OXIDE / come)
    return replace(usual, value=value, low=None, high=None, rows=(*usual.rows, row.id))


@cache
def _recovery(material: str, stage: str, year: int) -> Figure | None:
    """None for a mine, which brings its output into the world whole."""
    if stage == MINING:
        return None
    row = recovery_row(material, stage)
    typical, low, high = (
        float(row.fields[key]) / 100 for key in ("recovery_pct", "low_pct", "high_pct")
    )
    return Figure(typical, "1", year, row.source, row.confidence, (row.id,), low, high)
