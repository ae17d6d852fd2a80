"""Another level: more of everything, in balance."""

from __future__ import annotations

import pytest

from monazite.chain.packaged.world import world
from monazite.shock.model.levels import at_level, exports
from monazite.shock.model.of_world import model
from support.shock_balance import drift, gap


def test_one_material_grows_and_the_other_stays() -> None:
    before = model(world(2024), ("Ga", "Ge"))
    after = at_level(before, {"Ga": 1.5})
    assert exports(after, "refining", "Ga") == pytest.approx(
        1.5 * exports(before, "refining", "Ga")
    )
    assert exports(after, "refining", "Ge") == exports(before, "refining", "Ge") > 0
    assert gap(after) <= 1e-12
    assert drift(after, 20) <= 1e-6
