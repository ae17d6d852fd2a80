"""Sums by group."""

from __future__ import annotations

import numpy as np

from monazite.shock.response.summing import summed


def test_amounts_are_added_up_by_their_group() -> None:
    amount = np.array([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]])
    assert summed(amount, np.array([2, 0, 2]), 4).tolist() == [[2, 0, 5, 0], [16, 0, 40, 0]]


def test_no_amounts_give_zeros() -> None:
    assert summed(np.zeros((2, 0)), np.zeros(0, np.int64), 3).tolist() == [[0, 0, 0], [0, 0, 0]]
