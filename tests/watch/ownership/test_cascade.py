from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.ownership.cascade import Way, cascade, reached
from monazite.watch.ownership.graph import OPEN, Graph, of_arrays
from monazite.watch.ownership.shares import PARTS

HALF = PARTS // 2
SIZE = 8
EDGES = st.lists(
    st.tuples(
        st.integers(0, SIZE - 1), st.integers(0, SIZE - 1),
        st.sampled_from([OPEN, PARTS // 10, PARTS // 4, HALF - 1, HALF, PARTS]),
    ),
    max_size=24,
)  # fmt: skip
LISTED = st.sets(st.integers(0, SIZE - 1), max_size=3)


def graph_of(edges: list[tuple[int, int, int]]) -> Graph:
    rows = np.array(edges, dtype=np.int64).reshape(-1, 3)
    return of_arrays([str(n) for n in range(SIZE)], rows[:, 0], rows[:, 1], rows[:, 2])


def naive(edges: list[tuple[int, int, int]], listed: set[int]) -> set[int]:
    """b_i = listed or the sum of what reached ones hold, until nothing changes."""
    found = set(listed)
    while True:
        new = {
            i for i in range(SIZE)
            if i in found
            or sum(part for a, b, part in edges if b == i and a in found and part != OPEN) >= HALF
        }  # fmt: skip
        if new == found:
            return found
        found = new


@given(EDGES, LISTED)
def test_the_cascade_is_the_least_fixed_point(
    edges: list[tuple[int, int, int]], listed: set[int]
) -> None:
    assert set(cascade(graph_of(edges), listed, Way(HALF))) == naive(edges, listed)


@given(EDGES, LISTED, st.tuples(st.integers(0, 7), st.integers(0, 7), st.just(HALF)))
def test_more_holdings_more_listed_and_wider_readings_never_reach_fewer(
    edges: list[tuple[int, int, int]], listed: set[int], more: tuple[int, int, int]
) -> None:
    narrow = Way(HALF, adds_up=False, through=False)
    sure = set(reached(graph_of(edges), listed, narrow))
    for way in (
        Way(HALF, adds_up=True, through=False),
        Way(HALF, adds_up=False, through=True),
        Way(HALF, open_too=True),
    ):
        assert sure <= set(reached(graph_of(edges), listed, way))
    assert sure <= set(reached(graph_of([*edges, more]), listed | {0}, narrow))


def test_levels_count_the_steps_from_the_nearest_listed() -> None:
    found = cascade(graph_of([(0, 1, HALF), (1, 2, HALF), (2, 3, HALF), (0, 3, 1)]), {0}, Way(HALF))
    assert found == {0: 0, 1: 1, 2: 2, 3: 3}


def test_owners_taken_alone_are_not_added_up() -> None:
    third = PARTS // 3
    edges = graph_of([(0, 2, third), (1, 2, third)])
    assert set(reached(edges, {0, 1}, Way(HALF, adds_up=False))) == {0, 1}
    assert set(reached(edges, {0, 1}, Way(HALF))) == {0, 1, 2}


def test_of_one_listed_owner_two_ways_are_added_up_all_the_same() -> None:
    quarter = PARTS // 4
    edges = graph_of([(0, 1, HALF), (0, 2, HALF), (1, 3, quarter), (2, 3, quarter)])
    assert 3 in reached(edges, {0}, Way(HALF, adds_up=False))


def test_a_chain_as_long_as_a_register_ends() -> None:
    count = 50_000
    owners = np.arange(count - 1)
    chain = of_arrays(range(count), owners, owners + 1, np.full(count - 1, HALF))  # type: ignore[arg-type]
    found = cascade(chain, (0,), Way(HALF))
    assert len(found) == count
    assert found[count - 1] == count - 1
