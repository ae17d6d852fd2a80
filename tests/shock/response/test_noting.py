from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from monazite.shock.response.noting import notes

if TYPE_CHECKING:
    from monazite.shock.response.setting_of import Posed


@pytest.mark.parametrize(("cap", "told"), [(0.65, True), (1.0, False)])
def test_where_a_cap_is_asked_it_is_told_that_the_simulation_does_not_keep_it(
    cap: float, told: bool
) -> None:
    limits = SimpleNamespace(cap=cap)
    bare = SimpleNamespace(
        runs=(), left=(), setting=SimpleNamespace(limits=limits),
        worlds=SimpleNamespace(regions={}),
    )  # fmt: skip
    found = notes(cast("Posed", bare))
    assert any("does not keep the cap" in note["en"] for note in found) == told
    assert any("供应国上限" in note["zh"] for note in found) == told
