"""Sensitivities of functions whose indices are known."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.runs.sobol import design, indices

A, B = 7.0, 0.1


def _ishigami(points: np.ndarray) -> np.ndarray:
    """Ishigami and Homma (1990), on -pi to pi."""
    one, two, three = (2 * points.T - 1) * np.pi
    return np.asarray(np.sin(one) + A * np.sin(two) ** 2 + B * three**4 * np.sin(one))


def test_ishigamis_function_has_its_published_indices() -> None:
    """Saltelli et al. (2008), Global Sensitivity Analysis: The Primer: a = 7, b = .1."""
    found = indices(_ishigami(design(3, 2**14, seed=1))[None], 3)
    assert found.first[0] == pytest.approx([0.3139, 0.4424, 0.0], abs=0.01)
    assert found.total[0] == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.01)
    assert (found.first_error < 0.05).all()
    assert (found.total_error < 0.05).all()


def test_a_sum_has_no_interactions_wherever_its_mean_lies() -> None:
    points = design(3, 1024, seed=2)
    results = np.array([points @ [1.0, 2.0, 0.0], 1e4 + points @ [1.0, 2.0, 0.0]])
    found = indices(results, 3)
    for each in (found.first, found.total):
        assert each == pytest.approx(np.tile([0.2, 0.8, 0.0], (2, 1)), abs=0.01)


def test_what_does_not_vary_depends_on_nothing() -> None:
    found = indices(np.full((1, 4 * 64), 3.0), 2)
    assert all(np.isnan(each).all() for each in found)


def test_the_design_is_two_samples_and_their_mixtures() -> None:
    points = design(2, 8, seed=3).reshape(4, 8, 2)
    a, b, one, two = points
    assert np.array_equal(one, np.column_stack([b[:, 0], a[:, 1]]))
    assert np.array_equal(two, np.column_stack([a[:, 0], b[:, 1]]))
    assert not np.array_equal(a, b)
