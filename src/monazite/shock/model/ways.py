"""The flows of a world's networks as goods, makers and users, t a year.

Materials are in t of contained element, magnets and what they are built into in t of alloy, ore of
rare earths in t of the scope's elements in it. What enters at a plant that also takes goods in is
another maker of the same good: scrap. What arrives by no known way is made by a fixed maker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.amounts import RARE_EARTHS
from monazite.chain.stages import MAKE, MARKET, MINING, REFINING, USE
from monazite.shock.model.draft import LEFT, OTHER, Draft, Maker, User
from monazite.shock.model.model import Good
from monazite.shock.model.ores import ores

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import World
    from monazite.shock.model.ores import Ores
    from monazite.shock.model.scope import Scope

SCRAP = "scrap"
_UNEXPLAINED = "unexplained"
"""The sector of the chain for what nobody is known to use."""
_LEAST = 1e-3
"""t a year; a kilogram is rounding of the balance, and no trade."""


class _Way(NamedTuple):
    source: Node
    target: Node
    amount: float


def drafted(world: World, scope: Scope) -> Draft:
    """Everything of the scope's elements."""
    draft = Draft()
    for element in scope.elements:
        part = _Part(world, scope, element)
        for way in part.ways():
            part.add(draft, way)
        part.add_made(draft)
        part.add_ore(draft)
    return draft


class _Part:
    """One element's network, on its way into a draft."""

    def __init__(self, world: World, scope: Scope, element: str) -> None:
        self.network: Network = world.networks[element]
        self.scope, self.element = scope, element
        self.holds = {name: alloy.holds for name, alloy in world.alloys.items()}
        mines = any(node.stage == MINING for node in self.network.nodes)
        self.ores: Ores | None = ores(world, element) if element in RARE_EARTHS and mines else None

    def ways(self) -> Iterator[_Way]:
        """Edges but those of ores of two kinds, t of the good."""
        edges, nodes = self.network.edges, self.network.nodes
        for at, target in enumerate(edges.target):
            one, two = nodes[edges.source[at]], nodes[target]
            amount = float(edges.amount[at]) * self._times(one if one.kind == MARKET else two)
            if amount > _LEAST and not (self.ores and one.stage == MINING):
                yield _Way(one, two, amount)

    def _times(self, node: Node) -> float:
        """How many t of the good hold 1 t of the element."""
        held = self.scope.held.get(node.material)
        if held is None:
            return 1.0
        return 1 / held if self.element in self.holds[node.material] else 0.0

    def add(self, draft: Draft, way: _Way) -> None:
        """Put an edge where it belongs."""
        one, two, amount = way
        if one.kind == MAKE:
            self._add_output(draft, way)
        elif two.kind == MARKET:
            draft.trade[_good(one), one.country, two.country] += amount
        elif two.kind == USE:
            draft.used[_user(one, two), _good(one)] += amount
        else:
            draft.taken[_maker(two), _good(one)] += amount

    def _add_output(self, draft: Draft, way: _Way) -> None:
        node, good = way.source, _good(way.target)
        for maker, part in self._lines(node).items():
            draft.given[maker, good] += way.amount * part

    def _lines(self, node: Node) -> Mapping[Maker, float]:
        """The makers of a node's product by what they work on, and the part of each."""
        at = self.network.index[node]
        enters, unknown = float(self.network.entering[at]), float(self.network.unknown[at])
        fed = float(self.network.edges.amount[self.network.edges.target == at].sum())
        whole = enters + unknown + fed
        mine = Maker(
            f"{node.stage}/{node.material}/{SCRAP}" if fed else _name(node),
            node.country,
            fixed=False,
        )
        lines = {mine: enters / whole, _unknown(node): unknown / whole}
        for maker, part in self._fed(node).items():
            lines[maker] = lines.get(maker, 0.0) + part * fed / whole
        return {maker: part for maker, part in lines.items() if part * whole > _LEAST}

    def _fed(self, node: Node) -> Mapping[Maker, float]:
        if self.ores is None or node.stage != REFINING:
            return {_maker(node): 1.0}
        return {
            Maker(f"{REFINING}/{kind}", node.country, fixed=False): part
            for (kind, country), part in self.ores.part.items()
            if country == node.country
        } or {_unknown(node): 1.0}

    def add_made(self, draft: Draft) -> None:
        """What enters or arrives by no known way at a market."""
        for at, node in enumerate(self.network.nodes):
            if node.kind == MARKET and not (self.ores and node.stage == MINING):
                for maker, amount in (
                    (Maker(_name(node), node.country, fixed=False), self.network.entering[at]),
                    (_unknown(node), self.network.unknown[at]),
                ):
                    if (mass := float(amount) * self._times(node)) > _LEAST:
                        draft.given[maker, _good(node)] += mass

    def add_ore(self, draft: Draft) -> None:
        """Mines, ways and separation of two kinds of ore."""
        if self.ores is None:
            return
        for (kind, country), amount in self.ores.mined.items():
            mine = Maker(f"{MINING}/{kind}", country, fixed=False)
            draft.given[mine, Good(kind, MINING)] += amount
        for (kind, one, two), amount in self.ores.trade.items():
            draft.trade[Good(kind, MINING), one, two] += amount
        edges, nodes = self.network.edges, self.network.nodes
        for at, target in enumerate(edges.target):
            if (nodes[target].stage, nodes[target].kind) == (REFINING, MAKE):
                for maker, part in self._fed(nodes[target]).items():
                    if not maker.fixed:
                        ore = Good(maker.kind.partition("/")[2], MINING)
                        draft.taken[maker, ore] += float(edges.amount[at]) * part


def _good(node: Node) -> Good:
    return Good(node.material, node.stage)


def _name(node: Node) -> str:
    return f"{node.stage}/{node.material}"


def _maker(node: Node) -> Maker:
    return Maker(_name(node), node.country, fixed=False)


def _unknown(node: Node) -> Maker:
    return Maker(f"{LEFT}/{_name(node)}", node.country, fixed=True)


def _user(source: Node, use: Node) -> User:
    if use.sector == _UNEXPLAINED:
        return User(LEFT, use.country, _name(source))
    return User(use.sector, use.country, _name(source) if use.sector == OTHER else "")
