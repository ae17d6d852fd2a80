from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from monazite.errors import InputError
from monazite.trade.releases import due, last_release, next_release
from monazite.trade.releases.rules import DEFAULT, rules

CASES = yaml.load(
    (Path(__file__).parents[2] / "cases/trade/releases/next.yaml").read_text("utf-8"),
    Loader=yaml.CSafeLoader,
)
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
SERIES = st.sampled_from(list(rules()))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_case_holds(case: dict[str, Any]) -> None:
    if "last" in case:
        last = last_release(case["last"], case["today"])
        assert (last and last.period_covered) == case["period"]
        assert last is None or last.latest == case["latest"]
        return
    found = next_release(case["next"], case["today"])
    assert (found.period_covered, found.earliest, found.latest) == (
        case["period"], case["earliest"], case["latest"],
    )  # fmt: skip
    assert found.confidence == case.get("confidence", found.confidence)
    assert found.series == case.get("series", found.series)


@given(SERIES, DAYS)
def test_the_next_release_is_not_over_and_the_last_one_is(series: str, today: date) -> None:
    following, last = next_release(series, today), last_release(series, today)
    assert following.latest is None or following.latest >= today
    assert last is None or (last.latest is not None and last.latest < today)
    assert (last is None) == (rules()[series].every == "none")


@given(SERIES, DAYS)
def test_day_after_day_no_period_is_left_out_and_none_comes_twice(series: str, today: date) -> None:
    before, after = next_release(series, today), next_release(series, today + timedelta(days=1))
    if before.latest == today:
        last = last_release(series, today + timedelta(days=1))
        assert last is not None
        assert last.period_covered == before.period_covered != after.period_covered
    else:
        assert before == after


def test_what_is_due_is_told_for_every_series_the_soonest_first() -> None:
    found = due(date(2026, 11, 22))
    assert {one.series for one in found} == set(rules())
    dated = [one.earliest for one in found if one.earliest]
    assert dated == sorted(dated)
    assert found[-1].series == "comtrade"


def test_a_release_tells_its_source_in_both_languages() -> None:
    found = next_release("baci", date(2026, 11, 22))
    assert found.publisher == "CEPII"
    assert "baci" in found.source
    assert found.what_zh.startswith("BACI")
    assert found.note
    assert found.note_zh


def test_an_unknown_publisher_names_all_series() -> None:
    with pytest.raises(InputError) as caught:
        next_release("gacc-monthly", date(2026, 1, 1))
    assert caught.value.field == "publisher"
    assert "gacc-query" in caught.value.accepted


def test_an_unknown_series_likewise() -> None:
    with pytest.raises(InputError) as caught:
        last_release("gacc", date(2026, 1, 1))
    assert caught.value.field == "series"


def test_every_rule_is_whole() -> None:
    for rule in rules().values():
        assert rule.source
        assert rule.what
        assert rule.what_zh
        assert rule.confidence in {"found", "derived", "memory"}
        assert bool(rule.note) == bool(rule.note_zh)
        ways = (DEFAULT in rule.days, rule.days_after is not None, rule.window is not None)
        assert sum(ways) == (rule.every != "none")
        assert (rule.every == "year") == (rule.window is not None)
        assert all(0 < first <= last <= 31 for first, last in rule.days.values())


def test_an_announced_day_lies_in_or_near_the_window_that_the_rule_would_give() -> None:
    days = {day: period for period, day in rules()["gacc-preliminary"].calendar.items()}
    assert len(days) == 11
    assert all(7 <= day.day <= 15 for day in days)
