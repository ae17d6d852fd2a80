"""A clock is a sum of spans: where they are cut changes nothing, and it never counts below zero."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.calendar import WorkingDays
from monazite.ledger.clock import RUNNING, STOPPED, Span, count, read

_seeded = settings(derandomize=True, max_examples=300, deadline=None)
WEEKDAYS = WorkingDays("weekdays", {}, "", weekdays_only=True)
FIRST = date(2026, 3, 2)
LIMITS = st.none() | st.integers(0, 60)


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    """Spans one after the other; the last one may still run."""
    edges = sorted(draw(st.sets(st.integers(0, 120), min_size=2, max_size=10)))
    days = [FIRST + timedelta(days=n) for n in edges]
    found = [Span(since, until) for since, until in zip(days[::2], days[1::2], strict=False)]
    return [*found, Span(days[-1], None)] if draw(st.booleans()) else found


@_seeded
@given(spans(), LIMITS, st.integers(0, 60))
def test_a_clock_counts_upwards_and_never_below_zero(
    runs: list[Span], limit: int | None, later: int
) -> None:
    kept = count(runs, limit, WEEKDAYS)
    state = RUNNING if kept.running_since else STOPPED
    on = FIRST + timedelta(days=121)
    now = read(kept, state, limit, on, WEEKDAYS)
    then = read(kept, state, limit, on + timedelta(days=later), WEEKDAYS)
    assert now.counted is not None
    assert then.counted is not None
    assert 0 <= now.counted <= then.counted
    if limit is None:
        assert (now.left, now.over, now.due) == (None, 0, None)
    else:
        assert now.left == max(0, limit - now.counted)
        assert now.over == max(0, now.counted - limit)
    if kept.running_since is None:
        assert now == then


@_seeded
@given(spans(), LIMITS, st.data())
def test_a_span_cut_in_two_counts_the_same(
    runs: list[Span], limit: int | None, data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(runs) - 1))
    span = runs[which]
    until = span.until or FIRST + timedelta(days=125)
    cut = span.since + timedelta(days=data.draw(st.integers(0, (until - span.since).days)))
    halves = [Span(span.since, cut), Span(cut, span.until)]
    whole = count(runs, limit, WEEKDAYS)
    parts = count([*runs[:which], *halves, *runs[which + 1 :]], limit, WEEKDAYS)
    on = FIRST + timedelta(days=126)
    assert read(parts, RUNNING, limit, on, WEEKDAYS) == read(whole, RUNNING, limit, on, WEEKDAYS)


@_seeded
@given(spans(), st.integers(1, 60))
def test_the_day_on_which_the_limit_ends_is_the_first_with_nothing_left(
    runs: list[Span], limit: int
) -> None:
    kept = count(runs, limit, WEEKDAYS)
    on = FIRST + timedelta(days=121)
    reading = read(kept, RUNNING, limit, on, WEEKDAYS)
    if reading.over:
        assert reading.due is not None
    if reading.due is not None and runs[-1].until is None and runs[-1].since < reading.due:
        assert read(kept, RUNNING, limit, reading.due, WEEKDAYS).left == 0
        before = reading.due - timedelta(days=1)
        assert read(kept, RUNNING, limit, before, WEEKDAYS).left == 1
