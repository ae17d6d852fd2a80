from __future__ import annotations

import pytest

from support.shock_responses import LONG, SHORT, response

xarray = pytest.importorskip("xarray")

from monazite.shock.response.labelled import dataset, quantity  # noqa: E402 - where xarray is
from monazite.shock.response.table import UNITS  # noqa: E402 - likewise


def test_numbers_stand_at_their_labels() -> None:
    found = dataset(response())
    assert float(found["month_lost"].sel(future=SHORT, month="2025-10")) == pytest.approx(120.0)
    assert float(found["regret"].sel(portfolio="mix", future=LONG)) == 0.0
    assert found["simulated_saved"].sel(future=LONG, percentile=50) == 5800.0
    assert float(found["worth_stock"].sel(good="Tb/refining", country="JPN")) == 3900.0


def test_years_and_months_are_in_order_and_what_is_not_known_is_no_number() -> None:
    found = dataset(response())
    assert list(found["year"].values) == [2025, 2026, 2027]
    assert sorted(found["month"].values) == list(found["month"].values)
    amount = found["amount_t"].sel(way="stockpile", good="Dy/refining", country="JPN")
    assert float(amount.sel(year=2026)) == 25.0
    assert bool(amount.isnull().sel(year=2027))


def test_what_has_no_name_of_a_project_stands_beside_what_has() -> None:
    amount = dataset(response())["amount_ta"]
    plant = amount.sel(way="plants", year=2025, good="Dy/refining", country="AUS", project="")
    assert float(plant) == 180.0


def test_variables_have_units_and_names_and_the_whole_its_budget() -> None:
    found = dataset(response())
    assert found["licence"].attrs == {"units": "US$/kg", "long_name": "Value of a licence"}
    assert found.attrs["budget_musd"] == 500.0


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_quantity_has_a_name(lang: str) -> None:
    assert all(quantity(name, lang) for name in UNITS)
