"""Where goods that somebody takes stand in a network: at their maker, or on a country's market."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from monazite.chain.amounts import iso3
from monazite.chain.network.nodes import Node
from monazite.chain.stages import MAKE, MARKET
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.chain.goods import Goods
    from monazite.chain.network.network import Network
    from monazite.chain.problems import Problem
    from monazite.chain.sheet import Line

MADE_IN, BOUGHT_FROM = "made_in", "bought_from"


@dataclass(frozen=True, slots=True)
class Whence:
    """What a row says of where goods come from, as ISO3; empty where it says nothing.

    made_in: where they were made; bought_from: whose market they come from, where it is not known
    who made them, so that they are mixed as that market is. The first is used where both stand.
    """

    made_in: str
    bought_from: str

    @property
    def column(self) -> str:
        """The column that counts."""
        return MADE_IN if self.made_in else BOUGHT_FROM

    @property
    def country(self) -> str:
        """The country that counts; empty where the row names none."""
        return self.made_in or self.bought_from


def whence(line: Line, problems: list[Problem]) -> Whence | None:
    """What a row's columns say; None, and a problem for each, where one is no country."""
    made, bought = (
        line.read(partial(iso3, line[name], name), problems) for name in (MADE_IN, BOUGHT_FROM)
    )
    return None if made is None or bought is None else Whence(made, bought)


def source(network: Network, goods: Goods, place: Whence) -> Node | None:
    """The node from which such goods come; None where the row names no country.

    InputError (with the code of a `chain.problem`): the network knows no such maker or market, or
    several materials at that stage, of which the row does not say which one is meant.
    """
    if not place.country:
        return None
    kind = MAKE if place.made_in else MARKET
    at = [one for one in network.nodes if one.stage == goods.stage and one.kind == kind]
    node = Node(_named(goods, {one.material for one in at}), goods.stage, place.country, kind)
    if node in network.index:
        return node
    known = sorted({one.country for one in at if one.material == node.material})
    raise InputError(
        place.column, place.country, "a country that the network knows", f"no_{kind}",
        material=node.material, element=network.element, stage=goods.stage,
        known=", ".join(known) or "-",
    )  # fmt: skip


def _named(goods: Goods, materials: set[str]) -> str:
    """The material as the network knows the goods at their stage: Dy in a magnet is an alloy."""
    if goods.material in materials or not materials:
        return goods.material
    if len(materials) == 1:
        return next(iter(materials))
    told = ", ".join(sorted(materials))
    raise InputError("material", goods.material, told, "which_material", materials=told)
