from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.scenarios.uses import uses
from support.shock_magnets import COUNTRIES, magnets
from support.shock_models import chain_model


@pytest.mark.parametrize("seed", range(4))
def test_all_that_leaves_a_market_is_used_in_the_end(seed: int) -> None:
    model = chain_model(seed, goods=4, countries=6, density=0.5)
    found = uses(model)
    assert found.min() >= 0
    assert np.abs(found.sum(axis=1) - 1).max() < 1e-9


def test_a_market_is_used_for_what_its_buyers_use_it_for() -> None:
    found = uses(magnets())
    # China keeps 60 for traction and 40 for arms; of the 80 it sells 5 go into American arms.
    assert found[COUNTRIES.index("CHN")] == pytest.approx([135 / 180, 45 / 180, 0.0])
    assert found[COUNTRIES.index("USA")] == pytest.approx([0.75, 0.25, 0.0])
    assert found[COUNTRIES.index("THA")] == pytest.approx([0.0, 0.0, 0.0])
