from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import lsq_linear
from scipy.sparse import csr_array

from monazite.chain.balance.quadratic import nearest
from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

seeded = settings(derandomize=True, max_examples=50, deadline=None)
ENDLESS = np.inf
HOLDS = np.full(1, ENDLESS)
FREE = np.zeros(2), np.full(2, ENDLESS)


def test_the_flows_around_a_heat_exchanger_with_a_bypass_come_out_as_published() -> None:
    """Narasimhan and Jordache 2000, Data Reconciliation and Gross Error Detection, table 1-1.

    (From memory; by hand: 1 and 6, 2 and 4, 3 and 5 are equal pairs with means 100.395, 64.325 and
    35.545. They miss each other by .525, of which each takes a third: 100.22, 64.5, 35.72.)
    """
    measured = np.array([101.91, 64.45, 34.65, 64.20, 36.44, 98.88])
    splitter, exchanger, valve, mixer = (
        [1, -1, -1, 0, 0, 0], [0, 1, 0, -1, 0, 0], [0, 0, 1, 0, -1, 0], [0, 0, 0, 1, 1, -1],
    )  # fmt: skip
    equations = csr_array(np.array([splitter, exchanger, valve, mixer], dtype=np.float64))
    found = nearest(
        equations, np.full(4, ENDLESS), measured, np.ones(6), np.zeros(6), np.full(6, ENDLESS)
    )
    assert found.round(2).tolist() == [100.22, 64.5, 35.72, 64.5, 35.72, 100.22]


def test_the_better_figure_gives_way_less() -> None:
    equations = csr_array(np.array([[1.0, -1.0]]))
    found = nearest(equations, HOLDS, np.array([10.0, 20.0]), np.array([1.0, 3.0]), *FREE)
    # Weights 1 and 1/9: (10 x 9 + 20 x 1) / 10.
    assert found.tolist() == pytest.approx([11.0, 11.0])


def test_a_fixed_amount_does_not_move() -> None:
    equations = csr_array(np.array([[1.0, -1.0]]))
    found = nearest(equations, HOLDS, np.array([10.0, 20.0]), np.array([0.0, 3.0]), *FREE)
    assert found.tolist() == pytest.approx([10.0, 10.0])


def test_an_equation_in_which_nothing_can_give_way_is_said() -> None:
    equations = csr_array(np.array([[1.0, -1.0]]))
    with pytest.raises(MonaziteError, match="nothing that gives way"):
        nearest(equations, HOLDS, np.array([10.0, 20.0]), np.zeros(2), *FREE)


def test_an_equation_with_a_limit_moves_an_amount_by_what_the_opening_is_worth() -> None:
    equations = csr_array(np.array([[1.0, -1.0]]))
    wanted, spread = np.array([10.0, 20.0]), np.array([1.0, 3.0])
    found = nearest(equations, np.array([0.5]), wanted, spread, *FREE)
    # By c s^2 = 0.5 and 4.5; it would take 1 and 9 to meet, which a limit above 1 lets be.
    assert found.tolist() == pytest.approx([10.5, 15.5])
    found = nearest(equations, np.array([1.01]), wanted, spread, *FREE)
    assert found.tolist() == pytest.approx([11.0, 11.0])


@seeded
@given(st.integers(0, 10_000))
def test_amounts_are_those_of_a_general_solver_with_bounds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rows, columns = int(rng.integers(1, 4)), int(rng.integers(2, 7))
    flows = rng.choice([-1.0, 0.0, 0.7, 1.0], (rows, columns))
    # One column of each sign a row: every equation can be met.
    equations = np.hstack([flows, np.eye(rows), -np.eye(rows)])
    wanted = np.concatenate([rng.uniform(0, 10, columns), np.zeros(2 * rows)])
    spread = np.concatenate([rng.uniform(0.1, 2, columns), np.full(2 * rows, 3.0)])
    most = np.where(rng.random(len(wanted)) < 0.3, 6.0, ENDLESS)
    most[columns:] = ENDLESS
    least = np.where(rng.random(len(wanted)) < 0.3, 2.0, 0.0)
    least[columns:] = 0.0
    found = nearest(csr_array(equations), np.full(rows, ENDLESS), wanted, spread, least, most)
    assert (found >= least).all()
    assert (found <= most).all()
    assert np.abs(equations @ found).max() < 1e-9
    other = general(equations, wanted, spread, (least, most))

    def cost(amounts: Floats) -> float:
        return float((((amounts - wanted) / spread) ** 2).sum())

    # The other meets the equations to a millionth, so that it may cost a little less.
    assert cost(found) <= cost(other) + 1e-4


def general(
    equations: Floats, wanted: Floats, spread: Floats, within: tuple[Floats, Floats]
) -> Floats:
    """The same by bounded least squares, with the equations as measurements a million times good."""
    stacked = np.vstack([np.diag(1 / spread), 1e6 * equations])
    aim = np.concatenate([wanted / spread, np.zeros(len(equations))])
    solved = lsq_linear(stacked, aim, bounds=within, method="bvls", tol=1e-14)
    return np.asarray(solved.x, dtype=np.float64)
