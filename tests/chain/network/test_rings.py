from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.chain.network.rings import Ways, closed_rings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


seeded = settings(derandomize=True, max_examples=50, deadline=None)


def ways(*edges: tuple[int, int, float]) -> Ways:
    source, target = (np.array([edge[end] for edge in edges], dtype=np.int64) for end in (0, 1))
    gain = np.array([edge[2] for edge in edges], dtype=np.float64)
    return Ways(source, target, gain, np.zeros(len(edges)))


def radius(some: Ways, count: int) -> float:
    gains = np.zeros((count, count))
    np.add.at(gains, (some.source, some.target), some.gain)
    return float(np.abs(np.linalg.eigvals(gains)).max())


def test_a_ring_is_told_in_the_way_of_goods_from_its_weakest_edge() -> None:
    (ring,) = closed_rings(ways((0, 1, 1.0), (1, 2, 2.0), (2, 0, 0.6), (1, 3, 1.0)), 4)
    assert ring.nodes == (0, 1, 2, 0)
    assert ring.gain == 1.2
    assert ring.edge == 2


def test_a_ring_that_loses_is_none() -> None:
    assert list(closed_rings(ways((0, 1, 1.0), (1, 0, 0.999)), 2)) == []


def test_two_rings_that_each_lose_can_feed_each_other() -> None:
    both = ways((0, 1, 0.6), (1, 0, 1.0), (0, 2, 0.7), (2, 0, 1.0))
    (ring,) = closed_rings(both, 3)
    assert ring.nodes == (1, 0, 1)
    assert ring.gain == 0.6


def test_of_equal_gains_the_least_amount_is_the_weakest() -> None:
    turning = ways((0, 1, 1.0), (1, 0, 1.0))._replace(amount=np.array([50.0, 20.0]))
    (ring,) = closed_rings(turning, 2)
    assert ring.edge == 1


@seeded
@given(st.integers(0, 10_000))
def test_rings_are_there_where_the_spectral_radius_says_so_and_gone_once_opened(seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.integers(2, 9))
    pairs = [(a, b) for a in range(count) for b in range(count) if a != b and rng.random() < 0.4]
    if not pairs:
        return
    some = ways(*((a, b, float(rng.choice([0.1, 0.5, 0.9, 1.0, 1.3]))) for a, b in pairs))
    before = radius(some, count)
    rings = list(closed_rings(some, count))
    if abs(before - 1) > 1e-6:
        assert bool(rings) == (before > 1)
    opened = [ring.edge for ring in rings]
    assert len(set(opened)) == len(opened)
    left = np.delete(np.arange(len(pairs)), opened)
    assert radius(ways(*((*pairs[at], float(some.gain[at])) for at in left)), count) < 1
