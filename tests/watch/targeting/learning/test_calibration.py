from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.targeting.learning.calibration import calibrated


def test_a_risk_is_the_share_that_comes() -> None:
    chance = np.random.default_rng(2)
    margins = chance.normal(0, 2, 20_000)
    truth = 0.6 / (1 + np.exp(-margins))
    found = (chance.random(20_000) < truth).astype(float)
    said = calibrated(margins[:10_000], found[:10_000]).risk(margins[10_000:])
    assert np.abs(said - truth[10_000:]).mean() < 0.02


@pytest.mark.parametrize("seed", range(5))
def test_no_two_margins_share_a_risk_and_their_order_stays(seed: int) -> None:
    chance = np.random.default_rng(seed)
    margins = chance.normal(0, 3, 300)
    made = calibrated(margins, (chance.random(300) < 0.3).astype(float))
    asked = np.linspace(-12, 12, 2001)
    risks = made.risk(asked)
    assert (np.diff(risks) > 0).all()
    assert risks[0] > 0
    assert risks[-1] < 1


def test_margins_that_tell_everything_are_never_wholly_sure() -> None:
    margins = np.linspace(-5, 5, 100)
    made = calibrated(margins, (margins > 0).astype(float))
    assert 0 < made.risks[0] < 0.05
    assert 0.95 < made.risks[-1] < 1
