from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.chain.network.network import ESTIMATED, Network
from monazite.chain.pictures.passages import Passage, passages
from monazite.chain.stages import MAKE, MARKET
from support.chain_networks import dense, network, node, random_network

if TYPE_CHECKING:
    from monazite.chain.network.nodes import Node

MINE_CN, MINE_AU = node("make mining CHN", "Dy"), node("make mining AUS", "Dy")
ORE_CN, ORE_AU = node("market mining CHN", "Dy"), node("market mining AUS", "Dy")
PLANT = node("make refining CHN", "Dy")
OXIDE, USE = node("market refining CHN", "Dy"), node("use wind CHN", "Dy")
SIMPLE = network(
    [
        (MINE_CN, ORE_CN, 6.0),
        (MINE_AU, ORE_AU, 4.0),
        (ORE_AU, ORE_CN, 2.0),
        (ORE_CN, PLANT, 8.0),
        (PLANT, OXIDE, 7.0),
        (OXIDE, USE, 7.0),
    ],
    {MINE_CN: 6.0, MINE_AU: 4.0},
)


def amounts(found: tuple[Passage, ...]) -> dict[tuple[Node | None, Node | None], float]:
    held: dict[tuple[Node | None, Node | None], float] = defaultdict(float)
    for one in found:
        held[one.maker, one.taker] += one.amount
    return dict(held)


def test_a_market_passes_on_the_mix_that_it_has() -> None:
    assert amounts(passages(SIMPLE)) == {
        (MINE_CN, PLANT): pytest.approx(6.0),
        (MINE_AU, PLANT): pytest.approx(2.0),
        (PLANT, USE): pytest.approx(7.0),
        (MINE_AU, None): pytest.approx(2.0),
    }


def test_what_no_maker_is_known_for_is_said() -> None:
    found = network(
        [(MINE_CN, ORE_CN, 6.0), (ORE_CN, PLANT, 8.0)], {MINE_CN: 6.0}, {ORE_CN: 2.0, PLANT: 1.0}
    )
    told = passages(found)
    assert [(one.stage, one.maker) for one in told] == [
        ("mining", MINE_CN), ("mining", None), ("mining", None),
    ]  # fmt: skip
    assert [one.amount for one in told] == pytest.approx([6.0, 2.0, 1.0])


def test_what_nobody_is_known_to_take_is_left_by_its_makers() -> None:
    found = network([(MINE_CN, ORE_CN, 6.0), (ORE_CN, PLANT, 3.0)], {MINE_CN: 6.0}, {ORE_CN: 2.0})
    left = [one for one in passages(found) if one.taker is None]
    assert {one.maker: one.amount for one in left} == {
        MINE_CN: pytest.approx(5 * 6 / 8), None: pytest.approx(5 * 2 / 8),
    }  # fmt: skip


def test_an_estimate_anywhere_on_the_way_is_no_print() -> None:
    basis = SIMPLE.edges.basis.copy()
    basis[2] = ESTIMATED
    found = Network(
        SIMPLE.element, SIMPLE.year, SIMPLE.nodes, SIMPLE.edges._replace(basis=basis),
        SIMPLE.entering, SIMPLE.unknown,
    )  # fmt: skip
    sure = {one.maker: one.sure for one in passages(found) if one.taker is not None}
    assert sure == {
        MINE_CN: pytest.approx(6.0),
        MINE_AU: pytest.approx(0.0),
        PLANT: pytest.approx(7.0),
    }


def test_markets_that_feed_only_each_other_come_from_nowhere_known() -> None:
    found = network([(ORE_CN, ORE_AU, 3.0), (ORE_AU, ORE_CN, 3.0), (ORE_CN, PLANT, 1.0)], {})
    assert amounts(passages(found)) == {(None, PLANT): pytest.approx(1.0)}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("rings", [False, True])
def test_passages_are_the_first_makers_that_the_walk_back_meets(seed: int, *, rings: bool) -> None:
    found = random_network(np.random.default_rng(seed), rings=rings, scrap=rings)
    taken, _, _ = dense(found)
    count = len(found.nodes)
    is_market = np.array([one.kind == MARKET for one in found.nodes])
    makers = [at for at, one in enumerate(found.nodes) if one.kind == MAKE]
    # The walk goes on through markets alone and stops at a maker.
    through = np.where(is_market[:, None], taken, 0.0) * is_market[None, :]
    mix = np.linalg.inv(np.eye(count) - through) @ np.where(is_market[:, None], taken, 0.0)
    expected: dict[tuple[Node, Node], float] = defaultdict(float)
    for source, target, amount in zip(*found.edges[:3], strict=True):
        if not is_market[target] and is_market[source]:
            for maker in makers:
                expected[found.nodes[maker], found.nodes[target]] += amount * mix[source, maker]
    got = amounts(passages(found))
    known = {pair: amount for pair, amount in got.items() if None not in pair}
    assert known == {pair: pytest.approx(e) for pair, e in expected.items() if e > 1e-9}


@pytest.mark.parametrize("seed", range(4))
def test_what_arrives_is_what_was_drawn(seed: int) -> None:
    found = random_network(np.random.default_rng(seed), rings=True)
    arrived: dict[Node | None, float] = defaultdict(float)
    for one in passages(found):
        assert 0 <= one.sure <= one.amount + 1e-9
        arrived[one.taker] += one.amount
    for at, taker in enumerate(found.nodes):
        drawn = found.edges.amount[found.edges.target == at].sum() + found.unknown[at]
        if taker.kind != MARKET:
            assert arrived[taker] == pytest.approx(drawn)


def test_a_maker_that_sells_past_every_market_is_known() -> None:
    found = network([(MINE_CN, PLANT, 5.0)], {MINE_CN: 5.0})
    (one,) = passages(found)
    assert (one.stage, one.maker, one.taker, one.amount) == ("mining", MINE_CN, PLANT, 5.0)
