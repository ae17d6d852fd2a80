from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting.table.cells import days, iso, numbers, open_days
from monazite.watch.targeting.table.reading import read


def test_numbers_are_read_with_commas_between_thousands() -> None:
    found = numbers(read({"x": ["1,234.5", "-2", "1e3", None, ".5"]}), "x")
    np.testing.assert_equal(found, [1234.5, -2.0, 1000.0, np.nan, 0.5])


@pytest.mark.parametrize(
    "wrong", ["abc", "1,5", "1.2.3", "inf", "nan", "12 kg", "1;2", "1e300", "-1e40"]
)
def test_text_where_a_number_stood_is_refused_with_its_row(wrong: str) -> None:
    with pytest.raises(InputError) as caught:
        numbers(read({"mass": ["1", wrong]}), "mass")
    assert caught.value.field == "mass"
    assert caught.value.value == f"{wrong} in row 2"


@pytest.mark.parametrize(
    "text", ["2025-04-04", "2025/4/4", "20250404", "04.04.2025", "2025年4月4日",
             "2025-04-04T10:15:00", "2025-04-04 23:59"],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_notation(text: str) -> None:
    assert iso(days(read({"day": [text]}), "day")[0]) == "2025-04-04"


@pytest.mark.parametrize("wrong", ["2025-13-01", "soon", None])
def test_what_is_no_day_is_refused(wrong: str | None) -> None:
    with pytest.raises(InputError, match="row 2"):
        days(read({"day": ["2025-04-04", wrong]}), "day")


def test_an_open_day_may_be_missing() -> None:
    found = open_days(read({"end": ["1970-01-02", None, "open"]}), "end")
    np.testing.assert_equal(found, [1.0, np.nan, np.nan])
