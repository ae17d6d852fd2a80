from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting import estimate, select


def flow(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Risks and outcomes of 4,000 rows, of which a tenth hold something."""
    chance = np.random.default_rng(seed)
    truth = chance.beta(0.5, 4.5, 4000)
    found = (chance.random(4000) < truth).astype(float)
    return np.clip(truth + chance.normal(0, 0.05, 4000), 0, 1), found


@pytest.mark.parametrize("part", [0.05, 0.1, 1.0])
def test_the_interval_holds_the_truth_in_nine_of_ten_runs(part: float) -> None:
    held, values, truths = 0, [], []
    for seed in range(100):
        risks, found = flow(seed)
        chosen = select(risks, 0.05, random_share=0.4, seed=seed)
        among = np.zeros(4000, dtype=bool)
        among[np.argsort(-risks, kind="stable")[: round(part * 4000)]] = True
        told = estimate(chosen, found[chosen.rows], among).share
        truth = found[among].mean()
        held += told.low <= truth <= told.high
        if not np.isnan(told.value):
            values.append(told.value)
            truths.append(truth)
    assert held >= 90
    # Without bias: the mean error is small beside its own standard error.
    errors = np.array(values) - np.array(truths)
    assert abs(errors.mean()) < 4 * errors.std() / np.sqrt(len(errors))


def test_the_rate_of_the_opened_alone_would_be_far_off() -> None:
    risks, found = flow(1)
    chosen = select(risks, 0.05)
    told = estimate(chosen, found[chosen.rows])
    assert found[chosen.rows].mean() > 3 * found.mean()
    assert told.share.low <= found.mean() <= told.share.high
    assert (told.opened, told.of) == (200, 4000)


def test_what_was_opened_whole_is_known() -> None:
    risks, found = flow(2)
    chosen = select(risks, 0.05, random_share=0.0)
    among = np.zeros(4000, dtype=bool)
    among[chosen.rows] = True
    told = estimate(chosen, found[chosen.rows], among)
    assert told.share == pytest.approx((found[chosen.rows].mean(),) * 3)


def test_where_nothing_was_drawn_the_rest_may_be_anything() -> None:
    risks, found = flow(3)
    chosen = select(risks, 0.05, random_share=0.0)
    told = estimate(chosen, found[chosen.rows]).share
    assert np.isnan(told.value)
    assert told.low == pytest.approx(found[chosen.rows].sum() / 4000)
    assert told.high == pytest.approx(told.low + 3800 / 4000)


def test_an_outcome_of_every_opened_row_is_asked_for() -> None:
    risks, found = flow(4)
    chosen = select(risks, 0.05)
    with pytest.raises(InputError, match="200 rows"):
        estimate(chosen, found[:10])
    with pytest.raises(InputError):
        estimate(chosen, np.full(200, np.nan))
    with pytest.raises(InputError):
        estimate(chosen, found[chosen.rows], np.zeros(4000, dtype=bool))
