"""What is left of a parameter as a distribution: its ends, its mean, its walls."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.calibration.history import Matched, Range, Wave
from monazite.shock.calibration.left import distributions, walls
from monazite.shock.parameters.distributions import Triangular

SLOPE = np.linspace(0.0, 1.0, 101)
ASKED = {"a": Range(0.0, 10.0), "b": Range(0.0, 1.0)}


def left(a: np.ndarray, b: np.ndarray = SLOPE) -> dict[str, Triangular]:
    kept = np.column_stack([a, b])
    found = Matched(ASKED, kept, np.zeros(len(kept)), (Wave(101, 101, 0.0, 3.0),))
    return dict(distributions(found, ASKED))


def test_ends_are_percentiles_and_the_mean_is_kept() -> None:
    found = left(2 + 4 * SLOPE**2)["a"]
    assert (found.least, found.most) == pytest.approx((2.0004, 5.92), abs=0.01)
    assert sum(found) / 3 == pytest.approx((2 + 4 * SLOPE**2).mean(), abs=0.01)


def test_what_is_normal_keeps_its_spread_to_a_tenth() -> None:
    normal = 5 + np.random.default_rng(3).normal(size=4001)
    found = left(normal, np.zeros(4001))["a"]
    least, mode, most = found
    squares = least**2 + mode**2 + most**2 - least * mode - least * most - mode * most
    assert np.sqrt(squares / 18) == pytest.approx(1.0, abs=0.1)


def test_a_mean_that_no_triangle_has_puts_the_mode_at_its_end() -> None:
    found = left(10 * SLOPE**8)["a"]
    assert found.mode == found.least


@pytest.mark.parametrize("value", [0.0, 4.0, 9.999])
def test_draws_that_hardly_differ_make_a_narrow_triangle_within_the_range(value: float) -> None:
    least, mode, most = left(value + SLOPE / 1000)["a"]
    assert 0 <= least <= mode <= most <= 10
    assert 0 < most - least <= 0.02


def test_what_lies_at_an_end_of_its_range_is_named_with_the_end() -> None:
    asked = {name: Range(0.0, 1.0) for name in "wxyz"}
    found = walls(
        {
            "w": Triangular(0.3, 0.4, 0.5), "x": Triangular(0.01, 0.4, 0.5),
            "y": Triangular(0.3, 0.4, 0.99), "z": Triangular(0, 0.4, 1),
        },
        asked,
    )  # fmt: skip
    assert found == {"x": "least", "y": "most", "z": "both"}
