"""Input-output bounds on a table worked out by hand.

Two industries. 1 sells 20 to itself, 30 to 2 and 50 to consumers: 100. 2 sells 10 to 1, 20 to
itself and 70 to consumers: 100. Value added: 100 - 30 = 70 and 100 - 50 = 50.
A = [[.2, .3], [.1, .2]]; det(I - A) = .64 - .03 = .61; (I - A)^-1 = [[.8, .3], [.1, .8]] / .61.
Output is 100 in both, so that B = A: forward, v (I - B)^-1.
"""

from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.shock.static.tables import Table, bounds, ghosh, leontief

TABLE = Table(
    np.array([[20.0, 30.0], [10.0, 20.0]]), np.array([70.0, 50.0]), np.array([100.0, 100.0])
)


def test_the_whole_final_demand_makes_the_whole_output() -> None:
    assert leontief(TABLE, np.array([50.0, 70.0])) == pytest.approx([100, 100])
    assert ghosh(TABLE, TABLE.value_added) == pytest.approx([100, 100])


def test_bounds_by_hand() -> None:
    found = bounds(TABLE, np.array([0.1, 0.0]))
    assert found.direct == pytest.approx(7.0)
    # 10 of output lost: (.8, .1) / .61 x 10 of output, times .7 and .5 of value added.
    assert found.backward == pytest.approx((0.8 * 0.7 + 0.1 * 0.5) / 0.61 * 10)
    # 7 of value added lost: (.8, .3) / .61 x 7.
    assert found.forward == pytest.approx((0.8 * 0.7 + 0.3 * 0.5) / 0.61 * 7)


def test_the_direct_loss_lies_below_both_bounds() -> None:
    random = np.random.default_rng(4)
    flows = random.uniform(0, 5, (6, 6))
    value = random.uniform(5, 20, 6)
    table = Table(flows, value, flows.sum(axis=0) + value)
    for _ in range(20):
        found = bounds(table, random.uniform(0, 1, 6))
        assert found.direct <= found.backward + 1e-9
        assert found.direct >= 0


def test_losses_add_up() -> None:
    one, other = np.array([0.1, 0.0]), np.array([0.0, 0.2])
    both = bounds(TABLE, one + other)
    for name in ("direct", "backward", "forward"):
        parts = getattr(bounds(TABLE, one), name) + getattr(bounds(TABLE, other), name)
        assert getattr(both, name) == pytest.approx(parts)


def test_a_table_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(InputError, match=r"column 1.*an output of 100"):
        bounds(TABLE._replace(output=np.array([90.0, 100.0])), np.zeros(2))


@pytest.mark.parametrize("part", [-0.1, 1.4])
def test_a_loss_outside_0_to_1_is_refused(part: float) -> None:
    with pytest.raises(InputError, match="a part from 0 to 1"):
        bounds(TABLE, np.array([0.0, part]))
