from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting import train
from monazite.watch.targeting.settings import Settings
from monazite.watch.targeting.table.cells import FIRST
from monazite.watch.targeting.table.lone import check_last_days
from support.watch_declarations import declarations

TODAY = date(2026, 11, 20)
LAST = date(2025, 6, 30)
USUAL = [LAST - timedelta(days) for days in range(180)] * 3


def check(days: list[date]) -> None:
    check_last_days(np.array([(day - FIRST).days for day in days]), "Date", TODAY)


@pytest.mark.parametrize("wrong", [date(2099, 1, 1), TODAY + timedelta(1), date(2026, 6, 1)])
def test_a_day_of_the_future_or_far_after_all_others_is_named_by_its_row(wrong: date) -> None:
    with pytest.raises(InputError) as caught:
        check([*USUAL[:7], wrong, *USUAL[7:]])
    assert caught.value.field == "Date"
    assert caught.value.value == f"{wrong} in row 8"
    assert "--until" in caught.value.accepted


def test_many_rows_are_named_in_part_and_counted() -> None:
    with pytest.raises(InputError, match="in row 5 and 2 more"):
        check([date(2099, 1, 1)] * 7 + USUAL)


def test_days_that_may_be_so_pass() -> None:
    check([*USUAL, TODAY - timedelta(400)])
    # A second period after a pause is no slip, nor a long gap in a table of long gaps.
    check([*USUAL, *([date(2026, 6, 1)] * 20)])
    check([date(2000 + year, 1, 1) for year in range(25)] + [date(2025, 6, 1)])


def test_a_model_is_not_trained_on_it_unless_the_last_day_is_named() -> None:
    columns = declarations(2000, 3)
    columns["Date"][40] = "2099-01-01"
    quick = Settings(most_trees=25, folds=2)
    with pytest.raises(InputError, match="2099-01-01 in row 41"):
        train(columns, "Outcome", "Date", settings=quick)
    made = train(columns, "Outcome", "Date", settings=quick, until=date(2025, 12, 31))
    assert made.card["cut_off"] <= "2025-12-31"
