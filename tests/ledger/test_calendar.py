"""Working days: numbers and days are each other's inverse, and no year is guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.calendar import UnpublishedYear, WorkingDays, Year

_seeded = settings(derandomize=True, max_examples=300, deadline=None)
FIRST, LAST = date(2030, 1, 1), date(2031, 12, 31)
DAYS = st.dates(FIRST, LAST)
WEEKDAYS = WorkingDays("weekdays", {}, "", weekdays_only=True)


@st.composite
def tables(draw: st.DrawFn) -> WorkingDays:
    """A table of two years with any weekdays off and any days of weekends worked."""
    some = draw(st.frozensets(DAYS, max_size=60))
    off = frozenset(day for day in some if day.weekday() < 5)
    years = {
        year: Year(
            frozenset(day for day in off if day.year == year),
            frozenset(day for day in some - off if day.year == year),
        )
        for year in (2030, 2031)
    }
    return WorkingDays("any", years, "", weekdays_only=False)


def days(after: date, upto: date) -> list[date]:
    """Every day in (after, upto]."""
    return [after + timedelta(days=n) for n in range(1, (upto - after).days + 1)]


@_seeded
@given(tables(), DAYS, DAYS)
def test_between_is_what_counting_day_by_day_gives(
    table: WorkingDays, one: date, other: date
) -> None:
    after, upto = min(one, other), max(one, other)
    assert table.between(after, upto) == sum(table.is_working(day) for day in days(after, upto))


@_seeded
@given(tables(), DAYS)
def test_the_number_of_a_working_day_leads_back_to_it(table: WorkingDays, day: date) -> None:
    number = table.number(day)
    if table.is_working(day):
        assert table.day(number) == day
    elif number:
        assert table.day(number) < day


@_seeded
@given(tables(), DAYS, st.integers(1, 300))
def test_after_and_between_are_each_others_inverse(
    table: WorkingDays, day: date, count: int
) -> None:
    if table.between(day, LAST) < count:
        with pytest.raises(UnpublishedYear, match="2032"):
            table.after(day, count)
        return
    found = table.after(day, count)
    assert table.is_working(found)
    assert table.between(day, found) == count


@_seeded
@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 400))
def test_a_calendar_of_weekdays_counts_mondays_to_fridays(day: date, span: int) -> None:
    upto = day + timedelta(days=span)
    assert WEEKDAYS.between(day, upto) == sum(each.weekday() < 5 for each in days(day, upto))
    assert WEEKDAYS.is_working(day) == (day.weekday() < 5)
    if day.weekday() < 5:
        assert WEEKDAYS.day(WEEKDAYS.number(day)) == day


@pytest.mark.parametrize("year", [2029, 2032])
def test_a_day_of_a_year_that_is_not_in_the_table_is_an_error(year: int) -> None:
    whole = Year(frozenset(), frozenset())
    table = WorkingDays("two years", {2030: whole, 2031: whole}, "", weekdays_only=False)
    for ask in (table.is_working, table.number):
        with pytest.raises(UnpublishedYear, match=f"{year} are not in the table of two years"):
            ask(date(year, 6, 1))


def test_a_number_beyond_the_table_names_the_year_that_is_missing() -> None:
    whole = Year(frozenset(), frozenset())
    table = WorkingDays("one year", {2030: whole}, "", weekdays_only=False)
    for number, year in ((0, 2029), (table.number(date(2030, 12, 31)) + 1, 2031)):
        with pytest.raises(UnpublishedYear) as caught:
            table.day(number)
        assert caught.value.year == year
