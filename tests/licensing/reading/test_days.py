from __future__ import annotations

from datetime import date

from hypothesis import given, seed
from hypothesis import strategies as st

from monazite.licensing.hygiene import Problem
from monazite.licensing.reading.days import day

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@seed(20261122)
@given(DAYS)
def test_every_way_with_the_year_first_is_the_same_day(on: date) -> None:
    ways = (
        "{0:%Y-%m-%d}",
        "{0:%Y/%m/%d}",
        "{0.year}.{0.month}.{0.day}",
        "{0.year}年{0.month}月{0.day}日",
    )
    assert {day(way.format(on)) for way in ways} == {on}


@seed(20261122)
@given(DAYS)
def test_no_way_with_the_year_last_is_a_day_and_the_right_one_is_named(on: date) -> None:
    found = day(f"{on:%d/%m/%Y}")
    assert isinstance(found, Problem)
    assert on.isoformat() in {found.values["one"], found.values.get("other")}
    assert (found.code == "ambiguous_date") == (on.day <= 12 and on.day != on.month)


@seed(20261122)
@given(st.text(max_size=20))
def test_any_text_is_a_day_or_a_problem_that_shows_it(text: str) -> None:
    found = day(text)
    assert isinstance(found, date) or "value" in found.values
