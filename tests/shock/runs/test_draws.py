"""Draws: the distributions they come from, and what does not change them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from monazite.errors import InputError
from monazite.shock.engine.knobs import Knobs
from monazite.shock.parameters.distributions import (
    Beta,
    Distribution,
    Fixed,
    Lognormal,
    Triangular,
    Uniform,
)
from monazite.shock.parameters.reading import packaged
from monazite.shock.runs.draws import drawn, quantile, sobol_points

PARAMETERS = packaged()
AT = np.array([0.0, 0.01, 0.25, 0.5, 0.75, 0.99, 1.0])


@pytest.mark.parametrize(
    ("distribution", "theirs"),
    [
        (Uniform(1, 3), stats.uniform(1, 2)),
        (Triangular(1, 2, 5), stats.triang(0.25, 1, 4)),
        (Triangular(1, 1, 5), stats.triang(0, 1, 4)),
        (Triangular(1, 5, 5), stats.triang(1, 1, 4)),
        (Beta(1, 3, 2, 5), stats.beta(2, 5, 1, 2)),
        (Lognormal(2, 0.5), stats.lognorm(0.5, scale=2)),
    ],
)
def test_quantiles_are_those_of_scipy(
    distribution: Distribution, theirs: stats.rv_continuous
) -> None:
    assert quantile(distribution, 0.0, np.inf, AT) == pytest.approx(theirs.ppf(AT))


def test_a_fixed_number_is_that_number() -> None:
    assert quantile(Fixed(3.5), 0, 9, AT).tolist() == [3.5] * len(AT)


def test_a_lognormal_is_cut_off_at_its_range() -> None:
    found = quantile(Lognormal(1.0, 1.0), 0.5, 4.0, AT)
    below, above = stats.lognorm(1).cdf([0.5, 4.0])
    assert (found[0], found[-1]) == (0.5, pytest.approx(4.0))
    assert found[3] == pytest.approx(stats.lognorm(1).ppf((below + above) / 2))


def test_draws_have_the_distributions_of_their_parameters() -> None:
    draws = drawn(PARAMETERS, 1024, seed=1)
    for row, column in zip(PARAMETERS.rows, draws, strict=True):
        assert row.least <= column.min() <= column.max() <= row.most
        for level in (0.1, 0.5, 0.9):
            value = quantile(row.distribution, row.least, row.most, np.array([level]))[0]
            assert np.mean(column <= value) == pytest.approx(level, abs=0.01), row.knob


def test_no_two_parameters_are_correlated() -> None:
    ranks = stats.rankdata(np.array(drawn(PARAMETERS, 1024, seed=1)), axis=1)
    off = np.corrcoef(ranks) - np.eye(len(ranks))
    assert np.abs(off).max() < 0.1


def test_a_seed_gives_the_same_draws_and_another_seed_others() -> None:
    one, same, other = (drawn(PARAMETERS, 5, seed) for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_the_first_draws_are_the_same_however_many_there_are() -> None:
    few, many = drawn(PARAMETERS, 5, seed=3), drawn(PARAMETERS, 100, seed=3)
    assert np.array_equal(np.array(few), np.array(many)[:, :5])


def test_fixing_one_parameter_moves_no_other() -> None:
    rows = (replace(PARAMETERS.rows[0], distribution=Fixed(4.0)), *PARAMETERS.rows[1:])
    fixed = drawn(replace(PARAMETERS, rows=rows), 8, seed=0)
    assert fixed.order_weeks.tolist() == [4.0] * 8
    assert np.array_equal(fixed[1:], drawn(PARAMETERS, 8, seed=0)[1:])


def test_one_draw_is_that_of_the_medians() -> None:
    one, many = drawn(PARAMETERS, 1, seed=9), drawn(PARAMETERS, 4096, seed=9)
    for name in Knobs._fields:
        middle = np.median(getattr(many, name))
        assert getattr(one, name)[0] == pytest.approx(middle, rel=0.01), name


@pytest.mark.parametrize(
    ("draws", "seed", "field"),
    [(0, 1, "draws"), (-3, 1, "draws"), (2**21, 1, "draws"), (8, -1, "seed")],
)
def test_numbers_that_cannot_be_drawn_are_refused(draws: int, seed: int, field: str) -> None:
    with pytest.raises(InputError) as caught:
        drawn(PARAMETERS, draws, seed)
    assert caught.value.field == field


def test_points_fill_the_cube_evenly() -> None:
    points = sobol_points(3, 64, seed=5)
    for column in points.T:
        assert sorted(np.floor(column * 64)) == list(range(64))
