"""What is read off a run is what the engine says of it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from monazite.shock.leverage.asking import ground_of
from monazite.shock.leverage.grounds import counted, fit
from monazite.shock.leverage.reading import lever, levers
from monazite.shock.leverage.running import Reading, reading
from monazite.shock.leverage.scenes import Held, scene, scope
from monazite.shock.parameters.reading import packaged
from monazite.shock.runs import run as runs
from monazite.shock.runs.drawing import figures_of
from monazite.shock.runs.draws import drawn
from support.shock_leverage import BAN

START = date(2027, 1, 1)
GROUND = ground_of(START, 3, levers())._replace(scope=scope([lever(BAN)]))
ON = counted(GROUND, ("USA",), 3)
WHOLE = ON._replace(months=5)
CASE, _ = fit(scene("ban", GROUND, [Held(lever(BAN), START)]), GROUND, ON)
KNOBS = drawn(packaged(), 1, 1)


def nobody(_: int) -> None:
    """Nobody is told."""


@pytest.fixture
def found(_plain: None) -> Reading:
    return reading(CASE, WHOLE, KNOBS, nobody)


def test_losses_by_month_add_up_to_those_of_the_run(found: Reading) -> None:
    figures = figures_of(CASE, KNOBS, nobody).by_draw["lost"]
    countries = len(ON.model.countries)
    np.testing.assert_allclose(
        np.maximum(0, found.lost.sum(axis=0)), figures[-1 - countries : -1], atol=1e-6
    )


def test_tonnes_by_seller_and_buyer_add_up_to_all_that_is_shipped(found: Reading) -> None:
    home = ON.sides.index("CHN")
    sent = found.tonnes[:, ON.ways.seller == home].sum()
    assert sent > 0
    to_us = (ON.ways.seller == home) & (ON.ways.buyer == ON.sides.index("USA"))
    assert found.tonnes[2, to_us].sum() < found.tonnes[0, to_us].sum() + 1e-9


def test_buyers_at_home_pay_the_inner_price(found: Reading) -> None:
    inwards = ON.ways.buyer == ON.sides.index("CHN")
    outwards = ON.ways.seller == ON.sides.index("CHN")
    np.testing.assert_array_equal(found.price(ON, inwards), found.inner[:, ON.ways.good[inwards]])
    np.testing.assert_array_equal(
        found.price(ON, outwards), found.abroad[:, ON.ways.good[outwards]]
    )


def test_nothing_is_lost_where_nobody_is_known_to_use(found: Reading) -> None:
    without = [at for at, name in enumerate(ON.model.countries) if name in {"COD", "UKR"}]
    assert np.isnan(found.output[:, without]).all()


def test_both_engines_read_the_same(found: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "find_spec", lambda _: True)
    other = reading(CASE, WHOLE, KNOBS, nobody)
    for name in ("output", "tonnes", "inner", "abroad"):
        one, two = getattr(found, name), getattr(other, name)
        np.testing.assert_allclose(two, one, rtol=2e-4, atol=1e-4)
    np.testing.assert_array_equal(other.halted, found.halted)
