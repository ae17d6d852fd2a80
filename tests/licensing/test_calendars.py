"""China's working days agree with an independent table; a table that breaks its rules says so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import chinese_calendar
import pytest

from monazite.errors import LawDataError
from monazite.law.sources import REGIMES
from monazite.ledger.calendar import UnpublishedYear
from monazite.licensing.calendars import calendar, notices, read_calendar
from monazite.licensing.fields import regimes

if TYPE_CHECKING:
    from pathlib import Path

CN = calendar("CN")
YEAR = """
  "2026": {source: a notice, issued: "2025-11-04", confidence: found,
           holidays: [2026-10-01/2026-10-07], worked: ["2026-10-10"]}
"""


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_every_day_agrees_with_an_independent_table(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    days = [day for day in days if day.year == year]
    assert [day for day in days if CN.is_working(day) != chinese_calendar.is_workday(day)] == []


def test_the_make_up_days_of_2026_are_worked() -> None:
    worked = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
    found = CN.years[2026].worked
    assert found == {date.fromisoformat(f"2026-{day}") for day in worked}


def test_every_year_names_its_notice_and_the_day_it_was_issued() -> None:
    said = notices("CN")
    assert said.keys() == CN.years.keys()
    for year, notice in said.items():
        assert notice.source.startswith(f"国办发明电〔{year - 1}〕")
        assert notice.issued.year == year - 1
        assert notice.confidence == "found"


def test_a_year_whose_notice_is_not_out_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(UnpublishedYear, match="2027 are not in the table of CN"):
        CN.is_working(date(2027, 1, 4))


def test_every_regime_with_rules_for_applications_has_working_days() -> None:
    assert [name for name in regimes() if not (REGIMES / name / "calendar.yaml").is_file()] == []
    assert calendar(None).weekdays_only
    assert calendar("US") is not CN
    assert notices(None) == {}


def test_another_table_has_another_hash(tmp_path: Path) -> None:
    one = table(tmp_path, f"calendar: X\nweekdays_only: false\nyears:{YEAR}")
    before = read_calendar(one)
    one.write_text(one.read_text().replace("2026-10-10", "2026-10-11"))
    after = read_calendar(one)
    assert before.hash != after.hash
    assert after.is_working(date(2026, 10, 11))
    assert not after.is_working(date(2026, 10, 10))


def table(folder: Path, text: str) -> Path:
    """A file of a calendar."""
    path = folder / "calendar.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("calendar: X\nyears: {}\nextra: 1\n", ["'extra' is no key", "weekdays_only is a bool"]),
        ("calendar: X\nweekdays_only: false\nyears: {}\n", ["it has years, or it has weekdays"]),
        (f"calendar: X\nweekdays_only: true\nyears:{YEAR}", ["it has years, or it has weekdays"]),
        (
            "calendar: X\nweekdays_only: false\nyears:" + YEAR + YEAR.replace("2026", "2020"),
            ["without a gap"],
        ),
        (
            "calendar: X\nweekdays_only: false\nyears:" + YEAR + '  "next": []\n',
            ["'next' is no year"],
        ),
        (
            "calendar: X\nweekdays_only: false\nyears:"
            + YEAR.replace("2026-10-10", "2026-10-06").replace("found", "sure"),
            [
                "confidence is one of",
                "2026-10-06 is a holiday and worked",
                "2026-10-06 is a weekday",
            ],
        ),
        (
            "calendar: X\nweekdays_only: false\nyears:" + YEAR.replace("2026-10-10", "2027-10-10"),
            ["2027-10-10 is in another year"],
        ),
        (
            "calendar: X\nweekdays_only: false\nyears:" + YEAR.replace("01/2026-10-07", "01 to 07"),
            ["'2026-10-01 to 07' is no stretch"],
        ),
        (
            "calendar: X\nweekdays_only: false\nyears:"
            + YEAR.replace("2026-10-01/2026-10-07", "2026-10-07/2026-10-01"),
            ["'2026-10-07/2026-10-01' ends before it begins"],
        ),
        (
            "calendar: X\nweekdays_only: false\nyears:"
            + YEAR.replace('"2026-10-10"', '"2026-10-10", "2026-10-10"'),
            ["2026-10-10 is listed twice"],
        ),
        ('calendar: X\nweekdays_only: false\nyears: {"2026": []}\n', ["2026: not a mapping"]),
    ],
)
def test_every_problem_of_a_table_is_named_with_its_place(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    with pytest.raises(LawDataError) as caught:
        read_calendar(table(tmp_path, text))
    said = caught.value.problems
    assert len(said) == len(problems)
    for problem, words in zip(said, problems, strict=True):
        assert "calendar.yaml" in problem
        assert words in problem
