from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.errors import InputError
from monazite.shock.leverage.results import Leverage, LeverRow, Number, Side
from monazite.shock.leverage.views import turned, view
from monazite.shock.results.outcome import Band
from support.shock_leverage import middle, point


def test_what_one_side_says_of_the_other_is_what_the_other_says_of_itself(table: Leverage) -> None:
    ours = {
        (one.lever, one.months): one
        for one in view(table, "China").rows
        if one.theirs.country == "USA"
    }
    theirs = {(one.lever, one.months): one for one in view(table, "US").rows}
    assert ours.keys() == theirs.keys()
    for at, one in ours.items():
        assert one.mine == theirs[at].theirs
        assert one.theirs == theirs[at].mine
        assert one.own is not theirs[at].own


def test_swapping_the_sides_of_a_table_mirrors_the_view(table: Leverage) -> None:
    swapped = replace(
        table,
        rows=tuple(LeverRow(row.lever, row.months, row.other, row.holder) for row in table.rows),
    )
    one, other = view(table, "USA"), view(swapped, "USA")
    assert [(row.mine, row.theirs) for row in one.rows] == [
        (row.mine, row.theirs) for row in other.rows
    ]
    assert {row.own for row in one.rows} == {False}
    assert {row.own for row in other.rows} == {True}


def test_a_loss_is_a_gain_below_nothing_and_the_price_keeps_its_sign(table: Leverage) -> None:
    side = Side("CHN", point(3), point(5), point(2), point(3))
    row = LeverRow("own", 3, side, side)
    (one,) = view(replace(table, rows=(row,)), "CHN").rows
    found = [
        middle(each)
        for each in (one.mine.output, one.mine.tonnes, one.mine.price, one.mine.revenue)
    ]
    assert found == [-3, -5, 2, -3]
    assert found[1] + found[2] == found[3]


def test_the_upper_end_of_a_loss_is_the_lower_end_of_the_gain() -> None:
    assert turned(Number(Band(1, 2, 7))).band == Band(-7, -2, -1)
    assert turned(Number(None, "pooled")) == Number(None, "pooled")


def test_ones_own_levers_come_first(table: Leverage) -> None:
    row = table.rows[0]
    other = LeverRow("theirs", 3, row.other, row.holder)
    found = view(replace(table, rows=(other, row)), row.holder.country)
    assert [one.own for one in found.rows] == [True, False]


def test_a_country_that_is_no_side_names_those_that_are(table: Leverage) -> None:
    with pytest.raises(InputError, match="USA") as error:
        view(table, "Chile")
    assert error.value.field == "side"
