from __future__ import annotations

from datetime import date

from monazite.shock.pictures.days import days
from monazite.shock.scenarios.reading import packaged


def test_the_days_of_a_scenario_are_marked_once_and_in_order() -> None:
    found = [mark.day for mark in days(packaged("seven-rare-earths-2025-04"), "en")]
    assert date(2025, 4, 4) in found
    assert found == sorted(set(found))


def test_a_day_says_what_it_is() -> None:
    for lang in ("en", "zh"):
        for mark in days(packaged("full-stop"), lang):
            assert mark.sign == mark.day.isoformat()
            assert mark.sign in mark.tip
