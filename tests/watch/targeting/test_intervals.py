from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.targeting.intervals import area, share


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605)],
)  # fmt: skip
def test_wilsons_interval_is_the_published_one(hits: int, of: int, low: float, high: float) -> None:
    # Newcombe, Statistics in Medicine 17 (1998) 857, table I, for the last two.
    found = share(hits, of)
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


def test_a_share_of_nothing_may_be_anything_and_of_all_is_known() -> None:
    assert share(0, 0)[1:] == (0.0, 1.0)
    assert share(3, 4, finite=0.0) == (0.75, 0.75, 0.75)
    assert share(3, 40, finite=0.5).high < share(3, 40).high


def test_the_area_is_the_share_of_pairs_in_order() -> None:
    chance = np.random.default_rng(7)
    scores, found = np.round(chance.normal(size=60), 1), chance.integers(0, 2, 60).astype(float)
    pairs = [
        (a > b) + 0.5 * (a == b) for a in scores[found == 1] for b in scores[found == 0]
    ]  # fmt: skip
    assert area(found, scores).value == pytest.approx(np.mean(pairs))


def test_the_interval_of_an_area_holds_it_nineteen_times_in_twenty() -> None:
    chance = np.random.default_rng(8)
    held = 0
    for _ in range(200):
        found = (chance.random(300) < 0.3).astype(float)
        interval = area(found, chance.normal(size=300) + found)
        held += interval.low <= 0.7602 <= interval.high  # Φ(1/√2)
    assert 180 <= held <= 198


def test_without_both_kinds_no_area_is_told() -> None:
    assert np.isnan(area(np.ones(3), np.arange(3.0)).value)
