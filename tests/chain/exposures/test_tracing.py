from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.exposures.tracing import first, hits, trace, visits
from monazite.chain.network.nodes import Node
from monazite.chain.stages import MAKE, MARKET
from support.chain_networks import dense, network, random_network

RINGS = [(seed, rings) for seed in range(8) for rings in (False, True)]


@pytest.mark.parametrize(("seed", "rings"), RINGS)
def test_visits_are_those_of_the_inverse(seed: int, rings: bool) -> None:
    found = random_network(np.random.default_rng(seed), rings=rings, scrap=rings)
    mixing, entering, unknown = dense(found)
    inverse = np.linalg.inv(np.eye(len(found.nodes)) - mixing)
    tracing = trace(found)
    assert visits(tracing, np.eye(len(found.nodes))) == pytest.approx(inverse, abs=1e-12)
    assert tracing.entering == pytest.approx(entering)
    assert tracing.unknown == pytest.approx(unknown)


@pytest.mark.slow
def test_rings_of_many_markets_are_those_of_the_inverse_too() -> None:
    found = random_network(np.random.default_rng(8), countries=110, stages=2, rings=True)
    mixing = dense(found)[0]
    inverse = np.linalg.inv(np.eye(len(found.nodes)) - mixing)
    assert visits(trace(found), np.eye(len(found.nodes))) == pytest.approx(inverse, abs=1e-12)
    member = np.array([[float(one.country == "C07")] for one in found.nodes])
    chance = hits(trace(found), member)
    assert chance == pytest.approx(member + (1 - member) * (mixing @ chance), abs=1e-12)


@pytest.mark.parametrize(("seed", "rings"), RINGS)
def test_what_is_hit_is_what_the_formula_says(seed: int, rings: bool) -> None:
    rng = np.random.default_rng(seed)
    found = random_network(rng, rings=rings, scrap=rings)
    inverse = np.linalg.inv(np.eye(len(found.nodes)) - dense(found)[0])
    names = sorted({one.country for one in found.nodes})
    sets = np.array([[float(one.country == name) for name in names] for one in found.nodes])
    chance = hits(trace(found), sets)
    for column in range(len(names)):
        at = np.flatnonzero(sets[:, column])
        expected = inverse[:, at] @ np.linalg.inv(inverse[np.ix_(at, at)]).sum(axis=1)
        assert chance[:, column] == pytest.approx(expected, abs=1e-10)


@pytest.mark.parametrize(("seed", "rings"), RINGS)
def test_a_set_that_nodes_belong_to_in_part_is_hit_in_part(seed: int, rings: bool) -> None:
    rng = np.random.default_rng(seed)
    found = random_network(rng, rings=rings, scrap=rings)
    part = rng.choice([0.0, 0.3, 1.0], (len(found.nodes), 3))
    mixing = dense(found)[0]
    chance = hits(trace(found), part)
    assert chance == pytest.approx(part + (1 - part) * (mixing @ chance), abs=1e-10)


@pytest.mark.parametrize("rings", [False, True])
def test_walks_at_random_meet_countries_as_often(rings: bool) -> None:
    rng = np.random.default_rng(5)
    found = random_network(rng, countries=3, rings=rings, scrap=rings)
    mixing, _, _ = dense(found)
    start, walks = len(found.nodes) - 1, 40_000
    member = np.array([[float(one.country == "C00" and one.kind == MAKE)] for one in found.nodes])
    steps = np.cumsum(mixing, axis=1)
    met, here = np.zeros(walks, dtype=bool), np.full(walks, start)
    while len(here):
        met[: len(here)] |= member[here, 0] > 0
        after = (steps[here] < rng.random((len(here), 1))).sum(axis=1)
        on = after < len(found.nodes)
        order = np.argsort(~on, kind="stable")
        met[: len(here)] = met[: len(here)][order]
        here = after[on]
    expected = hits(trace(found), member)[start, 0]
    assert met.mean() == pytest.approx(expected, abs=4 * 0.5 / walks**0.5)


def test_every_walk_ends() -> None:
    for seed, rings in RINGS:
        tracing = trace(random_network(np.random.default_rng(seed), rings=rings, scrap=rings))
        ends = visits(tracing, np.eye(len(tracing.network.nodes)))
        whole = ends @ (tracing.entering + tracing.unknown)
        assert whole == pytest.approx(np.ones(len(whole)), abs=1e-9)


def test_a_ring_that_nothing_enters_is_of_unknown_origin() -> None:
    a, b = (Node("Dy", "mining", name, MARKET) for name in ("AUS", "USA"))
    mine = Node("Dy", "mining", "CHN", MAKE)
    c = Node("Dy", "mining", "CHN", MARKET)
    found = network([(a, b, 3.0), (b, a, 3.0), (a, c, 1.0), (mine, c, 3.0)], {mine: 3.0})
    tracing = trace(found)
    ends = visits(tracing, np.eye(4))
    known, lost = ends @ tracing.entering, ends @ tracing.unknown
    at = found.index
    assert (known[at[a]], lost[at[a]]) == (0.0, 1.0)
    assert (known[at[c]], lost[at[c]]) == (0.75, 0.25)


def test_where_a_walk_stops_first_counts_once_where_goods_go_round() -> None:
    rng = np.random.default_rng(3)
    found = random_network(rng, rings=True, scrap=True)
    stop = np.array([[float(one.kind == MAKE)] for one in found.nodes])
    names = sorted({one.country for one in found.nodes})
    value = np.array([[float(one.country == name) for name in names] for one in found.nodes]) * stop
    chance = first(trace(found), value, np.repeat(stop, len(names), axis=1))
    assert chance.sum(axis=1) == pytest.approx(hits(trace(found), stop)[:, 0], abs=1e-10)
    assert chance.sum(axis=1).max() <= 1 + 1e-12


def test_a_ring_of_many_is_walked_as_one_of_few() -> None:
    """Each of 1,200 markets has a tenth from its own mine, the rest from its neighbour."""
    many = 1200
    names = [f"C{place:04d}" for place in range(many)]
    markets = [Node("Dy", "mining", name, MARKET) for name in names]
    mines = [market._replace(kind=MAKE) for market in markets]
    round_about = [
        (one, other, 9.0) for one, other in zip(markets, markets[1:] + markets[:1], strict=True)
    ]
    own = [(mine, market, 1.0) for mine, market in zip(mines, markets, strict=True)]
    found = network([*own, *round_about], dict.fromkeys(mines, 1.0))
    tracing, last = trace(found), found.index[markets[-1]]
    start = np.zeros((1, 2 * many))
    start[0, last] = 1
    met = visits(tracing, start)[0]
    member = np.zeros((2 * many, 3))
    for column, back in enumerate((0, 1, 50)):
        mine = mines[many - 1 - back]
        assert met[found.index[mine]] == pytest.approx(0.1 * 0.9**back / (1 - 0.9**many))
        member[found.index[mine], column] = 1
    chance = hits(tracing, member)[last]
    assert chance == pytest.approx(
        [met[found.index[mines[many - 1 - back]]] for back in (0, 1, 50)]
    )
