"""A user's own network, read from a file of nodes and a file of edges (`node_rows`, `edge_rows`).

All that is wrong is told with its row and its remedy, and the rest is computed: what a row that
cannot be used would have brought, and what a node gives beyond what reaches it, is of unknown
origin. Nothing is balanced; `balance.reconcile` does that where a user asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.figures import Figure
from monazite.chain.network import checks
from monazite.chain.network.edge_rows import edge_rows
from monazite.chain.network.network import OBSERVED, Edges, Network
from monazite.chain.network.node_rows import node_rows
from monazite.chain.network.own import columns, summed
from monazite.chain.network.shares import by_share, taken
from monazite.chain.stages import MAKE
from monazite.chain.worlds import Plant, World

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from monazite.chain.network.node_rows import NodeRow
    from monazite.chain.network.nodes import Node
    from monazite.chain.network.own import Rows
    from monazite.chain.problems import Problem

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Own:
    """A user's network as a world of one element, and what is wrong with its two files.

    names: what the user calls each node.
    """

    world: World
    names: Mapping[Node, str] = field(repr=False)
    of_nodes: tuple[Problem, ...]
    of_edges: tuple[Problem, ...]

    @property
    def partial(self) -> bool:
        """Whether anything could not be used as it stands."""
        return bool(self.of_nodes or self.of_edges)


def own_network(nodes: Path | str, edges: Path | str, element: str, year: int) -> Own:
    """The network of an element in a year that two CSV files describe.

    Raises:
        InputError: field "file": one of them cannot be read at all.
    """
    nodes, edges = Path(nodes), Path(edges)
    places = node_rows(nodes, element)
    ways = edge_rows(edges, places, element)
    of_edges = list(ways.problems)
    rows = columns(tuple(places.rows.values()), ways.rows)
    for check in (checks.one_manner, checks.shares_within_one, checks.no_closed_rings):
        rows, problems = check(rows)
        of_edges.extend(problems)
    said = _amounts(rows)
    found = _network(rows, said, (element, year, edges.name))
    of_nodes = (
        *places.problems, *checks.sized(rows), *checks.bare_uses(rows),
        *checks.supplied(rows, said.lacks, said.gives),
    )  # fmt: skip
    plants = {
        row.node: _plant(row, nodes.name, year) for row in rows.nodes if row.node.kind == MAKE
    }
    names = {row.node: row.name for row in rows.nodes}
    world = World(year, {element: found}, plants, {}, {}, ())
    return Own(world, names, of_nodes, tuple(of_edges))


class _Amounts(NamedTuple):
    """t of each edge, and by node what it gives (or uses), lacks, and takes in by no known way."""

    edges: Floats
    gives: Floats
    lacks: Floats
    unknown: Floats


def _amounts(rows: Rows) -> _Amounts:
    count, whole, shared = len(rows.nodes), taken(rows), by_share(rows)
    amount = np.where(np.isnan(rows.share), rows.amount, rows.share * whole[rows.target])
    comes = summed(np.where(rows.source >= 0, rows.target, -1), amount, count)
    lost = summed(np.where(rows.source < 0, rows.target, -1), amount, count)
    rest = np.where(shared, whole - comes - rows.entering - rows.unknown, lost)
    unknown = rows.unknown + np.maximum(rest, 0.0)
    gives = summed(rows.source, amount, count) + rows.used
    lacks = np.maximum(gives / rows.recovery - comes - rows.entering - unknown, 0.0)
    return _Amounts(amount, gives, lacks, unknown + lacks)


def _network(rows: Rows, said: _Amounts, named: tuple[str, int, str]) -> Network:
    element, year, name = named
    stays = np.flatnonzero(rows.source >= 0)
    return Network(
        element=element,
        year=year,
        nodes=tuple(row.node for row in rows.nodes),
        edges=Edges(
            source=rows.source[stays],
            target=rows.target[stays],
            amount=said.edges[stays],
            basis=np.full(len(stays), OBSERVED, dtype=np.int64),
            spread=np.array([rows.edges[at].spread for at in stays], dtype=np.float64),
            rows=tuple((f"{name}:{rows.edges[at].line.row}",) for at in stays),
        ),
        entering=rows.entering,
        unknown=said.unknown,
    )


def _plant(row: NodeRow, name: str, year: int) -> Plant:
    def figure(of: str, unit: str) -> Figure | None:
        value = row.numbers.get(of)
        rows = (f"{name}:{row.line.row}",)
        return None if value is None else Figure(value, unit, year, name, row.confidence, rows)

    return Plant(
        production=None,
        capacity=figure("capacity", "t"),
        recovery=figure("recovery", "1"),
        lead_time=figure("lead_time", "years"),
        stock=figure("stock", "t"),
    )
