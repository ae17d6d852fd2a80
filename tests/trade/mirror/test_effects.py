from __future__ import annotations

import numpy as np
import pytest

from monazite.trade.mirror.effects import additive


def factors(rng: np.random.Generator, rows: int) -> tuple[np.ndarray, np.ndarray]:
    return rng.choice(np.asarray(["a", "b", "c"]), rows), rng.choice(np.asarray(["x", "y"]), rows)


def test_effects_are_those_of_a_regression_on_indicators() -> None:
    rng = np.random.default_rng(1)
    one, two = factors(rng, 200)
    response = rng.normal(size=200)
    weights = rng.uniform(0.5, 2, 200)
    found = additive(response, (one, two), weights)
    design = np.column_stack([*((one == name) for name in "abc"), two == "y"]).astype(float)
    root = np.sqrt(weights)
    solution, *_ = np.linalg.lstsq(design * root[:, None], response * root, rcond=None)
    assert found.residuals == pytest.approx(response - design @ solution, abs=1e-6)


def test_effects_come_back_by_name() -> None:
    rng = np.random.default_rng(2)
    one, two = factors(rng, 3_000)
    truth = {"a": -1.0, "b": 0.0, "c": 1.0}
    response = 5 + np.asarray([truth[name] for name in one]) + rng.normal(0, 0.1, 3_000)
    found = additive(response, (one, two))
    effects = found.of(0)
    assert effects["c"] - effects["a"] == pytest.approx(2, abs=0.02)
    assert abs(found.of(1)["x"] - found.of(1)["y"]) < 0.02


def test_few_rows_are_drawn_to_zero() -> None:
    factor = np.asarray(["rare"] * 2 + ["common"] * 200)
    response = np.asarray([3.0] * 2 + [0.0] * 200)
    plain, drawn = (
        additive(response, (factor,), shrink=shrink).of(0)["rare"] for shrink in (0.0, 5.0)
    )
    assert drawn == pytest.approx(plain * 2 / 7)
