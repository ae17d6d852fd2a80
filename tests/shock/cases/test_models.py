"""Cases: each model starts from what was printed of the time before the measure."""

from __future__ import annotations

import pytest

from monazite.errors import InputError
from monazite.shock.cases.models import CASES, of_case
from monazite.shock.model.levels import exports
from support.shock_balance import drift, gap

MONTH = 365.25 / 7 / 12


@pytest.mark.parametrize("name", CASES)
def test_every_case_balances_and_is_flat(name: str) -> None:
    found = of_case(name)
    assert gap(found) <= 1e-12
    assert drift(found, 30) <= 1e-6


def test_magnets_start_at_the_exports_of_the_quarter_before() -> None:
    # 6,357 + 3,590 + 5,321 t in 90 days
    assert exports(of_case("magnets-2025"), "magnet") * 90 / 7 == pytest.approx(15268, abs=1)


def test_gallium_and_germanium_start_at_the_months_before() -> None:
    found = of_case("gallium-germanium-2023")
    gallium = exports(found, "refining", "Ga") + exports(found, "metal", "Ga")
    assert gallium * MONTH == pytest.approx((7.670 + 5.611 + 6.480) / 3, rel=1e-6)
    assert exports(found, "refining", "Ge") * MONTH == pytest.approx((5.488 + 4.702) / 2, rel=1e-6)


def test_japan_bought_of_china_as_in_the_eight_months_before() -> None:
    found = of_case("japan-2010")
    japan, count = found.countries.index("JPN"), len(found.countries)
    to_japan = found.trade.target == japan
    china = to_japan & (found.trade.source % count == found.home)
    # 23,310 t less 2,246 + 1,278 + 634 + 4,080 t over eight months; 28,564 - 23,310 from others
    assert found.trade.base[china].sum() * MONTH == pytest.approx((23310 - 8238) / 8)
    assert found.trade.base[to_japan & ~china].sum() * 12 * MONTH == pytest.approx(5254)


def test_hubs_of_antimony_sell_little_before() -> None:
    found = of_case("antimony-2024")
    count = len(found.countries)
    assert exports(found, "intermediate") * 244 / 7 == pytest.approx(23483)
    usa = found.trade.target % count == found.countries.index("USA")
    hubs = [found.countries.index(place) for place in ("THA", "MEX")]
    through = [found.trade.base[usa & (found.trade.source % count == hub)].sum() for hub in hubs]
    # fewer than 3,834 t in three years
    assert 0 < sum(through) * 156 < 3834
    # mean of what the United States imported, 2021 to 2024
    assert found.trade.base[usa].sum() * 12 * MONTH == pytest.approx(18525)


def test_an_unknown_case_is_told() -> None:
    with pytest.raises(InputError, match="case"):
        of_case("china-2040")
