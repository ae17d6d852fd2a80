"""A market that loses supply clears again, dearer."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from monazite.shock.static.prices import shortage

PART = st.floats(0.0, 0.9)
ELASTICITY = st.floats(0.05, 3.0)


@given(lost=PART, supply=ELASTICITY, demand=ELASTICITY)
def test_supply_meets_demand_at_the_price(lost: float, supply: float, demand: float) -> None:
    found = shortage(*(np.array([x]) for x in (lost, supply, demand)))
    offered = (1 - lost) * found.price**supply
    assert np.allclose(offered, found.price**-demand)
    assert np.allclose(1 - found.missing, offered)
    assert found.missing <= lost + 1e-12


def test_nothing_lost_nothing_dearer() -> None:
    found = shortage(np.zeros(1), np.ones(1), np.ones(1))
    assert found.price == 1
    assert found.missing == 0


def test_more_lost_is_dearer_and_more_elastic_is_cheaper() -> None:
    lost = np.array([0.1, 0.3, 0.5])
    assert (np.diff(shortage(lost, np.full(3, 0.2), np.full(3, 0.3)).price) > 0).all()
    more = np.array([0.1, 0.5, 2.0])
    assert (np.diff(shortage(np.full(3, 0.4), more, np.full(3, 0.3)).price) < 0).all()
