from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.trade.mirror.regression import bisquare, least_squares, mad_scale, tukey

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

N = np.arange(40)
DESIGN = np.column_stack([np.ones(40), np.sin(N), (N * 7 % 11) / 10])
RESPONSE = DESIGN @ [1, 2, -0.5] + 0.1 * np.cos(3 * N) * (1 + DESIGN[:, 2])
RESPONSE[[3, 17, 29]] += [5, -4, 8]


def test_least_squares_and_robust_errors_are_those_of_statsmodels() -> None:
    """OLS and WLS with cov_type HC1 of statsmodels 0.15.0."""
    fit = least_squares(DESIGN, RESPONSE)
    assert fit.coefficients == pytest.approx([1.1330859, 1.92531547, -0.31660797])
    assert fit.errors == pytest.approx([0.29313426, 0.36561839, 0.71362764])
    fit = least_squares(DESIGN, RESPONSE, np.asarray(0.5 + N % 3, dtype=np.float64))
    assert fit.coefficients == pytest.approx([1.43831712, 1.85223672, -0.95011659])
    assert fit.errors == pytest.approx([0.39809202, 0.59395238, 0.88284879])


def test_the_bisquare_is_that_of_statsmodels() -> None:
    """RLM with TukeyBiweight(4.685) and the MAD of statsmodels 0.15.0."""
    fit = bisquare(DESIGN, RESPONSE)
    assert fit.coefficients == pytest.approx([1.00764067, 1.99016881, -0.52173965], rel=1e-6)
    assert fit.scale == pytest.approx(0.14146980638553056, rel=1e-5)
    assert fit.weights[[3, 17, 29]].tolist() == [0, 0, 0]


def test_a_third_of_outliers_on_one_side_does_not_move_the_bisquare() -> None:
    rng = np.random.default_rng(1)
    design = np.column_stack([np.ones(300), rng.normal(size=300)])
    response = design @ [1.0, 2.0] + 0.1 * rng.normal(size=300)
    response[:100] += 9
    assert bisquare(design, response).coefficients == pytest.approx([1, 2], abs=0.05)
    assert least_squares(design, response).coefficients[0] > 3


@pytest.mark.slow
def test_the_interval_of_a_prediction_covers_the_truth() -> None:
    covered = []
    for seed in range(300):
        rng = np.random.default_rng(seed)
        design = np.column_stack([np.ones(120), rng.normal(size=120)])
        fit = bisquare(design, design @ [1.0, 2.0] + rng.standard_t(4, 120))
        mean, error = fit.predict(np.asarray([[1.0, 0.5]]))
        covered.append(abs(mean[0] - 2.0) < 1.96 * error[0])
    assert 0.91 <= np.mean(covered) <= 0.98


def test_columns_that_repeat_each_other_are_no_trouble() -> None:
    doubled = np.column_stack([DESIGN, DESIGN[:, 1]])
    fitted = least_squares(doubled, RESPONSE).predict(doubled)[0]
    assert fitted == pytest.approx(least_squares(DESIGN, RESPONSE).predict(DESIGN)[0])


def test_a_perfect_fit_has_no_scale() -> None:
    fit = bisquare(DESIGN, DESIGN @ [1.0, 2.0, 3.0])
    assert fit.coefficients == pytest.approx([1, 2, 3])
    assert fit.scale == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("z", "weight"), [(0.0, 1.0), (4.685, 0.0), (9.0, 0.0), (4.685 / 2, 0.5625)]
)
def test_the_weight_falls_to_nothing(z: float, weight: float) -> None:
    assert tukey(np.asarray([z, -z])) == pytest.approx([weight, weight])


def test_the_scale_is_that_of_a_normal_law() -> None:
    assert mad_scale(np.random.default_rng(2).normal(5, 3, 100_000)) == pytest.approx(3, rel=0.02)
