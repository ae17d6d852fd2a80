from __future__ import annotations

from math import copysign, inf

import pytest

from monazite.shock.response.answers.sums import musd, within


@pytest.mark.parametrize("value", [-0.0, -1e-12, 1e-12])
def test_dust_is_nothing_without_a_sign(value: float) -> None:
    assert musd(value) == 0
    assert copysign(1, musd(value)) == 1


def test_a_budget_is_never_passed_by_dust_and_always_by_more() -> None:
    assert within(200.00000000000006, 200.0) == 200.0
    assert within(200.0001, 200.0) == 200.0
    assert within(201.0, 200.0) == 201.0
    assert within(150.0, inf) == 150.0
