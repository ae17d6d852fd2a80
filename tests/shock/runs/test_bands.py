from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.runs.bands import bands

NAN = np.nan


def test_a_band_is_made_of_draws_own_numbers() -> None:
    found = bands(np.arange(101.0)[::-1][None])
    assert [each.tolist() for each in found] == [[5.0], [50.0], [95.0], [101]]


@pytest.mark.parametrize(
    ("draws", "band"),
    [
        ([7.0], (7, 7, 7, 1)),
        ([3.0, 1.0], (1, 1, 1, 2)),
        ([3.0, 1.0, 2.0], (1, 2, 2, 3)),
        ([NAN, 3.0, NAN, 1.0, 2.0], (1, 2, 2, 3)),
    ],
)
def test_a_draw_without_the_number_is_left_out(draws: list[float], band: tuple[float, ...]) -> None:
    assert tuple(float(each) for each in bands(np.array(draws))) == band


def test_what_no_draw_has_is_not_a_number() -> None:
    found = bands(np.full((2, 3), NAN))
    assert np.isnan(found.p5).all()
    assert np.isnan(found.p95).all()
    assert found.known.tolist() == [0, 0]


def test_every_row_has_its_own() -> None:
    numbers = np.random.default_rng(2).normal(size=(3, 4, 50))
    whole, part = bands(numbers), bands(numbers[1, 2])
    assert whole.p5.shape == (3, 4)
    assert whole.p95[1, 2] == part.p95
