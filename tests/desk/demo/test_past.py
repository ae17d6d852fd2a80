from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import override_settings
from django.utils import timezone

from monazite.desk.demo.past import NotTheDemo, at, moment
from monazite.law.store import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

THEN = datetime(2026, 8, 3, 17, 30, tzinfo=UTC)


@pytest.fixture
def making(tmp_path: Path) -> Iterator[Path]:
    """A home of a demo whose world is not whole yet; its mark."""
    mark = tmp_path / "demo"
    mark.touch()
    with override_settings(HOME=tmp_path, DEMO=True):
        yield mark


@pytest.mark.usefixtures("making")
def test_the_clock_is_turned_runs_on_and_is_put_back() -> None:
    before = timezone.now()
    with at(THEN):
        first, second = timezone.now(), timezone.now()
        # Beijing is in the next day already; where a regime has no zone, UTC counts.
        assert load().today("CN") == date(2026, 8, 4)
        assert load().today(None) == date(2026, 8, 3)
    assert THEN < first < second < THEN + timedelta(minutes=1)
    assert before <= timezone.now() < before + timedelta(minutes=10)
    assert load().today(None) >= before.date()


@pytest.mark.usefixtures("making")
def test_the_clock_is_put_back_where_something_fails() -> None:
    clock, before = timezone.now, timezone.now()
    with pytest.raises(ZeroDivisionError), at(THEN):
        raise ZeroDivisionError
    assert timezone.now is clock
    assert load().today(None) >= before.date()


def _refuses() -> None:
    clock = timezone.now
    with pytest.raises(NotTheDemo), at(THEN):
        pytest.fail("the clock was turned")
    assert timezone.now is clock


@pytest.mark.usefixtures("making")
def test_a_site_dates_nothing_back() -> None:
    with override_settings(DEMO=False):
        _refuses()


def test_a_home_that_is_no_demos_dates_nothing_back(making: Path) -> None:
    making.unlink()
    _refuses()


def test_a_demo_whose_world_is_whole_dates_nothing_back(making: Path) -> None:
    making.write_text("whole\n")
    _refuses()


@pytest.mark.parametrize(
    ("today", "ago", "day"),
    [
        ("2026-11-22", 1, "2026-11-20"),  # from a Sunday
        ("2026-11-23", 1, "2026-11-20"),  # today itself is never meant
        ("2026-10-08", 1, "2026-09-30"),  # over the week of the National Day
        ("2026-10-12", 2, "2026-10-09"),  # a Saturday that was worked lies between
        ("2028-03-06", 1, "2028-03-03"),  # of a year that is not published: weekdays
    ],
)
def test_days_are_counted_back_by_the_calendar_of_the_offices(
    today: str, ago: int, day: str
) -> None:
    found = moment(date.fromisoformat(today), ago, 30, "CN").astimezone(load().zone("CN"))
    assert found.isoformat()[:16] == f"{day}T09:30"


def test_where_no_zone_is_known_the_offices_keep_utc() -> None:
    assert moment(date(2026, 11, 23), 1, 0, "generic") == datetime(2026, 11, 20, 9, tzinfo=UTC)
