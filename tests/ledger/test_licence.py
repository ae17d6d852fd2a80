"""A licence's standing follows from its facts and the day, with every reason against its use."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.licence import ENDS, STATES, Facts, standing

_seeded = settings(derandomize=True, max_examples=200, deadline=None)
FIRST, LAST = date(2026, 3, 2), date(2027, 3, 1)
FACTS = st.builds(
    Facts,
    valid_from=st.just(FIRST),
    valid_until=st.just(LAST),
    suspended=st.booleans(),
    amending=st.booleans(),
    ended=st.sampled_from(["", *ENDS]),
    exhausted=st.booleans(),
)
DAYS = st.dates(FIRST - timedelta(days=5), LAST + timedelta(days=5))


def facts(
    *,
    suspended: bool = False,
    amending: bool = False,
    ended: str = "",
    exhausted: bool = False,
) -> Facts:
    """A licence of one year, of which nothing else is known."""
    return Facts(FIRST, LAST, suspended, amending, ended, exhausted)


@_seeded
@given(FACTS, DAYS)
def test_a_licence_is_usable_if_and_only_if_nothing_speaks_against_it(
    known: Facts, on: date
) -> None:
    found = standing(known, on)
    free = not (known.suspended or known.amending or known.ended or known.exhausted)
    assert found.usable == (free and FIRST <= on <= LAST)
    assert found.usable == (found.state == "active") == (found.reasons == ())
    assert {found.state, *found.reasons} <= set(STATES)


@_seeded
@given(FACTS, DAYS)
def test_every_reason_is_named(known: Facts, on: date) -> None:
    against = {
        "suspended": known.suspended,
        "in_amendment": known.amending,
        "exhausted": known.exhausted,
        "expired": on > LAST,
        "not_yet": on < FIRST,
        known.ended: bool(known.ended),
    }
    assert set(standing(known, on).reasons) == {name for name, holds in against.items() if holds}


def test_its_first_and_its_last_day_are_in_its_term() -> None:
    states = [
        standing(facts(), day).state
        for day in (FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1))
    ]
    assert states == ["not_yet", "active", "active", "expired"]


def test_what_ends_it_for_good_is_said_before_what_may_pass() -> None:
    found = standing(facts(suspended=True, amending=True, ended="revoked"), LAST)
    assert found.reasons == ("revoked", "suspended", "in_amendment")
    assert found.state == "revoked"
    assert standing(facts(suspended=True, exhausted=True), LAST).state == "exhausted"


def test_an_unknown_end_is_named_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="'lost'; ways: revoked, surrendered"):
        standing(facts(ended="lost"), FIRST)
