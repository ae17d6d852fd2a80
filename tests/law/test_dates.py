from __future__ import annotations

from datetime import date

import pytest

from monazite.errors import InputError
from monazite.law.dates import first_day, last_day, parse_day


def test_a_partial_date_starts_on_its_first_and_ends_on_its_last_day() -> None:
    assert first_day("2025") == date(2025, 1, 1)
    assert last_day("2025") == date(2025, 12, 31)
    assert first_day("2024-02") == date(2024, 2, 1)
    assert last_day("2024-02") == date(2024, 2, 29)
    assert first_day("2025-04-04") == last_day("2025-04-04") == date(2025, 4, 4)


@pytest.mark.parametrize("text", ["2025-13", "2025-02-30", "spring", "2025-2-3"])
def test_an_impossible_partial_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        first_day(text)


@pytest.mark.parametrize("text", ["2025-02-30", "20250404", "2025-W14-5", "4 April 2025", ""])
def test_a_day_that_people_mistype_names_the_field_and_the_form(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, "on")
    assert caught.value.field == "on"
    assert "YYYY-MM-DD" in caught.value.accepted


def test_a_day_is_read() -> None:
    assert parse_day(" 2025-04-04 ", "on") == date(2025, 4, 4)
