"""The clock of a case: whatever happens in whatever order, it stays a function of the days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.calendar import UnpublishedYear
from monazite.licensing.calendars import calendar
from monazite.licensing.casework.clock import Step, derive, read, read_steps

_seeded = settings(derandomize=True, max_examples=200, deadline=None)
CN = calendar("CN")
START, LAST = date(2025, 11, 3), date(2026, 12, 31)
ACCEPTED = Step("start", START, "accepted")
DAYS = st.dates(START, date(2026, 10, 30))


@st.composite
def stops(draw: st.DrawFn) -> list[Step]:
    """Any stops, overlapping or not; some are still open."""
    steps = []
    for number in range(draw(st.integers(0, 5))):
        since = draw(DAYS)
        steps.append(Step("stop", since, f"hold {number}"))
        if draw(st.booleans()):
            until = since + timedelta(days=draw(st.integers(0, 60)))
            steps.append(Step("go", until, f"hold {number}"))
    return steps


def naive(steps: list[Step], on: date) -> int:
    """Day by day: a working day counts if nothing held the clock at the end of the day before."""
    counted, day = 0, START + timedelta(days=1)
    while day <= on:
        before = [step for step in steps if step.on < day]
        held = {s.why for s in before if s.kind == "stop"}
        held -= {s.why for s in before if s.kind == "go"}
        ended = any(step.kind == "end" for step in before)
        counted += CN.is_working(day) and not held and not ended
        day += timedelta(days=1)
    return counted


@_seeded
@given(stops(), DAYS)
def test_a_clock_counts_what_counting_day_by_day_gives(held: list[Step], on: date) -> None:
    reading = read_steps([ACCEPTED, *held], 45, on, CN)
    assert reading.counted == naive(held, on)
    assert reading.left == max(0, 45 - naive(held, on))


@_seeded
@given(stops(), DAYS, st.randoms(use_true_random=False))
def test_the_order_in_which_steps_are_told_does_not_matter(
    held: list[Step], on: date, random: object
) -> None:
    steps = [ACCEPTED, *held]
    mixed = list(steps)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert read_steps(mixed, 45, on, CN) == read_steps(steps, 45, on, CN)


@_seeded
@given(stops(), DAYS)
def test_a_decision_ends_the_count_for_good(held: list[Step], on: date) -> None:
    kept = derive([ACCEPTED, *held, Step("end", on, "decision 1")], 45, CN)
    last = max([on, *(step.on for step in held)])
    assert read(kept, last, CN).counted == naive(held, on)
    assert read(kept, last, CN) == read(kept, date(2040, 1, 1), CN)
    assert (kept.state, kept.running_since) == ("ended", None)


@_seeded
@given(stops(), DAYS)
def test_a_stop_within_another_changes_nothing(held: list[Step], on: date) -> None:
    within = [Step(step.kind, step.on, f"{step.why} again") for step in held]
    assert read_steps([ACCEPTED, *held, *within], 45, on, CN) == read_steps(
        [ACCEPTED, *held], 45, on, CN
    )


@_seeded
@given(stops(), DAYS, st.integers(0, 90))
def test_what_is_kept_reads_like_the_steps_themselves(
    held: list[Step], on: date, later: int
) -> None:
    steps = [ACCEPTED, *(step for step in held if step.on <= on)]
    steps = [step for step in steps if step.kind != "go" or step.on <= on]
    day = min(on + timedelta(days=later), LAST)
    kept = derive(steps, 45, CN)
    assert read(kept, day, CN) == read_steps(steps, 45, day, CN)
    assert read(kept, day, CN) == read(kept, day, CN)


def test_a_clock_that_was_not_started_shows_its_whole_limit() -> None:
    reading = read_steps([], 45, date(2026, 3, 2), CN)
    assert (reading.state, reading.counted, reading.left) == ("not_started", 0, 45)


def test_a_case_cannot_go_on_where_it_was_not_stopped() -> None:
    with pytest.raises(ValueError, match="hold 2"):
        derive([ACCEPTED, Step("go", date(2026, 3, 2), "hold 2")], 45, CN)


def test_an_unknown_kind_of_step_is_named_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match=r"pause; kinds: start, stop, go"):
        derive([Step("pause", START, "")], 45, CN)


def test_a_release_on_the_day_of_a_decision_stays_with_its_hold_when_the_case_is_reopened() -> None:
    day = date(2026, 3, 31)
    steps = [
        ACCEPTED,
        Step("stop", date(2026, 3, 9), "hold 1"),
        Step("end", day, "decision 1"),
        Step("start", day, "reopened"),
        Step("go", day, "hold 1"),
    ]
    reading = read_steps(steps, 45, date(2026, 4, 1), CN)
    assert (reading.state, reading.counted) == ("running", 1)


def test_a_step_in_a_year_that_is_not_published_is_an_error() -> None:
    with pytest.raises(UnpublishedYear, match="2027"):
        derive([ACCEPTED, Step("stop", date(2027, 1, 5), "hold 1")], 45, CN)


def test_a_clock_without_a_table_of_holidays_counts_weekdays() -> None:
    reading = read_steps(
        [Step("start", date(2030, 1, 1), "")], 20, date(2030, 1, 8), calendar("US")
    )
    assert (reading.counted, reading.left, reading.due) == (5, 15, date(2030, 1, 29))
