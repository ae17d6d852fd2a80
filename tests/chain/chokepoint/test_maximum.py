from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.chain.chokepoint.maximum import arcs, at_sink
from support.chain_flows import Problem, by_programme

if TYPE_CHECKING:
    from monazite.chain.network.network import Floats, Ints


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("warm", [False, True])
def test_the_cut_found_is_as_large_as_the_largest_flow(seed: int, warm: bool) -> None:
    rng = np.random.default_rng(seed)
    size = int(rng.integers(3, 12))
    capacity = rng.uniform(0, 1, (size + 2, size + 2)) * (rng.random((size + 2, size + 2)) < 0.4)
    np.fill_diagonal(capacity, 0.0)
    capacity[:, -2] = capacity[-1] = capacity[-2, -1] = 0.0
    begin, end = np.nonzero(capacity)
    most = capacity[begin, end]
    carried = one_way(begin, end, most, size) if warm else np.zeros(len(most))
    ready = arcs(begin, end, size + 2, size, size + 1)
    near = at_sink(ready, most, carried)
    assert near[size + 1]
    assert not near[size]
    across = most[~near[begin] & near[end]].sum()
    assert across == pytest.approx(by_programme(Problem(capacity, ())), abs=1e-7)


def one_way(begin: Ints, end: Ints, most: Floats, size: int) -> Floats:
    """A flow that fits: as much as goes straight through each place from source to sink."""
    carried = np.zeros(len(most))
    for place in range(size):
        into = np.flatnonzero((begin == size) & (end == place))
        out = np.flatnonzero((begin == place) & (end == size + 1))
        if len(into) and len(out):
            carried[into] = carried[out] = min(most[into[0]], most[out[0]])
    return carried


def test_of_several_smallest_cuts_the_one_nearest_to_the_use_is_found() -> None:
    # A chain of three equal arcs: each of them is a smallest cut.
    ready = arcs(np.array([2, 0, 1]), np.array([0, 1, 3]), 4, 2, 3)
    assert at_sink(ready, np.full(3, 0.5), np.zeros(3)).tolist() == [False, False, False, True]


def test_goods_that_go_round_more_than_once_do_not_overflow() -> None:
    # Between two places more goes each way than is used.
    begin, end = np.array([2, 0, 1, 1]), np.array([0, 1, 0, 3])
    ready = arcs(begin, end, 4, 2, 3)
    capacity = np.array([0.4, 3.0, 3.0, 1.0])
    near = at_sink(ready, capacity, np.array([0.0, 2.6, 2.6, 0.0]))
    assert near.tolist() == [True, True, False, True]
