from __future__ import annotations

import pytest

from monazite.errors import InputError
from monazite.trade.periods import Period, month, parse, parse_month


@pytest.mark.parametrize(
    ("written", "months", "text"),
    [
        ("2025-05", 1, "2025-05"),
        (" 2025-12 ", 1, "2025-12"),
        ("2025-01/02", 2, "2025-01/02"),
        ("2024-09/10", 2, "2024-09/10"),
        ("2025-01..02", 2, "2025-01/02"),
        ("2025-01..05", 5, "2025-01..05"),
        ("2025-Q1", 3, "2025-01..03"),
        ("2025-Q4", 3, "2025-10..12"),
        ("2025-H1", 6, "2025-01..06"),
        ("2025-H2", 6, "2025-07..12"),
        ("2025", 12, "2025"),
        ("2025-01..12", 12, "2025"),
        ("2024-11..2025-02", 4, "2024-11..2025-02"),
        ("2024-12..2025-01", 2, "2024-12..2025-01"),
    ],
)
def test_a_period_is_the_months_it_covers(written: str, months: int, text: str) -> None:
    period = parse(written)
    assert period.months == months
    assert period.text == text
    assert parse(period.text) == period


@pytest.mark.parametrize(
    "written",
    [
        "2025-13", "2025-00", "2025-05/04", "2025-5", "2025-Q5", "2025-H3", "20255", "", "May 2025",
        "2025-01/13", "1899-12", "2101-01", "2025-01..2024-12", "2025-05-01", "２０２５-05",
        "2025-01/",
    ],
)  # fmt: skip
def test_an_impossible_period_is_refused_with_what_would_do(written: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(written, "month")
    assert caught.value.field == "month"
    assert caught.value.value == written
    assert "2025-01/02" in caught.value.accepted


@pytest.mark.parametrize("written", ["2025-5", "2025/05", "2025.5", "2025年5月", "202505"])
def test_a_month_written_another_way_is_named(written: str) -> None:
    with pytest.raises(InputError, match="did you mean '2025-05'"):
        parse(written)


def test_one_month_is_asked_for() -> None:
    assert parse_month("2025-05") == month(2025, 5)
    with pytest.raises(InputError, match="one month"):
        parse_month("2025-01/02")


def test_neighbours_in_time() -> None:
    assert parse("2025-01").previous() == parse("2024-12")
    assert parse("2025-01/02").previous() == parse("2024-11..12")
    assert parse("2025-05").year_earlier() == parse("2024-05")
    assert parse("2025-05").to_date() == parse("2025-01..05")
    assert parse("2025-12").to_date() == parse("2025")
    assert parse("2024-11..2025-02").to_date() == parse("2025-01/02")


def test_overlap_and_containment() -> None:
    pair = parse("2025-01/02")
    assert pair.overlaps(parse("2025-02..04"))
    assert not pair.overlaps(parse("2025-03"))
    assert pair.contains(parse("2025-02"))
    assert not parse("2025-02").contains(pair)


def test_a_span_says_nothing_of_joining() -> None:
    assert parse("2025-01/02").span_text == "2025-01..02"
    assert parse("2025").span_text == "2025-01..12"
    assert parse("2025-05").span_text == "2025-05"


def test_periods_are_in_order() -> None:
    assert sorted([parse("2025-02"), parse("2025-01/02"), parse("2025-01")]) == [
        parse("2025-01"),
        parse("2025-01/02"),
        parse("2025-02"),
    ]
    assert Period(24304, 24304) == month(2025, 5)
