from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.trade.mirror.evasion import evasion_gap, similar_tax
from support.mirror_panels import tax_panel


@pytest.mark.parametrize("seed", range(8))
def test_acceptance_b1_the_tax_elasticity_of_three_comes_back(seed: int) -> None:
    panel: dict[str, Any] = tax_panel(seed)
    found = evasion_gap(**panel)
    assert found.tax is not None
    assert found.tax.value == pytest.approx(3.0, abs=0.6)
    assert 0.15 < found.tax.error < 0.45
    assert (found.products, found.left_out, found.reason) == (1_600, 0, "")


def test_kin_of_higher_tax_lower_the_gap() -> None:
    found = [evasion_gap(**panel).similar for seed in range(8) if (panel := tax_panel(seed))]
    values = [one.value for one in found if one is not None]
    assert len(values) == 8
    assert np.mean(values) < -0.7


def test_the_interval_covers_the_truth_as_often_as_it_says() -> None:
    covered = []
    for seed in range(200):
        panel: dict[str, Any] = tax_panel(seed, products=400, c=0.0)
        found = evasion_gap(**panel).tax
        assert found is not None
        covered.append(abs(found.value - 3.0) <= 1.96 * found.error)
    assert 0.9 <= np.mean(covered) <= 0.99


def test_kin_are_the_other_products_of_the_heading_by_what_partners_send() -> None:
    code = np.asarray(["284610", "284690", "284691", "280530"])
    found = similar_tax(
        code, np.asarray([0.1, 0.2, 0.4, 0.3]), np.asarray([100.0, 300.0, 100.0, 50.0])
    )
    assert found[:3] == pytest.approx([0.25, 0.25, (0.1 * 100 + 0.2 * 300) / 400])
    assert np.isnan(found[3])


def test_without_kin_the_tax_alone_is_regressed() -> None:
    panel: dict[str, Any] = tax_panel(1)
    panel["code"] = np.asarray([f"{n:04d}00" for n in range(1_600)])
    found = evasion_gap(**panel)
    assert found.similar is None
    assert found.tax is not None


def test_products_of_which_a_side_says_nothing_are_left_out_and_counted() -> None:
    panel: dict[str, Any] = tax_panel(2)
    panel["imported"][:100] = np.nan
    panel["exported"][100:150] = 0.0
    found = evasion_gap(**panel)
    assert (found.products, found.left_out) == (1_450, 150)


def test_too_few_products_give_no_number_but_a_reason() -> None:
    panel: dict[str, Any] = {name: column[:28] for name, column in tax_panel(3).items()}
    found = evasion_gap(**panel)
    assert (found.tax, found.similar, found.products, found.reason) == (
        None,
        None,
        28,
        "too_few_products",
    )


def test_one_tax_for_all_cannot_be_regressed() -> None:
    panel: dict[str, Any] = tax_panel(4)
    panel["tax"] = np.full(1_600, 0.2)
    assert evasion_gap(**panel).reason == "one_tax_rate"


@pytest.mark.parametrize("rate", [20.0, -0.1, np.nan])
def test_a_tax_in_per_cent_is_refused(rate: float) -> None:
    panel: dict[str, Any] = tax_panel(5)
    panel["tax"][7] = rate
    with pytest.raises(InputError) as caught:
        evasion_gap(**panel)
    assert caught.value.field == "tax"
