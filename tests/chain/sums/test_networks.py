from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.chain.network.network import BALANCED, ESTIMATED
from monazite.chain.network.nodes import Node
from monazite.chain.sums.networks import added, summed
from support.chain_networks import network, node

if TYPE_CHECKING:
    from monazite.chain.network.network import Network

MAGNET = Node("NdFeB", "magnet", "CHN", "make")
SOLD = MAGNET._replace(kind="market")


def of(element: str, ore: float, magnets: float, spread: float) -> Network:
    mine, market = (node(f"{kind} mining CHN", element) for kind in ("make", "market"))
    return network(
        [(mine, market, ore), (MAGNET, SOLD, magnets)], {mine: ore}, {MAGNET: magnets},
        spread=spread, element=element,
    )  # fmt: skip


def both() -> Network:
    return summed([of("Nd", 3, 30, 0.1), of("Dy", 4, 5, 0.1)], "SUM")


def test_amounts_are_added_and_alloys_keep_their_name() -> None:
    found = both()
    ways = {
        (found.nodes[a], found.nodes[b]): amount
        for a, b, amount in zip(*found.edges[:3], strict=True)
    }
    mine, market = (node(f"{kind} mining CHN", "SUM") for kind in ("make", "market"))
    assert ways == {(mine, market): 7, (MAGNET, SOLD): 35}
    assert found.element == "SUM"
    assert found.entering[found.index[mine]] == 7
    assert found.unknown[found.index[MAGNET]] == 35
    assert list(found.nodes) == sorted(found.nodes)


def test_spreads_are_added_in_quadrature() -> None:
    found = both()
    at = next(n for n, a in enumerate(found.edges.source) if found.nodes[a].stage == "mining")
    # The standard deviations .3 and .4 are .5 together, of 7.
    assert found.edges.spread[at] == pytest.approx(0.5 / 7)


def test_a_way_is_known_as_its_worst_part_is_and_has_the_rows_of_all() -> None:
    one, other = of("Nd", 3, 30, 0.1), of("Dy", 4, 5, 0.1)
    one.edges.basis[:] = [BALANCED, BALANCED]
    other.edges.basis[:] = [0, ESTIMATED]
    found = summed([one, other], "SUM").edges
    assert sorted(found.basis.tolist()) == [BALANCED, ESTIMATED]
    assert set(found.rows) == {("row/0",), ("row/1",)}


def test_a_way_of_nothing_has_no_spread() -> None:
    found = summed([of("Nd", 0, 1, 0.1), of("Dy", 0, 1, 0.1)], "SUM").edges
    assert [
        spread for amount, spread in zip(found.amount, found.spread, strict=True) if not amount
    ] == [0]


def test_what_one_network_alone_has_is_kept() -> None:
    abroad = node("make mining AUS", "Dy")
    other = network([(abroad, node("market mining AUS", "Dy"), 2.0)], {abroad: 2.0})
    one = of("Nd", 3, 30, 0.1)
    found = summed([one, other], "SUM")
    values = added(found.nodes, [one, other], [one.entering, other.entering], "SUM")
    assert values.tolist() == found.entering.tolist()
    assert found.entering.sum() == 5
