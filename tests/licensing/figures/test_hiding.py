"""No hidden count follows from what is shown: proven by linear programs, not by the same search."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from monazite.licensing.figures.hiding import Place, hidden

MINIMUM = 5


def determined(classes: list[list[int]], cells: frozenset[Place]) -> set[Place]:
    """The hidden cells that have one value alone, by what every reader knows.

    The matrix is that of a network, so that the bounds of the linear program are whole numbers.
    """
    places = sorted(cells)
    total = len(classes[0])
    known = [
        [(1 if c < total else -1) * (row == r) for r, c in places] for row in range(len(classes))
    ]
    known += [[int(column == c) for _, c in places] for column in range(total + 1)]
    rows = [[*row, sum(row)] for row in classes]
    truth = np.array([rows[r][c] for r, c in places])
    given_sums = np.array(known) @ truth
    least = [(1 if c == total else 0, None) for _, c in places]
    found = set()
    for place, unit in zip(places, np.eye(len(places)), strict=True):
        bounds = [
            linprog(sign * unit, A_eq=known, b_eq=given_sums, bounds=least, method="highs")
            for sign in (1, -1)
        ]
        low, high = bounds[0].fun, -bounds[1].fun if bounds[1].status == 0 else np.inf
        if high - low < 0.5:
            found.add(place)
    return found


tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(
            st.sampled_from([0, 0, 0, 1, 2, 4, 5, 9, 40]), min_size=width, max_size=width
        ).filter(any),
        min_size=1,
        max_size=6,
    )
)


def holds(rows: list[list[int]]) -> None:
    found = hidden(rows, MINIMUM)
    every = [[*row, sum(row)] for row in rows]
    small = {(r, c) for r, row in enumerate(every) for c, n in enumerate(row) if 0 < n < MINIMUM}
    if found is None:
        everything = frozenset((r, c) for r, row in enumerate(every) for c in range(len(row)))
        assert determined(rows, everything) & small
    else:
        assert small <= found
        assert not found or determined(rows, found) == set()
        assert small or not found


@pytest.mark.slow
@settings(deadline=None)
@given(tables)
def test_small_counts_are_hidden_and_none_can_be_computed(rows: list[list[int]]) -> None:
    holds(rows)


@pytest.mark.slow
def test_nothing_follows_in_tables_as_offices_have_them() -> None:
    """Columns of zeros, rare refusals, many pending: where zeros alone were taken as company."""
    draw = random.Random(1)
    for _ in range(60):
        holds(
            [
                [
                    draw.choice([0, 0, 3, 8, 20]), draw.choice([0, 0, 0, 1, 2, 7]), 0,
                    draw.choice([0, 0, 1, 9]), 0, 0, draw.randint(5, 60),
                ]
                for _ in range(draw.randint(2, 8))
            ]
        )  # fmt: skip


def test_a_table_without_small_counts_stays_whole() -> None:
    assert hidden([[5, 0], [0, 70]], 5) == frozenset()


def test_zeros_alone_are_no_company() -> None:
    """The one refusal of 141: a column of zeros whose sum is known would give it away."""
    rows = [[10, 0, 0, 60], [9, 1, 0, 61]]
    assert hidden(rows, 5) == frozenset([(0, 0), (0, 1), (1, 0), (1, 1)])


@pytest.mark.parametrize("rows", [[[1, 50]], [[0, 1], [0, 1]]])
def test_what_nothing_can_hide_is_not_listed(rows: list[list[int]]) -> None:
    """A row alone is the total; a row that is listed has a case at least."""
    assert hidden(rows, 5) is None
