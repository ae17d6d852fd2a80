from __future__ import annotations

from typing import get_args

import pytest

from monazite.catalogue.texts import keys
from monazite.shock.leverage.grounds import WORLD
from monazite.shock.leverage.pictures.wording import (
    amount,
    main,
    mark,
    middle,
    months_until,
    place,
    sales,
    signed,
    told,
)
from monazite.shock.leverage.results import Number, Reason, Side
from monazite.shock.leverage.schema import Does
from support.leverage_results import number


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_is_said(reason: Reason) -> None:
    assert told(Number(None, reason), "en")
    assert f"shock.leverage.reason.{reason}" in keys()


@pytest.mark.parametrize("does", get_args(Does))
def test_everything_that_a_side_may_give_is_said(does: str) -> None:
    assert f"shock.leverage.does.{does}" in keys()


@pytest.mark.parametrize(
    ("value", "said", "with_sign"),
    [
        (0.0, "0", "0"), (-0.01, "0", "0"), (0.21, "0.2", "+0.2"), (-4.5, "−4.5", "−4.5"),
        (12345.0, "12,300", "+12,300"),
    ],
)  # fmt: skip
def test_amounts_have_the_digits_that_count(value: float, said: str, with_sign: str) -> None:
    assert (amount(value), signed(value)) == (said, with_sign)


def test_the_main_horizon_is_a_year_or_the_longest_below_it_or_the_shortest() -> None:
    assert [main(each) for each in ((3, 6, 12, 24), (3, 6), (18, 24))] == [12, 6, 18]


def test_sales_of_tonnes_alone_are_marked() -> None:
    duty = Number(None, "duty")
    side = Side("CHN", number(0.0), number(600.0), duty, duty)
    assert sales(side) == side.unsold
    assert mark(side) == "*"
    known = Side("CHN", number(0.0), number(600.0), number(10.0), number(590.0))
    assert sales(known) == known.revenue
    assert mark(known) == ""


def test_sales_of_which_nothing_is_known_are_unknown_and_not_marked() -> None:
    none = Number(None, "no_flow")
    side = Side("CHN", none, none, none, none)
    assert sales(side).band is None
    assert mark(side) == ""


def test_places_are_said_and_the_others_together() -> None:
    assert [place(one, "en") for one in ("USA", WORLD)] == ["United States", "all others together"]


def test_months_count_from_the_first_day() -> None:
    assert months_until("2029-06", "2027-01-01") == 29


def test_what_was_never_sold_is_told_from_what_nobody_knows() -> None:
    signs = [middle(Number(None, reason), "en") for reason in ("no_flow", "no_figure")]
    assert signs == ["–", "?"]
