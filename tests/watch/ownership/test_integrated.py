from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.ownership.graph import OPEN, Graph, of_arrays
from monazite.watch.ownership.integrated import integrated
from monazite.watch.ownership.shares import PARTS


def graph_of(size: int, edges: list[tuple[int, int, float]]) -> Graph:
    owners = np.array([edge[0] for edge in edges], dtype=np.int64)
    owned = np.array([edge[1] for edge in edges], dtype=np.int64)
    parts = np.array([round(edge[2] * PARTS) if edge[2] >= 0 else OPEN for edge in edges])
    return of_arrays([str(n) for n in range(size)], owners, owned, parts)


def dense(size: int, edges: list[tuple[int, int, float]], listed: set[int]) -> np.ndarray:
    """(I - A')^-1 a, written out."""
    upward = np.zeros((size, size))
    for owner, owned, share in edges:
        if owned not in listed:
            upward[owned, owner] += share
    ends = np.array([float(n in listed) for n in range(size)])
    found: np.ndarray = np.linalg.solve(np.eye(size) - upward, ends)
    return found


def test_half_of_a_half_is_a_quarter() -> None:
    found = integrated(graph_of(3, [(0, 1, 0.5), (1, 2, 0.5)]), {0})
    assert found.tolist() == [1.0, 0.5, 0.25]


@pytest.mark.parametrize("seed", range(6))
def test_it_is_the_solution_of_the_equations_cycles_included(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size, listed = 40, {0, 1, 2}
    edges: list[tuple[int, int, float]] = []
    for owned in range(size):
        weights = rng.dirichlet(np.ones(4)) * rng.uniform(0.6, 0.999)
        owners = rng.choice(size, 4, replace=False)
        edges += [(int(a), owned, float(w)) for a, w in zip(owners, weights, strict=True)]
    found = integrated(graph_of(size, edges), listed)
    assert np.allclose(found, dense(size, edges, listed), atol=1e-9)
    assert np.all((found >= 0) & (found <= 1 + 1e-12))


def test_a_ring_that_holds_itself_and_a_little_of_a_listed_party() -> None:
    ring = [(1, 2, 0.999), (2, 1, 0.999), (0, 1, 0.001), (3, 2, 0.001)]
    found = integrated(graph_of(4, ring), {0})
    assert found[1] == pytest.approx(dense(4, ring, {0})[1], abs=1e-9)
    assert found[1] == pytest.approx(0.5, abs=0.001)


def test_a_closed_ring_without_listed_owners_holds_nothing() -> None:
    assert integrated(graph_of(3, [(1, 2, 1.0), (2, 1, 1.0)]), {0}).tolist() == [1.0, 0.0, 0.0]


def test_a_long_chain_is_solved() -> None:
    count = 3000
    chain = [(n, n + 1, 1.0) for n in range(count - 1)]
    assert np.allclose(integrated(graph_of(count, chain), {0}), 1.0)


def test_open_shares_count_nothing_and_too_much_is_taken_in_proportion() -> None:
    assert integrated(graph_of(2, [(0, 1, -1.0)]), {0}).tolist() == [1.0, 0.0]
    twice = [(0, 2, 0.8), (1, 2, 0.8)]
    assert integrated(graph_of(3, twice), {0})[2] == pytest.approx(0.5)
