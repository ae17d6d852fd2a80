from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting import select

RISKS = np.random.default_rng(1).random(1000)


def test_most_are_the_riskiest_and_a_tenth_is_drawn_from_the_rest() -> None:
    found = select(RISKS, 0.05)
    assert len(found.rows) == 50
    assert len(set(found.rows.tolist())) == 50
    assert found.cut == 45
    assert set(found.rows[:45]) == set(np.argsort(-RISKS)[:45])
    assert found.why.tolist() == ["risk"] * 45 + ["chance"] * 5
    assert found.probability[:45].tolist() == [1.0] * 45
    np.testing.assert_allclose(found.probability[45:], 5 / 955)


def test_the_same_seed_draws_the_same_and_another_others() -> None:
    assert select(RISKS, 0.1).rows.tolist() == select(RISKS, 0.1).rows.tolist()
    assert select(RISKS, 0.1).rows.tolist() != select(RISKS, 0.1, seed=2).rows.tolist()


@pytest.mark.parametrize("spread", [None, [n % 13 for n in range(200)]])
def test_every_other_row_is_drawn_with_the_probability_that_is_told(
    spread: list[int] | None,
) -> None:
    risks = np.linspace(0, 1, 200)
    counts = np.zeros(200)
    for seed in range(2000):
        found = select(risks, 0.2, random_share=0.5, seed=seed, spread=spread)
        counts[found.rows] += 1
    assert (counts[180:] == 2000).all()
    told = found.probability[-1]
    # Each count is binomial: five standard deviations either way.
    assert np.abs(counts[:180] / 2000 - told).max() < 5 * np.sqrt(told * (1 - told) / 2000)


def test_a_draw_spread_over_importers_takes_none_too_often() -> None:
    importers = [n // 100 for n in range(1000)]
    for seed in range(20):
        found = select(np.zeros(1000), 0.1, random_share=1.0, seed=seed, spread=importers)
        counts = np.bincount([importers[row] for row in found.rows], minlength=10)
        assert counts.tolist() == [10] * 10


def test_without_a_random_part_all_is_by_risk_and_a_whole_budget_is_all() -> None:
    assert set(select(RISKS, 0.1, random_share=0.0).why) == {"risk"}
    everything = select(RISKS, 1.0)
    assert sorted(everything.rows.tolist()) == list(range(1000))
    assert (everything.probability == 1.0).all()


@pytest.mark.parametrize(
    ("budget", "share", "field"),
    [(0.0, 0.1, "budget"), (5, 0.1, "budget"), (0.1, -1, "random_share")],
)
def test_parts_outside_their_bounds_are_refused(budget: float, share: float, field: str) -> None:
    with pytest.raises(InputError) as caught:
        select(RISKS, budget, random_share=share)
    assert caught.value.field == field


def test_risks_must_be_numbers() -> None:
    for wrong in (np.array([]), np.array([0.1, np.nan])):
        with pytest.raises(InputError):
            select(wrong, 0.5)
