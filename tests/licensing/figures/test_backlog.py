from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.licensing.figures.backlog import AHEAD, LEAST, ages, forecast
from monazite.licensing.figures.facts import Fact, columns, number
from monazite.licensing.figures.weeks import Week, full_weeks, monday, weeks
from support.figures import AS_OF, FIRST, any_fact

SUNDAY = date(2025, 12, 28)


def week(number_of: int, applied: int, granted: int) -> Week:
    first = FIRST + timedelta(weeks=number_of)
    return Week(first, applied, 0, granted, 0, 0, 0, 0, 0, 0, 0)


def test_weeks_begin_on_mondays_and_only_whole_ones_count() -> None:
    assert FIRST.weekday() == monday(number(FIRST)) - number(FIRST) == 0
    found = full_weeks(number(date(2025, 12, 2)), number(SUNDAY))
    assert list(found) == [number(date(2025, 12, day)) for day in (8, 15, 22)]
    assert list(full_weeks(number(date(2025, 12, 1)), number(SUNDAY) - 1))[-1] == found[-2]
    assert len(full_weeks(number(SUNDAY), number(SUNDAY) + 6)) == 0


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(any_fact(), max_size=40))
def test_what_came_in_less_what_went_out_is_what_is_pending(cases: list[Fact]) -> None:
    found = weeks(columns(cases), full_weeks(number(FIRST), number(AS_OF) + 400))
    backlog = 0
    for each in found:
        backlog += each.came - each.closed
        assert each.pending == backlog
    last = found[-1].first + timedelta(days=6)
    assert sum(each.applied for each in found) == sum(case.filed <= last for case in cases)


def test_steady_weeks_leave_the_backlog_where_it_is() -> None:
    last = [week(n, 10, 10) for n in range(26)]
    found = forecast(120, last, number(SUNDAY))
    assert {(band.low, band.middle, band.high) for band in found.bands} == {(120, 120, 120)}
    assert found.bands[0].week == SUNDAY + timedelta(days=1)
    assert len(found.bands) == AHEAD
    assert (found.came, found.closed, found.reason) == (10, 10, "")


def test_more_coming_in_than_going_out_grows_and_the_band_opens() -> None:
    last = [week(n, 10 + n % 5, 6 + n % 7) for n in range(26)]
    found = forecast(120, last, number(SUNDAY))
    assert found.bands[-1].middle > found.bands[0].middle > 120
    widths = [band.high - band.low for band in found.bands]
    assert widths == sorted(widths)
    assert found == forecast(120, last, number(SUNDAY))


def test_nothing_goes_out_of_an_empty_queue() -> None:
    found = forecast(5, [week(n, 0, 9) for n in range(10)], number(SUNDAY))
    assert found.bands[-1].high == 0


def test_a_few_weeks_say_nothing() -> None:
    found = forecast(7, [week(n, 3, 2) for n in range(LEAST - 1)], number(SUNDAY))
    assert (found.bands, found.reason, found.pending) == ((), "too_few_weeks", 7)


def test_ages_are_of_all_that_wait() -> None:
    cases = [Fact(AS_OF - timedelta(days=days)) for days in (0, 14, 15, 400)]
    found = ages(columns([*cases, Fact(FIRST, decided=AS_OF, outcome="granted")]), number(AS_OF))
    assert [(age.first, age.last, age.cases) for age in found if age.cases] == [
        (0, 14, 2), (15, 30, 1), (181, None, 1),
    ]  # fmt: skip


def test_a_case_that_is_taken_up_again_waits_again() -> None:
    """From its reopening on it is in the backlog, as old as its filing, until it is decided anew."""
    case = Fact(
        FIRST, FIRST, FIRST + timedelta(days=7), "refused", reopened=FIRST + timedelta(days=21)
    )
    for decided, last in ((None, [1, 0, 0, 1, 1]), (FIRST + timedelta(days=28), [1, 0, 0, 1, 0])):
        known = columns([replace(case, anew=decided)])
        found = weeks(known, full_weeks(number(FIRST), number(FIRST) + 34))
        assert [each.pending for each in found] == last
        waiting = [(a.first, a.cases) for a in ages(known, number(FIRST) + 34) if a.cases]
        assert waiting == ([] if decided else [(31, 1)])
        assert sum(each.came - each.closed for each in found) == last[-1]
