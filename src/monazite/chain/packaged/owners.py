"""Who controls the makers of a country, by country of the owner; recalled, so never sure.

A maker in Malaysia that an Australian firm controls counts there as Malaysian by location and as
Australian by owner. What is not in the table is not known, and is not taken to be local.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from monazite.catalogue.groups import GROUPS
from monazite.chain.figures import Figure
from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.places import iso3
from monazite.chain.stages import MAKE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.chain.network.nodes import Node

_GROUP, _MAGNETS = "REE", "magnets"
"""Materials of the table that stand for every rare earth, and for every magnet alloy."""


def owners(nodes: Iterable[Node], year: int) -> dict[Node, Mapping[str, Figure]]:
    """By make node the parts that owners of each country control, by ISO3; others are left out.

    Parts add up to 1 at most: what is missing is held by owners who are not known.
    """
    known = _parts(year)
    found = {
        node: known.get((_named(node.material), node.stage, node.country), {})
        for node in nodes
        if node.kind == MAKE
    }
    return {node: parts for node, parts in found.items() if parts}


@cache
def _parts(year: int) -> dict[tuple[str, str, str], dict[str, Figure]]:
    """By material, stage and ISO3 of the place the parts of owners in a year."""
    found: dict[tuple[str, str, str], dict[str, Figure]] = {}
    for one in table("owners"):
        told = one.fields
        place, owner = iso3(told["country"]), iso3(told["owner"])
        if place and owner and int(told["first"]) <= year <= int(told["last"]):
            part = float(told["share_pct"]) / 100
            figure = Figure(part, "1", year, one.source, one.confidence, (one.id,))
            found.setdefault((told["material"], told["stage"], place), {})[owner] = figure
    return found


def _named(material: str) -> str:
    """The name under which the table has a material."""
    if material.startswith(("NdFeB", "SmCo")):
        return _MAGNETS
    return _GROUP if material in GROUPS[_GROUP].elements else material
