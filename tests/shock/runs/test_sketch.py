"""Sketches: how far they are off, and that parts merge in any order into the same."""

from __future__ import annotations

from functools import reduce

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.shock.runs.bands import bands
from monazite.shock.runs.sketch import ERROR, FINE, NOTHING, Sketch, sketch

NUMBERS = st.lists(
    st.floats(-1e9, 1e9, allow_nan=False, width=32) | st.just(float("nan")), min_size=1, max_size=60
)


def _same(one: Sketch, two: Sketch) -> bool:
    return all(
        np.array_equal(a, b)
        for a, b in zip((*one.buckets, *one.counts), (*two.buckets, *two.counts), strict=True)
    )


@given(NUMBERS)
@settings(deadline=None)
def test_every_percentile_is_within_its_error_of_the_exact_one(numbers: list[float]) -> None:
    row = np.array(numbers)
    found, exact = sketch(row[None]).bands(), bands(row[None])
    assert found.known == exact.known
    for one, other in zip(found[:3], exact[:3], strict=True):
        assert one == pytest.approx(other, rel=ERROR * (1 + 1e-9), abs=NOTHING, nan_ok=True)


@given(NUMBERS, NUMBERS, NUMBERS)
@settings(deadline=None, max_examples=40)
def test_parts_merge_in_any_order_into_the_sketch_of_the_whole(
    one: list[float], two: list[float], three: list[float]
) -> None:
    whole = sketch(np.array([*one, *two, *three])[None])
    a, b, c = (sketch(np.array(part)[None]) for part in (one, two, three))
    for order in ((a, b, c), (c, a, b), (b, c, a)):
        assert _same(reduce(Sketch.merged, order), whole)
    assert _same(a.merged(b.merged(c)), whole)


def test_rows_keep_their_shape_and_do_not_meet() -> None:
    numbers = np.random.default_rng(4).lognormal(size=(2, 3, 400))
    found, exact = sketch(numbers).bands(), bands(numbers)
    assert found.p50.shape == (2, 3)
    assert found.p50 == pytest.approx(exact.p50, rel=ERROR)
    assert found.known.tolist() == [[400] * 3] * 2


def test_whole_numbers_come_back_whole_where_that_is_asked() -> None:
    weeks = np.arange(500.0)
    found = sketch(np.repeat(weeks[:, None], 3, axis=1), FINE).bands()
    assert np.round(found.p50).tolist() == weeks.tolist()


def test_what_was_never_counted_is_not_a_number() -> None:
    found = sketch(np.full((1, 4), np.nan)).bands()
    assert np.isnan(found.p50).all()
    assert found.known.tolist() == [0]
