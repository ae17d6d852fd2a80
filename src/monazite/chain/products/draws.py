"""A product's parts as draws on a network: from the world through assemblies to the product."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from monazite.chain.network.nodes import Node
from monazite.chain.overlay import Draw
from monazite.chain.sources import source
from monazite.chain.stages import MAKE
from monazite.chain.standing import Taken, user

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from monazite.chain.network.network import Network
    from monazite.chain.problems import Problem
    from monazite.chain.products.bill import Part
    from monazite.chain.products.tree import Held

PRODUCT = "product"


def contained(parts: Sequence[Held]) -> dict[str, dict[str, float]]:
    """Tonnes of each element in one product by the part that brings it, element first.

    What parts inside a part bring is not counted again with what the part itself is made of.
    """
    found: dict[str, dict[str, float]] = {}
    inside: dict[tuple[str, str], float] = {}
    for held in sorted(parts, key=lambda one: -len(one.around)):
        for element in _elements(held, inside):
            below = inside.get((held.part.name, element), 0.0)
            own = max((held.tonnes or 0.0) * held.part.fraction(element) - below, 0.0)
            if own:
                found.setdefault(element, {})[held.part.name] = own
            at = (held.part.part_of, element)
            inside[at] = inside.get(at, 0.0) + own + below
    return found


def _elements(held: Held, inside: Mapping[tuple[str, str], float]) -> set[str]:
    below = {element for name, element in inside if name == held.part.name}
    return below | set(held.part.goods.holds if held.part.goods else ())


def taken(
    network: Network, parts: Sequence[Held], brought: Mapping[str, float], problems: list[Problem]
) -> tuple[list[Taken], list[Draw]]:
    """What parts take from the world of one element, and the way from there to the product.

    brought: tonnes in one product by the part that brings them. A part that says where it was made
    and holds what others bring is a maker of its own between them and the product.
    """
    by_name = {held.part.name: held for held in parts}
    through: dict[tuple[Node, Node], float] = {}
    found = []
    for name, amount in brought.items():
        held = by_name[name]
        way = (*_makers(network.element, held.around), user(network.element, PRODUCT))
        draw = _first(network, held.part, way[0], amount, problems)
        found.append(Taken(held.part.line.row, name, amount, draw))
        for pair in pairwise(way):
            through[pair] = through.get(pair, 0.0) + amount
    return found, [Draw(*pair, amount, 0.0, ()) for pair, amount in through.items()]


def _first(
    network: Network, part: Part, target: Node, amount: float, problems: list[Problem]
) -> Draw:
    """The draw of a part on the world; of unknown origin where the world does not know it."""
    goods = part.goods
    origin = goods and part.line.read(lambda: source(network, goods, part.whence), problems)
    spread = goods.holds[network.element].spread if goods else 0.0
    rows = goods.holds[network.element].rows if goods else ()
    return Draw(origin, target, amount, spread, rows)


def _makers(element: str, around: Iterable[Part]) -> Iterator[Node]:
    for part in around:
        if part.whence.made_in:
            yield Node(element, part.stage, part.whence.made_in, MAKE, part.name)
