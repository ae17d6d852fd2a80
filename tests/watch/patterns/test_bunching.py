from __future__ import annotations

import pytest
from scipy.stats import binom

from monazite.watch.patterns.bunching import Bins, at_least, bins, chance


def test_sizes_fall_into_the_two_bins_under_the_limit() -> None:
    found = bins([0.2, 0.6, 0.61, 0.8, 0.81, 1.0, 1.01])
    assert found == Bins(near=2, below=2)
    assert found.share == pytest.approx(0.5)
    assert bins([]).share == 0


@pytest.mark.parametrize(("hits", "of", "share"), [(0, 5, 0.5), (3, 5, 0.5), (40, 60, 0.55)])
def test_the_tail_is_the_binomial_one(hits: int, of: int, share: float) -> None:
    assert at_least(hits, of, share) == pytest.approx(binom.sf(hits - 1, of, share))


def test_where_all_others_crowd_too_nobody_stands_out() -> None:
    crowd = Bins(12, 0)
    assert chance(crowd, Bins(60, 60)) < 0.001
    assert chance(crowd, Bins(1_000, 10)) > 0.5
    assert chance(crowd, crowd) == pytest.approx(0.5**12)
    assert chance(Bins(0, 0), Bins(10, 10)) == 1
