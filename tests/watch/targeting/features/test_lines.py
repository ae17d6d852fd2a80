from __future__ import annotations

import numpy as np

from monazite.watch.targeting.features.lines import FEWEST, finest, lines, logs


def test_a_line_is_found_though_one_in_ten_is_undervalued() -> None:
    chance = np.random.default_rng(5)
    x = chance.normal(3, 1, 2000)
    y = 1.5 + 0.9 * x + chance.normal(0, 0.1, 2000)
    y[::10] -= 1.4
    found = lines(np.zeros(2000, dtype=np.int64), 1, x, y)
    assert abs(found.slope[0] - 0.9) < 0.02
    assert abs(found.level[0] - 1.5) < 0.05
    assert abs(found.scale[0] - 0.1) < 0.03
    residual, z = found.off(np.zeros(2, dtype=np.int64), np.array([3.0, 3.0]), np.array([4.2, 2.8]))
    assert abs(residual[0]) < 0.05
    assert z[1] < -10


def test_a_group_of_few_rows_is_measured_by_the_wider_one() -> None:
    chance = np.random.default_rng(6)
    groups = np.array([0] * FEWEST + [1] * (FEWEST - 1))
    x = chance.normal(0, 1, len(groups))
    y = x + np.where(groups == 0, 2.0, 5.0)
    own = lines(groups, 2, x, y)
    assert np.isnan(own.level[1])
    every = lines(np.zeros(len(groups), dtype=np.int64), 1, x, y)
    places = np.array([0, 1, -1])
    at = np.array([0.0, 0.0, 0.0])
    residual, _ = finest([own.off(places, at, at), every.off(np.zeros(3, dtype=np.int64), at, at)])
    assert abs(residual[0] + 2.0) < 1e-6
    assert residual[1] == residual[2]
    assert not np.isnan(residual).any()


def test_amounts_that_are_not_above_nothing_have_no_logarithm() -> None:
    np.testing.assert_equal(
        logs(np.array([np.e, 0.0, -1.0, np.nan])), [1.0, np.nan, np.nan, np.nan]
    )
