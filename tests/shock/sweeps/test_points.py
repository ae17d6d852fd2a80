from __future__ import annotations

from itertools import pairwise

import pytest

from monazite.shock.sweeps.points import grid, sampled, span, spread


@pytest.mark.parametrize(
    ("low", "high", "number", "values"),
    [
        ("0", "1", 3, ("0", "0.5", "1")),
        ("0.1", "0.4", 4, ("0.1", "0.2", "0.3", "0.4")),
        ("10 %", "30%", 2, ("10 %", "30 %")),
        ("5", "1", 3, ("5", "3", "1")),
        ("2025-01-01", "2025-01-04", 4, ("2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04")),
        ("7", "9", 1, ("7",)),
    ],
)
def test_values_lie_evenly_between_two(
    low: str, high: str, number: int, values: tuple[str, ...]
) -> None:
    along = span(low, high)
    assert along is not None
    assert spread(along, number) == values


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("1", "2 %"),
        ("a", "b"),
        ("2025-01-01", "3"),
        ("0", "nan"),
        ("0", "inf"),
        ("2025-02-30", "2025-03-01"),
    ],
)
def test_ends_of_two_kinds_have_nothing_between_them(low: str, high: str) -> None:
    assert span(low, high) is None


def test_the_last_axis_of_a_grid_goes_fastest() -> None:
    assert grid([("a", "b"), ("1", "2")]) == (("a", "1"), ("a", "2"), ("b", "1"), ("b", "2"))


def test_a_sample_fills_every_stretch_alike() -> None:
    along = span("0", "8")
    assert along is not None
    found = sampled([along, ("a", "b", "c", "d")], 64, 7)
    numbers = sorted(float(one) for one, _ in found)
    assert all(sum(low <= x < high for x in numbers) == 8 for low, high in pairwise(range(9)))
    assert [sum(word == name for _, word in found) for name in "abcd"] == [16] * 4
