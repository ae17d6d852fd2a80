from __future__ import annotations

from pathlib import Path

import pytest

from monazite.catalogue.texts import keys
from monazite.chain.packaged.byproducts import ceilings
from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.gaps import gaps

HOLES = Path(__file__).parents[4] / "shared" / "facts" / "figures" / "README.md"


def whys(year: int = 2024) -> set[str]:
    return {one.why for one in gaps(year, estimates=True)}


def test_every_reason_and_every_quantity_can_be_said() -> None:
    known = keys()
    for one in table("gaps"):
        assert f"chain.gap.{one.fields['why']}" in known
        assert f"chain.quantity.{one.fields['quantity']}" in known


def test_no_reason_is_said_that_no_gap_has() -> None:
    said = {key.removeprefix("chain.gap.") for key in keys() if key.startswith("chain.gap.")}
    assert said == {one.fields["why"] for one in table("gaps")}


@pytest.mark.shared
def test_every_hole_of_the_compiled_figures_is_a_gap() -> None:
    if not HOLES.exists():
        pytest.skip("the facts beside the repository are missing")
    told = HOLES.read_text(encoding="utf-8").partition("Known holes:")[2]
    for words, why in (
        ("850511", "no_bilateral_magnets"), ("811292", "no_bilateral_811292"),
        ("plant capacities", "no_capacities"), ("first years", "no_first_years"),
        ("end uses of Ge", "uses_in_text_alone"), ("monthly prices", "no_monthly_prices"),
    ):  # fmt: skip
        assert words in told
        assert why in whys()
    # One more hole in the list is one that nothing here tells of.
    assert told.partition(". ")[0].count(";") == 3


def test_without_estimates_nothing_is_filled() -> None:
    assert any(one.filled for one in gaps(2024, estimates=True))
    assert not any(one.filled for one in gaps(2024, estimates=False))


def test_a_gap_of_earlier_years_is_gone_when_it_is_closed() -> None:
    closed = {"battery_grade_before_2024", "alumina_before_2024"}
    assert closed <= whys(2023)
    assert closed.isdisjoint(whys(2024))


def test_what_hosts_of_by_products_are_not_counted_is_a_gap() -> None:
    found = {(one.material, one.quantity, one.why) for one in gaps(2023, estimates=True)}
    assert ("Ge", "capacity", "coal_ash") in found
    assert ("Ga", "capacity", "alumina_before_2024") in found
    assert not ceilings("Ga", 2023)
    assert ceilings("Ga", 2024)


def test_a_gap_of_a_country_names_it_and_one_of_a_stage_does_not() -> None:
    found = {(one.material, one.why): one.country for one in gaps(2024, estimates=True)}
    assert found["Ge", "unpublished"] == "CAN"
    assert found["Sb", "not_carried"] == ""
