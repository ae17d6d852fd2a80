"""Costs put together."""

from __future__ import annotations

import numpy as np

from monazite.shock.response.costing import costs, together


def test_costs_spread_over_columns_and_futures() -> None:
    """Two futures: a column that both share costs each its own; holding is by future and month."""
    first = [(np.array([[0, 1], [2, 3]]), np.array([5.0, 6.0]))]
    later = [
        (np.array([9]), np.array([[1.0], [2.0]]), True),
        (np.array([[10, 11], [12, 13]]), np.array([3.0, 4.0]), False),
    ]
    found = costs(2, first, later)
    assert found.first.tolist() == [0, 1, 2, 3]
    assert found.first_value.tolist() == [5, 6, 5, 6]
    assert found.later.tolist() == [[9, 10, 11], [9, 12, 13]]
    assert found.later_value.tolist() == [[1, 3, 4], [2, 3, 4]]
    assert found.public.tolist() == [1, 0, 0]


def test_what_costs_nothing_adds_nothing() -> None:
    some = costs(2, first=[(np.array([4]), np.array(1.0))])
    found = together([costs(2), some, costs(2)])
    assert found.first.tolist() == [4]
    assert found.later.shape == (2, 0)
