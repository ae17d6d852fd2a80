from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from monazite.chain.balance.entropy import fitted
from monazite.errors import MonaziteError

seeded = settings(derandomize=True, max_examples=50, deadline=None)


def test_one_total_is_shared_out_as_the_guesses_stand() -> None:
    found = fitted(csr_array(np.ones((1, 3))), np.array([-100.0]), np.array([1.0, 2.0, 5.0]))
    assert found.tolist() == pytest.approx([12.5, 25.0, 62.5])


@seeded
@given(st.integers(0, 10_000))
def test_totals_of_rows_and_columns_give_proportional_fitting(seed: int) -> None:
    rng = np.random.default_rng(seed)
    height, width = int(rng.integers(2, 5)), int(rng.integers(2, 5))
    guess, truth = rng.uniform(0.1, 9, (2, height, width))
    equations = np.vstack([
        np.kron(np.eye(height), np.ones(width)),
        np.kron(np.ones(height), np.eye(width)),
    ])  # fmt: skip
    totals = np.concatenate([truth.sum(axis=1), truth.sum(axis=0)])
    found = fitted(csr_array(equations), -totals, guess.ravel()).reshape(height, width)
    scaled = guess
    for _ in range(400):
        scaled = scaled * (truth.sum(axis=1) / scaled.sum(axis=1))[:, None]
        scaled = scaled * (truth.sum(axis=0) / scaled.sum(axis=0))
    assert found == pytest.approx(scaled, rel=1e-6)


def test_what_no_amounts_can_meet_is_said() -> None:
    with pytest.raises(MonaziteError, match="no amounts were found"):
        fitted(csr_array(np.ones((1, 2))), np.array([100.0]), np.ones(2))
