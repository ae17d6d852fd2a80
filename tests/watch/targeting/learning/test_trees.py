from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.targeting.learning.boosting import grown
from monazite.watch.targeting.learning.trees import leaves, read
from monazite.watch.targeting.settings import Settings

CHANCE = np.random.default_rng(1)
ROWS = CHANCE.normal(size=(9000, 4)).astype(np.float32)
ROWS[::7, 2] = np.nan
FOUND = (ROWS[:, 0] + np.nan_to_num(ROWS[:, 2]) + CHANCE.normal(size=9000) > 1).astype(float)
BOOSTER = grown(ROWS, FOUND, 40, Settings())


def test_margins_are_those_of_the_trees() -> None:
    known = leaves(BOOSTER, np.arange(4), 4)
    margin = read(BOOSTER, known, ROWS).margin
    np.testing.assert_allclose(margin, BOOSTER.predict(ROWS, raw_score=True), atol=1e-12)


def test_contributions_add_up_to_the_margin_but_for_what_all_rows_share() -> None:
    known = leaves(BOOSTER, np.array([0, 1, 2, 2]), 3)
    found = read(BOOSTER, known, ROWS)
    assert found.adds.shape == (9000, 3)
    shared = found.margin - found.adds.sum(axis=1)
    np.testing.assert_allclose(shared, shared[0], atol=1e-5)


@pytest.mark.slow
def test_what_moves_the_outcome_adds_most_as_shapley_values_say() -> None:
    known = leaves(BOOSTER, np.arange(4), 4)
    adds = read(BOOSTER, known, ROWS).adds
    shapley = np.asarray(BOOSTER.predict(ROWS, pred_contrib=True))[:, :4]
    assert set(np.argsort(-np.abs(adds).mean(axis=0))[:2]) == {0, 2}
    assert (adds.argmax(axis=1) == shapley.argmax(axis=1)).mean() > 0.8
    together = np.corrcoef(adds.ravel(), shapley.ravel())[0, 1]
    assert together > 0.95


def test_the_same_rows_grow_the_same_trees() -> None:
    assert grown(ROWS, FOUND, 5, Settings()).model_to_string() == (
        grown(ROWS, FOUND, 5, Settings()).model_to_string()
    )
