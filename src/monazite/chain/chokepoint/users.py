"""Whose chokepoints are asked for: the users of each country, as starts of a backward walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.stages import MARKET, SECTOR, USE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.network.network import Floats, Network
    from monazite.chain.network.nodes import Node


class Asked(NamedTuple):
    """Which nodes each country uses something at: 1 for such a node (countries, nodes), else 0."""

    countries: tuple[str, ...]
    member: Floats


class Users(NamedTuple):
    """Countries that use something; one that uses nothing is left out.

    start: (countries, nodes), the share of each node in what the country uses, rows add up to 1;
    amount: what each country uses, known origin or not, in t of contained element.
    """

    countries: tuple[str, ...]
    start: Floats
    amount: Floats


def asked(network: Network, stage: str = SECTOR, sector: str = "", material: str = "") -> Asked:
    """The final use of every country, all of it or one sector's, or its market of a stage.

    material: of the nodes, an alloy; empty for all of them.
    """
    at = [
        place for place, node in enumerate(network.nodes) if _asked(node, stage, sector, material)
    ]
    names = tuple(sorted({network.nodes[place].country for place in at}))
    row = {name: place for place, name in enumerate(names)}
    member = np.zeros((len(names), len(network.nodes)))
    member[[row[network.nodes[place].country] for place in at], at] = 1.0
    return Asked(names, member)


def users(asked: Asked, held: Floats) -> Users:
    """The countries that have something (`exposure.places.held`) at the nodes asked for."""
    start = asked.member * held
    amount = start.sum(axis=1)
    kept = np.flatnonzero(amount > 0)
    names = tuple(asked.countries[at] for at in kept)
    return Users(names, start[kept] / amount[kept, None], amount[kept])


def largest(found: Users, most: int) -> tuple[str, ...]:
    """The countries that use most, in alphabetical order."""
    first = np.argsort(-found.amount, kind="stable")[:most]
    return tuple(sorted(found.countries[at] for at in first))


def only(asked: Asked, countries: Sequence[str]) -> Asked:
    """Named countries, in the order in which they are named; those that use nothing have no row."""
    at = [asked.countries.index(name) for name in countries if name in asked.countries]
    return Asked(tuple(asked.countries[place] for place in at), asked.member[at])


def _asked(node: Node, stage: str, sector: str, material: str) -> bool:
    if material not in {"", node.material}:
        return False
    if stage == SECTOR:
        return node.kind == USE and sector in {"", node.sector}
    return node.kind == MARKET and node.stage == stage
