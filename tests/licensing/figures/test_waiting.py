from __future__ import annotations

import warnings
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from monazite.licensing.figures.facts import Fact, columns, number
from monazite.licensing.figures.waiting import Curve, Times, curve, reached, times
from support.figures import AS_OF, FIRST, any_fact

REMISSION = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
"""Freireich and others, Blood 21 (1963) 699: weeks of remission under 6-mercaptopurine."""
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"
"""The same trial's other arm: nobody was lost from sight."""


def curve_of(text: str) -> Curve:
    words = text.split()
    waited = Times(
        np.array([int(word.rstrip("+")) for word in words]),
        np.array([not word.endswith("+") for word in words]),
    )
    return curve("filed_to_decision", waited)


def test_the_remission_times_of_freireich_have_their_published_curve() -> None:
    """Cox and Oakes 1984 and every textbook since: estimates, and the median of 23 weeks."""
    got = curve_of(REMISSION)
    assert [(p.day, p.at_risk, p.decided, p.censored) for p in got.points] == [
        (6, 21, 3, 1), (7, 17, 1, 1), (10, 15, 1, 2), (13, 12, 1, 0), (16, 11, 1, 3), (22, 7, 1, 0),
        (23, 6, 1, 5),
    ]  # fmt: skip
    assert [round(p.waiting, 3) for p in got.points] == [
        0.857,
        0.807,
        0.753,
        0.69,
        0.627,
        0.538,
        0.448,
    ]
    assert got.quartiles == (13, 23, None)
    assert (got.cases, got.decided, got.censored) == (21, 9, 12)


def test_without_censoring_it_is_the_share_itself() -> None:
    got = curve_of(PLACEBO)
    assert got.quartiles == (4, 8, 12)
    assert got.points[-1].waiting == 0
    assert got.points[-1].low is got.points[-1].high is None


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=80).filter(
        lambda rows: any(decided for _, decided in rows)
    )
)
def test_it_is_what_scipy_computes_with_ties_and_its_band(rows: list[tuple[int, bool]]) -> None:
    days, decided = (np.array(column) for column in zip(*rows, strict=True))
    got = curve("filed_to_decision", Times(days, decided))
    known = ecdf(CensoredData(uncensored=days[decided], right=days[~decided])).sf
    at = [point.day for point in got.points]
    assert [p.waiting for p in got.points] == pytest.approx(known.evaluate(at), abs=1e-12)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # it says that S of 0 and 1 has no band
        band = known.confidence_interval(0.95, method="log-log")
    for point in got.points:
        if point.low is None or point.high is None:
            assert point.waiting in {0, 1}
            continue
        assert point.low == pytest.approx(band.low.evaluate(point.day), abs=1e-12)
        assert point.high == pytest.approx(band.high.evaluate(point.day), abs=1e-12)
        assert point.low <= point.waiting <= point.high
    assert got.cases == got.decided + got.censored == len(rows)
    assert reached(Times(days, decided), (25, 50, 75)) == got.quartiles


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(any_fact(), max_size=40), st.integers(0, 600))
def test_nobody_waits_less_than_nothing_or_longer_than_is_known(
    cases: list[Fact], after: int
) -> None:
    on = number(FIRST) + after
    all_of = columns(cases)
    waited = times(all_of, all_of.filed, on)
    assert len(waited.days) == sum(number(case.filed) <= on for case in cases)
    assert all(0 <= day <= after for day in waited.days)
    assert waited.decided.sum() == sum(
        case.decided is not None and number(case.decided) <= on for case in cases
    )


def test_who_withdrew_is_lost_from_sight_then_and_a_refusal_is_a_decision() -> None:
    cases = columns(
        [
            Fact(FIRST, decided=date_after(10), outcome="refused"),
            Fact(FIRST, left=date_after(5), left_as="withdrawn"),
            Fact(FIRST),
        ]
    )
    waited = times(cases, cases.filed, number(AS_OF))
    assert list(waited.days) == [10, 5, (AS_OF - FIRST).days]
    assert list(waited.decided) == [True, False, False]


def test_nobody_decided_and_nobody_there_are_answers() -> None:
    none = Times(np.array([], np.int64), np.array([], bool))
    assert curve("filed_to_decision", none).reason == "no_cases"
    waiting = curve("filed_to_decision", Times(np.array([3, 4]), np.array([False, False])))
    assert (waiting.reason, waiting.cases, waiting.quartiles) == ("nobody_decided", 2, (None,) * 3)


def date_after(days: int) -> date:

    return FIRST + timedelta(days=days)
