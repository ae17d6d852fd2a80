from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.targeting.features.profiles import Decay, at_end, earlier, risk


def by_hand(
    keys: list[int], days: list[int], found: list[float], decay: Decay
) -> list[list[float]]:
    """Rows seen, opened and found before each row, one row after another."""
    made = []
    for key, day in zip(keys, days, strict=True):
        sums = [0.0, 0.0, 0.0]
        for k, t, y in zip(keys, days, found, strict=True):
            weight = 0.5 ** ((day - t) / decay.half_life)
            if k == key and t < day:
                sums[0] += weight
                if t < day - decay.known_after and not np.isnan(y):
                    sums[1] += weight
                    sums[2] += weight * y
        made.append(sums)
    return made


@pytest.mark.parametrize("known_after", [0, 7])
@pytest.mark.parametrize("half_life", [30.0, 1e9])
def test_a_profile_is_the_sum_over_earlier_days(known_after: int, half_life: float) -> None:
    chance = np.random.default_rng(3)
    keys, days = chance.integers(0, 6, 200), chance.integers(0, 60, 200)
    found = np.where(chance.random(200) < 0.2, np.nan, chance.integers(0, 2, 200))
    decay = Decay(half_life, known_after)
    sums = earlier(keys, days, found, decay)
    wanted = by_hand(keys.tolist(), days.tolist(), found.tolist(), decay)
    np.testing.assert_allclose(np.transpose(sums), wanted, atol=1e-9)


def test_an_outcome_of_the_same_day_or_later_moves_no_profile() -> None:
    keys, days = np.zeros(4, dtype=np.int64), np.array([1, 2, 2, 3])
    one = earlier(keys, days, np.array([1.0, 0.0, 0.0, 0.0]), Decay(365.0))
    other = earlier(keys, days, np.array([1.0, 1.0, 1.0, 1.0]), Decay(365.0))
    np.testing.assert_array_equal(one.found[:3], other.found[:3])
    assert one.found[3] < other.found[3]


def test_the_profile_of_the_last_day_fades_until_a_later_one() -> None:
    chance = np.random.default_rng(4)
    keys, days = chance.integers(0, 5, 80), chance.integers(0, 40, 80)
    found = chance.integers(0, 2, 80).astype(float)
    decay = Decay(20.0)
    later = 50
    profile = at_end(keys, days, found, decay)
    asked = np.array([*range(5), 7, -1])
    sums = profile.on(asked, decay.weight(np.full(7, later - days.max())))
    whole = earlier(
        np.append(keys, np.arange(5)), np.append(days, [later] * 5), np.append(found, [0.0] * 5),
        decay,
    )  # fmt: skip
    for mine, wanted in zip(sums, whole, strict=True):
        np.testing.assert_allclose(mine[:5], wanted[-5:])
        np.testing.assert_array_equal(mine[5:], 0.0)


def test_a_risk_lies_between_its_own_rate_and_that_of_all() -> None:
    sums = earlier(np.zeros(3, dtype=np.int64), np.array([0, 1, 2]), np.ones(3), Decay(1e9))
    np.testing.assert_allclose(risk(sums, 0.2, 10.0), [0.2, 3.0 / 11.0, 4.0 / 12.0])
