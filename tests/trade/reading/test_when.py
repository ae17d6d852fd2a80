from __future__ import annotations

import pytest

from monazite.trade.reading.blocks import FORMATS
from monazite.trade.reading.when import frequency, read


@pytest.mark.parametrize(
    ("text", "form", "period", "often"),
    [
        ("2023", "YYYY", "2023", "A"), ("202305", "YYYYMM", "2023-05", "M"),
        ("2023-05", "YYYY-MM", "2023-05", "M"), ("2023年5月", "YYYY年M月", "2023-05", "M"),
        ("May 2023", "MMMM YYYY", "2023-05", "M"), ("SEP-2023", "MMM-YYYY", "2023-09", "M"),
        ("2023-Q2", "YYYY-Qq", "2023-04..06", "Q"), ("202352", "YYYY52", "2023", "A"),
        ("2023M05", r"YYYY\MMM", "2023-05", "M"), ("202301-202302", "YYYYMM-YYYYMM", "2023-01/02", "M"),
        ("2023-01/02", "YYYY-MM/MM", "2023-01/02", "M"), ("202305-202305", "YYYYMM-YYYYMM", "2023-05", "M"),
        ("202301-202312", "YYYYMM-YYYYMM", "2023", "A"), ("202304-202306", "YYYYMM-YYYYMM", "2023-04..06", "Q"),
        ("Year 2023", "Year YYYY", "2023", "A"), (" 2023 ", "YYYY", "2023", "A"),
    ],
)  # fmt: skip
def test_a_format_reads_what_it_says(text: str, form: str, period: str, often: str) -> None:
    found = read(text, [form])
    assert found is not None
    assert (found.text, frequency(found)) == (period, often)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("202313", "YYYYMM"), ("202300", "YYYYMM"), ("1850", "YYYY"), ("2023", "YYYYMM"),
        ("2023-Q5", "YYYY-Qq"), ("202305-202301", "YYYYMM-YYYYMM"), ("202305-202313", "YYYYMM-YYYYMM"),
        ("Mai 2023", "MMMM YYYY"), ("", "YYYY"), ("2023x", "YYYY"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_no_period(text: str, form: str) -> None:
    assert read(text, [form]) is None


@pytest.mark.parametrize(
    "span", ["202301-202303", "202302-202304", "202301-202306", "202212-202301", "202304-202403"]
)
def test_spans_that_are_neither_month_nor_quarter_nor_year_have_no_frequency(span: str) -> None:
    found = read(span, ["YYYYMM-YYYYMM"])
    assert found is not None
    assert frequency(found) == ("Q" if span == "202301-202303" else None)


def test_the_first_format_that_fits_wins() -> None:
    found = read("2023-05", FORMATS)
    assert found is not None
    assert found.text == "2023-05"
