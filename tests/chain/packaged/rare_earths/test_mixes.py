from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.chain.packaged.rare_earths.elements import ELEMENTS
from monazite.chain.packaged.rare_earths.mixes import mixes, prices

SHARE = st.floats(0.01, 1)
PRICE = st.floats(0.5, 900)


@given(st.lists(st.tuples(SHARE, PRICE), min_size=3, max_size=8), st.floats(0.05, 0.95))
def test_a_mixture_is_worth_what_was_paid(goods: list[tuple[float, float]], at: float) -> None:
    own = np.array([[share for share, _ in goods]])
    each = np.array([price for _, price in goods]) + 1.0 * np.arange(len(goods))
    paid = np.array([each.min() + at * (each.max() - each.min())])
    found = mixes(own, each, paid)
    assert found.sum() == pytest.approx(1.0)
    assert (found >= 0).all()
    assert found @ each == pytest.approx(paid, rel=1e-6)


def test_paid_as_much_as_the_sellers_own_mixture_it_is_that_mixture() -> None:
    own, each = np.array([[0.5, 0.3, 0.2]]), np.array([1.0, 50.0, 800.0])
    assert mixes(own, each, own @ each) == pytest.approx(own, abs=1e-9)


def test_dearer_goods_hold_more_of_what_is_dear() -> None:
    own, each = np.tile([0.5, 0.3, 0.2], (3, 1)), np.array([1.0, 50.0, 800.0])
    found = mixes(own, each, np.array([20.0, 100.0, 400.0]))
    assert (np.diff(found[:, 2]) > 0).all()


def test_what_a_seller_has_not_it_does_not_sell() -> None:
    found = mixes(np.array([[0.5, 0.5, 0.0]]), np.array([1.0, 50.0, 800.0]), np.array([700.0]))
    assert found[0, 2] == 0.0
    assert found[0, 1] == pytest.approx(1.0)


@pytest.mark.parametrize("year", range(2018, 2025))
def test_every_element_has_a_price(year: int) -> None:
    assert (prices(year) > 0).all()
    assert prices(year)[ELEMENTS.index("Tb")] > 10 * prices(year)[ELEMENTS.index("La")]
