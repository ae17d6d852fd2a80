"""Bands of a run: exact while all draws are kept, and from sketches beyond."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from monazite.shock.runs import summary as summaries
from monazite.shock.runs.bands import bands
from monazite.shock.runs.drawing import figures_of
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.sketch import ERROR
from support.shock_cases import case, short_of_stocks

CASE = case("stop")
FIGURES = partial(figures_of, CASE)
KNOBS = drawn(short_of_stocks(), 9, 4)


def _nobody(_: int) -> None:
    """Nobody is told."""


def test_draws_that_are_kept_have_exact_bands() -> None:
    found = summaries.summary(FIGURES, KNOBS, _nobody).bands
    for name, numbers in FIGURES(KNOBS, _nobody).by_draw.items():
        for one, other in zip(found[name], bands(numbers), strict=True):
            assert np.array_equal(one, other, equal_nan=True), name


def test_many_draws_run_in_parts_give_the_bands_of_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exact, standing = summaries.summary(FIGURES, KNOBS, _nobody)
    monkeypatch.setattr(summaries, "KEPT", 4)
    told: list[int] = []
    found, counted = summaries.summary(FIGURES, KNOBS, told.append)
    assert told == [4, 8, 9]
    assert np.array_equal(counted, standing)
    assert np.array_equal(
        np.round(found["first_week"].p50), exact["first_week"].p50, equal_nan=True
    )
    for name, band in exact.items():
        assert np.array_equal(found[name].known, band.known), name
        for one, other in zip(found[name][:3], band[:3], strict=True):
            assert one == pytest.approx(other, rel=2 * ERROR, abs=1e-4, nan_ok=True), name
