"""The nearest programme that can be solved."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.programme.draft import Draft
from monazite.shock.programme.elastic import relaxed
from monazite.shock.programme.highs import solve
from support.programmes import random_programme


def wishes(stock: float = 5.0, whole: bool = False) -> Draft:  # noqa: FBT002 - of a column
    """Two users want 4 t each out of a stock of 5; a t for the first costs 1, for the second 3."""
    draft = Draft()
    x = draft.columns("x", (2,), cost=[1.0, 3.0], whole=whole)
    draft.add(draft.rows("wish", (2,), lower=4.0), x, 1.0)
    draft.add(draft.rows("stock", (1,), upper=stock), x, 1.0)
    return draft


def test_the_least_is_broken_then_the_cheapest_found() -> None:
    """3 t lack whoever gets none; cheapest where the second, which costs more, gets 1."""
    programme = wishes().programme()
    assert solve(programme).status == "infeasible"
    found = relaxed(programme, ["wish"])
    assert found.total == pytest.approx(3, abs=1e-5)
    assert found.violation["wish"] == pytest.approx([0, -3], abs=1e-5)
    assert found.solution.column("x") == pytest.approx([4, 1], abs=1e-5)
    assert found.solution.objective == pytest.approx(7, abs=1e-4)
    assert found.solution.dual("stock").shape == (1,)
    assert found.solution.programme is programme


def test_weights_say_what_may_rather_be_broken() -> None:
    """The second's wish counts twice: the first gives way."""
    found = relaxed(wishes().programme(), ["wish"], {"wish": np.array([1.0, 2.0])})
    assert found.violation["wish"] == pytest.approx([-3, 0], abs=1e-5)
    assert found.total == pytest.approx(3, abs=1e-5)


def test_what_is_above_counts_plus() -> None:
    """The stock gives way instead: 8 t out of 5."""
    found = relaxed(wishes().programme(), ["stock"])
    assert found.violation["stock"] == pytest.approx([3], abs=1e-5)


def test_whole_numbers_stay_whole() -> None:
    """A stock of 5.5 serves 5 whole t: 3 lack."""
    found = relaxed(wishes(5.5, whole=True).programme(), ["wish"])
    assert found.total == pytest.approx(3, abs=1e-4)
    assert found.solution.column("x").tolist() == [4, 1]


def test_where_the_rest_contradicts_itself_nothing_helps() -> None:
    """A stock below nothing."""
    found = relaxed(wishes(-1.0).programme(), ["wish"])
    assert found.solution.status == "infeasible"
    assert np.isnan(found.total)
    assert found.violation == {}


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_broken_that_need_not_be(seed: int) -> None:
    """What can be solved is solved as it stands."""
    programme = random_programme(seed, 8, 6, 3.0)
    found = relaxed(programme, ["row"])
    assert found.total == pytest.approx(0, abs=1e-9)
    assert found.solution.objective == pytest.approx(solve(programme).objective, abs=1e-4)
