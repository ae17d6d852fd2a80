"""HiGHS: optima by hand, by every choice, by SciPy; what it says where there is none."""

from __future__ import annotations

import signal
import sys
import threading
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from monazite.errors import MonaziteError
from monazite.shock.programme.draft import Draft
from monazite.shock.programme.highs import solve
from monazite.shock.response.network.laying import network
from support.programmes import random_programme
from support.response_settings import setting

if TYPE_CHECKING:
    from monazite.shock.programme.highs import Method
    from monazite.shock.programme.programme import Programme


def by_hand() -> Programme:
    """Two goods of one plant: 3 and 5 US$ a t earned, under three limits.

    maximise 3 a + 5 b:  a <= 4 (row 0),  2 b <= 12 (row 1),  3 a + 2 b <= 18 (row 2).
    At the optimum rows 1 and 2 bind: b = 6, a = (18 - 12) / 3 = 2, earned 3 * 2 + 5 * 6 = 36.
    One more in row 1: b + 1/2, a - 1/3, earned 5/2 - 1 = 3/2. In row 2: a + 1/3, earned 1.
    Row 0 has 2 to spare: worth nothing. As costs: objective -36, duals 0, -3/2, -1.
    """
    draft = Draft()
    a, b = draft.columns("goods", (2,), cost=[-3.0, -5.0])
    row = draft.rows("limit", (3,), upper=[4.0, 12.0, 18.0])
    draft.add(row, [a, b, a], [1.0, 2.0, 3.0])
    draft.add(row[2], b, 2.0)
    return draft.programme()


@pytest.mark.parametrize("method", ["simplex", "ipm", "choose"])
def test_a_programme_solved_by_hand(method: Method) -> None:
    """Values, objective, duals, reduced costs."""
    found = solve(by_hand(), method=method)
    assert found.status == "optimal"
    assert found.objective == pytest.approx(-36)
    assert found.column("goods") == pytest.approx([2, 6])
    assert found.dual("limit") == pytest.approx([0, -1.5, -1], abs=1e-9)
    assert found.reduced == pytest.approx([0, 0], abs=1e-9)
    assert found.gap == 0


def test_a_reduced_cost_is_the_worth_of_a_bound() -> None:
    """With b at most 5: a = 8/3, earned 33; b one more costs a 2/3, earns 5 - 2 = 3."""
    programme = replace(by_hand(), upper=np.array([np.inf, 5.0]))
    found = solve(programme)
    assert found.objective == pytest.approx(-33)
    assert found.reduced == pytest.approx([0, -3], abs=1e-9)


def test_what_leans_decides_between_equals_and_costs_nothing() -> None:
    """x + y >= 1 at a cost of 1 each: the one that leans less, for an objective of exactly 1."""
    for lean, expected in (([1e-6, 0.0], [0, 1]), ([0.0, 1e-6], [1, 0])):
        draft = Draft()
        x = draft.columns("x", (2,), cost=1.0, lean=lean)
        draft.add(draft.rows("row", (1,), lower=1.0), x, 1.0)
        found = solve(draft.programme())
        assert found.column("x").tolist() == expected
        assert found.objective == 1.0
        assert found.dual("row").tolist() == [1.0]


def test_too_much_leaning_is_put_right() -> None:
    """What leans against the costs themselves is taken back, and the true optimum found."""
    programme = replace(by_hand(), lean=np.array([-100.0, 0.0]))
    found = solve(programme)
    assert found.column("goods") == pytest.approx([2, 6])
    assert found.dual("limit") == pytest.approx([0, -1.5, -1], abs=1e-9)


@pytest.mark.parametrize("whole", [False, True])
def test_what_cannot_be_is_infeasible(whole: bool) -> None:
    """x <= 1 and x >= 2: no values, and a status that says so."""
    draft = Draft()
    x = draft.columns("x", (2,), upper=1.0, whole=whole)
    draft.add(draft.rows("row", (1,), lower=3.0), x, 1.0)
    found = solve(draft.programme())
    assert found.status == "infeasible"
    assert np.isnan(found.objective)
    assert np.isnan(found.column("x")).all()
    assert np.isnan(found.dual("row")).all()


