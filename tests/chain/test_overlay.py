"""One user more on a network: what is added, and what never changes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.chain.exposures.places import countries, members
from monazite.chain.exposures.tracing import hits, trace
from monazite.chain.network.nodes import Node
from monazite.chain.overlay import Draw, with_draws
from monazite.chain.stages import MAKE, SECTOR, USE
from support.chain_magnets import of
from support.chain_networks import random_network

USER = Node("Dy", SECTOR, "", USE, "ours")


def test_draws_become_edges_and_what_nobody_says_is_unknown() -> None:
    before = of("Dy", 1.0)
    market = Node("Dy", "refining", "JPN", "market")
    found = with_draws(
        before, [Draw(market, USER, 3.0, 0.2, ("row/a",)), Draw(None, USER, 1.0, 0.0, ())]
    )
    assert found.nodes == (*before.nodes, USER)
    assert found.edges.amount[-1] == 3
    assert (found.edges.spread[-1], found.edges.rows[-1]) == (0.2, ("row/a",))
    assert found.unknown[found.index[USER]] == 1
    assert len(found.edges.amount) == len(before.edges.amount) + 1
    assert before.unknown.sum() == 0


def test_no_draws_change_nothing() -> None:
    before = of("Dy", 1.0)
    found = with_draws(before, [])
    assert found.nodes == before.nodes
    assert np.array_equal(found.edges.amount, before.edges.amount)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), parts=st.lists(st.floats(0.01, 9), min_size=1, max_size=4))
def test_a_user_stands_on_the_mean_of_its_sources_and_moves_nobody(
    seed: int, parts: list[float]
) -> None:
    rng = np.random.default_rng(seed)
    before = random_network(rng, rings=seed % 2 == 0)
    names = countries(before)
    shares = hits(trace(before), members(before, names, MAKE))
    at = rng.choice(len(before.nodes), len(parts))
    draws = [
        Draw(before.nodes[place], USER, part, 0.1, ())
        for place, part in zip(at, parts, strict=True)
    ]
    after = with_draws(before, draws)
    now = hits(trace(after), members(after, names, MAKE))
    assert now[: len(before.nodes)] == pytest.approx(shares, abs=1e-12)
    mean = np.average(shares[at], axis=0, weights=parts)
    assert now[after.index[USER]] == pytest.approx(mean, abs=1e-12)
