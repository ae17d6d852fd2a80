from __future__ import annotations

from datetime import date

import pytest

from monazite.briefing.month import looking_back, month, newest
from monazite.errors import InputError


def test_a_month_has_a_first_and_a_last_day() -> None:
    found = month("2024-02")
    assert (found.first, found.last, found.text) == (date(2024, 2, 1), date(2024, 2, 29), "2024-02")


def test_joined_months_are_one_month_of_two() -> None:
    found = month("2026-01/02")
    assert (found.first, found.last) == (date(2026, 1, 1), date(2026, 2, 28))


def test_without_a_text_the_newest_month_with_a_rare_earth_figure_is_meant() -> None:
    assert month(None).period == newest()
    assert newest().text == "2026-01/02"


@pytest.mark.parametrize("text", ["2025", "2025-Q2", "2025-01..05", "2025-13", "may", ""])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        month(text)
    assert caught.value.field == "month"
    assert "2025-05" in caught.value.accepted
    assert "2026-01/02" in caught.value.accepted


def test_a_month_written_another_way_is_guessed() -> None:
    with pytest.raises(InputError) as caught:
        month("2025/5")
    assert "did you mean '2025-05'" in caught.value.accepted


def test_charts_look_back_two_years_and_cut_no_joined_release() -> None:
    assert looking_back(month("2025-05")).first == date(2023, 5, 1)
    assert looking_back(month("2026-01/02")).first == date(2024, 1, 1)
    assert looking_back(month("2026-10")).first == date(2024, 9, 1)