@pytest.mark.parametrize("whole", [False, True])
def test_what_has_no_end_is_unbounded(whole: bool) -> None:
    """The more the better, without end."""
    draft = Draft()
    x = draft.columns("x", (2,), cost=-1.0, whole=whole)
    draft.add(draft.rows("row", (1,), lower=1.0), x, [1.0, -1.0])
    assert solve(draft.programme()).status == "unbounded"


@pytest.mark.parametrize("seed", range(12))
def test_whole_numbers_as_by_every_choice(seed: int) -> None:
    """Each choice of the whole numbers leaves a linear programme; the best of all is the optimum.

    Its duals are those with which that linear programme ends.
    """
    programme = random_programme(seed, 5, 4, 2.0, whole=3)
    best = None
    for choice in product((0.0, 1.0, 2.0), repeat=3):
        fixed = np.array(choice)
        lower = np.concatenate([fixed, programme.lower[3:]])
        upper = np.concatenate([fixed, programme.upper[3:]])
        left = solve(
            replace(programme, lower=lower, upper=upper, whole=np.zeros(5, bool)), method="simplex"
        )
        if left.status == "optimal" and (best is None or left.objective < best.objective):
            best = left
    found = solve(programme)
    assert best is not None
    assert found.status == "optimal"
    assert found.objective == pytest.approx(best.objective)
    assert found.column("x")[:3] == pytest.approx(best.column("x")[:3])
    assert found.dual("row") == pytest.approx(best.dual("row"))
    assert found.gap <= 1e-4


@pytest.mark.parametrize("seed", range(8))
def test_as_scipy_solves_it(seed: int) -> None:
    """The same arrays through SciPy's own HiGHS: objective, values, duals (unique at random)."""
    programme = random_programme(seed, 12, 8, 5.0)
    found = solve(programme)
    matrix = programme.matrix.toarray()
    other = linprog(
        programme.cost,
        A_ub=np.vstack([matrix, -matrix]),
        b_ub=np.concatenate([programme.row_upper, -programme.row_lower]),
        bounds=np.column_stack([programme.lower, programme.upper]),
        method="highs",
    )
    upper, lower = np.split(other.ineqlin.marginals, 2)
    assert found.objective == pytest.approx(other.fun)
    assert found.values == pytest.approx(other.x)
    assert found.duals == pytest.approx(upper - lower)
    assert found.reduced == pytest.approx(other.lower.marginals + other.upper.marginals)


@pytest.mark.parametrize("seed", range(4))
def test_whole_numbers_as_scipy_solves_them(seed: int) -> None:
    """The same arrays through SciPy's MILP."""
    programme = random_programme(seed, 14, 9, 4.0, whole=10)
    other = milp(
        programme.cost,
        integrality=programme.whole,
        bounds=Bounds(programme.lower, programme.upper),
        constraints=LinearConstraint(programme.matrix, programme.row_lower, programme.row_upper),
    )
    assert solve(programme).objective == pytest.approx(other.fun)


def test_time_that_runs_out_is_said() -> None:
    """No second is enough for anything."""
    draft = Draft()
    network(draft, setting(1, 6, 8, 4, 24))
    found = solve(draft.programme(), seconds=0.0)
    assert found.status == "time"
    assert np.isnan(found.values).all()


def test_ctrl_c_ends_the_search() -> None:
    """The interrupt comes through, and no thread is left that searches on."""
    draft = Draft()
    network(draft, setting(1, 12, 20, 5, 36))
    before = threading.active_count()

    def pressed(_seconds: float, _iterations: int) -> None:
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        solve(draft.programme(), told=pressed)
    assert threading.active_count() == before


def test_progress_is_told() -> None:
    """Seconds and iterations, that never go back."""
    draft = Draft()
    network(draft, setting(1, 6, 8, 4, 24))
    told: list[tuple[float, int]] = []
    solve(draft.programme(), told=lambda *each: told.append(each))
    assert told == sorted(told)
    assert told[-1][1] > 0


def test_nothing_to_solve_is_solved() -> None:
    """No columns, no rows, no cost."""
    found = solve(Draft().programme())
    assert found.status == "optimal"
    assert found.objective == 0


def test_without_highs_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install."""
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(MonaziteError, match=r"pip install 'monazite\[shock\]'"):
        solve(by_hand())
