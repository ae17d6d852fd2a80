from __future__ import annotations

import pytest

from monazite.chain.packaged.rare_earths.alloys import ALLOYS, tonnes
from monazite.chain.packaged.rare_earths.destinations import REST, UNNAMED, sales

YEARS = range(2018, 2025)


def test_what_china_sold_in_2024_is_what_customs_print() -> None:
    ours = [one for one in sales(2024) if one.seller == "CHN"]
    assert sum(one.mass_t for one in ours) == pytest.approx(58152)
    american = next(one for one in ours if one.buyer == "USA")
    assert american.mass_t == pytest.approx(7444)
    assert american.printed
    assert american.rows == ("magnets/2024/US",)


def test_only_what_is_printed_of_the_year_itself_is_known() -> None:
    assert {one.buyer for one in sales(2024) if one.printed} == {"USA"}
    assert [one for one in sales(2023) if one.printed] == []


@pytest.mark.parametrize("year", YEARS)
def test_nobody_sells_more_than_is_made(year: int) -> None:
    for seller in {one.seller for one in sales(year)} - {UNNAMED}:
        made = sum(tonnes(alloy, year).get(seller, 0.0) for alloy in ALLOYS)
        sold = sum(one.mass_t for one in sales(year) if one.seller == seller)
        assert 0 < sold < made


@pytest.mark.parametrize("year", YEARS)
def test_what_no_country_is_known_to_take_goes_to_the_rest(year: int) -> None:
    ours = {one.buyer: one.mass_t for one in sales(year) if one.seller == "CHN"}
    assert 0.2 < ours[REST] / sum(ours.values()) < 0.4


def test_the_united_states_buy_three_quarters_in_china() -> None:
    bought = {one.seller: one.mass_t for one in sales(2024) if one.buyer == "USA"}
    assert bought["CHN"] / sum(bought.values()) == pytest.approx(0.75)
    assert bought[UNNAMED] / sum(bought.values()) == pytest.approx(0.07)
