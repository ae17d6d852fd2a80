from __future__ import annotations

from math import isnan

import numpy as np
import numpy.typing as npt
import pytest

from monazite.trade.indicators.robust import robust_lines

Floats = npt.NDArray[np.float64]


def one_by_one(x: Floats, y: Floats) -> Floats:
    """The same estimator for one group, written plainly and run until nothing moves: an oracle."""
    weights = np.ones_like(y)
    z = np.zeros_like(y)
    for _ in range(500):
        design = np.column_stack([np.ones_like(x), x])
        root = np.sqrt(weights)
        level, slope = np.linalg.lstsq(design * root[:, None], y * root, rcond=None)[0]
        residual = y - level - slope * x
        z = np.asarray(residual / (1.4826 * np.median(np.abs(residual))), np.float64)
        weights = np.where(np.abs(z) < 4.685, (1 - (z / 4.685) ** 2) ** 2, 0.0)
    return z


def groups(seed: int, sizes: list[int]) -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
    random = np.random.default_rng(seed)
    x = random.normal(6, 2, sum(sizes))
    y = 3 - 0.1 * x + 0.4 * random.standard_t(4, sum(sizes))
    return x, y, np.cumsum([0, *sizes[:-1]])


def test_every_group_gets_the_line_that_it_would_get_alone() -> None:
    sizes = [30, 11, 500, 10, 45, 201]
    x, y, starts = groups(7, sizes)
    found = robust_lines(x, y, starts)
    for start, size in zip(starts, sizes, strict=True):
        own = slice(start, start + size)
        expected = one_by_one(x[own], y[own])
        assert np.abs(found.z[own] - expected).max() < 0.05 * max(1, np.abs(expected).max())


def test_outliers_do_not_pull_the_line_to_themselves() -> None:
    random = np.random.default_rng(3)
    x = random.uniform(0, 10, 400)
    y = 2 + 0.5 * x + random.normal(0, 0.1, 400)
    y[:60] = 30 - 2 * x[:60]
    found = robust_lines(x, y, np.array([0]))
    assert np.abs(found.z[:60]).min() > 3.5
    assert np.median(np.abs(found.residual[60:])) < 0.1
    assert (np.abs(found.z[60:]) > 3.5).mean() < 0.01


def test_z_is_the_standard_deviation_where_noise_is_normal() -> None:
    random = np.random.default_rng(5)
    x, y = random.normal(size=20_000), random.normal(0, 0.3, 20_000)
    assert robust_lines(x, y, np.array([0])).z.std() == pytest.approx(1, abs=0.02)


def test_a_regressor_that_does_not_vary_has_no_slope() -> None:
    y = np.array([1.0, 2.0, 3.0, 4.0, 50.0])
    found = robust_lines(np.full(5, 7.0), y, np.array([0]))
    assert found.z[4] > 3.5
    assert np.ptp(y - found.residual) == pytest.approx(0)


def test_a_group_on_its_line_exactly_has_no_scale_and_its_neighbour_is_not_touched() -> None:
    x, y, _ = groups(11, [40])
    exact = np.arange(12.0)
    found = robust_lines(
        np.concatenate([exact, x]), np.concatenate([2 * exact, y]), np.array([0, 12])
    )
    assert all(isnan(z) for z in found.z[:12])
    assert np.abs(found.residual[:12]).max() < 1e-9
    assert np.allclose(found.z[12:], robust_lines(x, y, np.array([0])).z, atol=1e-9)


def test_the_order_of_rows_within_a_group_changes_nothing() -> None:
    x, y, starts = groups(13, [50, 60])
    order = np.concatenate([np.arange(50)[::-1], 50 + np.arange(60)[::-1]])
    once, again = robust_lines(x, y, starts), robust_lines(x[order], y[order], starts)
    assert np.allclose(once.z[order], again.z, atol=1e-9)


def test_no_groups_are_no_lines() -> None:
    empty = np.array([], np.float64)
    assert len(robust_lines(empty, empty, np.array([], np.int64)).z) == 0
