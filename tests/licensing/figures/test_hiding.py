"""No hidden count follows from what is shown: proven by linear algebra, not by the same graph."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.licensing.figures.hiding import Place, bridges, hidden


def determined(cells: frozenset[Place]) -> set[Place]:
    """The cells whose value row and column sums fix: their unit vectors lie in the row space."""
    if not cells:
        return set()
    places = sorted(cells)
    lines = [
        [float(place[axis] == line) for place in places]
        for axis in (0, 1)
        for line in {place[axis] for place in places}
    ]
    known = np.array(lines)
    rank = np.linalg.matrix_rank(known)
    units = np.eye(len(places))
    return {
        place
        for place, unit in zip(places, units, strict=True)
        if np.linalg.matrix_rank(np.vstack([known, unit])) == rank
    }


tables = st.integers(1, 6).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 2, 4, 5, 9, 40]), min_size=width, max_size=width),
        min_size=1,
        max_size=7,
    )
)


@settings(deadline=None)
@given(tables)
def test_small_counts_are_hidden_and_none_can_be_computed(rows: list[list[int]]) -> None:
    found = hidden(rows, 5)
    assert {(r, c) for r, row in enumerate(rows) for c, n in enumerate(row) if 0 < n < 5} <= found
    if len(rows) > 1 and len(rows[0]) > 1:
        assert determined(found) == set()


@settings(deadline=None)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=20))
def test_bridges_are_exactly_the_cells_that_can_be_computed(cells: set[Place]) -> None:
    assert set(bridges(cells)) == determined(frozenset(cells))


def test_a_table_without_small_counts_stays_whole() -> None:
    assert hidden([[5, 0], [0, 70]], 5) == frozenset()


def test_one_small_count_takes_the_cheapest_company_with_it() -> None:
    rows = [[1, 50, 51], [20, 30, 50], [6, 7, 13]]
    assert hidden(rows, 5) == {(0, 0), (0, 1), (2, 0), (2, 1)}


def test_a_single_row_is_hidden_whole() -> None:
    assert hidden([[1, 50, 51]], 5) == {(0, 0), (0, 1), (0, 2)}
