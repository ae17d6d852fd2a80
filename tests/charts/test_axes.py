from __future__ import annotations

from datetime import date
from typing import Any

from monazite.charts.axes import after, background, markers, time_x
from monazite.charts.shapes import Marker, Window


def window(first: date, last: date) -> Window:
    return Window(first, last, last, last)


def test_a_day_ends_where_the_next_one_starts() -> None:
    assert after(date(2024, 2, 29)) == "2024-03-01"


def test_a_short_axis_has_quarters_and_a_long_one_years() -> None:
    short: Any = time_x("day", window(date(2024, 1, 1), date(2025, 12, 31)), labels=True).to_dict()
    long: Any = time_x("day", window(date(2010, 1, 1), date(2025, 12, 31)), labels=False).to_dict()
    assert short["axis"]["tickCount"]["step"] == 3
    assert long["axis"]["tickCount"]["step"] == 12
    assert short["scale"]["type"] == "utc"


def test_the_background_holds_the_ends_of_the_window_and_the_days_meant() -> None:
    shown = Window(date(2025, 1, 1), date(2025, 5, 31), date(2025, 5, 1), date(2025, 5, 31))
    drawn = [layer.to_dict()["datasets"] for layer in background(shown, labels=True)]
    (bounds,), (band,) = (list(data.values()) for data in drawn)
    assert [row["first"] for row in bounds] == ["2025-01-01", "2025-06-01"]
    assert band == [{"first": "2025-05-01", "after": "2025-06-01"}]


def test_no_layer_for_no_marked_day() -> None:
    shown = window(date(2025, 1, 1), date(2025, 5, 31))
    far = [Marker(date(2026, 1, 1), "1", "later")]
    assert markers(far, shown, labels=True, signs=True) == []
    near = [Marker(date(2025, 2, 1), "1", "within")]
    assert len(markers(near, shown, labels=True, signs=True)) == 2
    assert len(markers(near, shown, labels=True, signs=False)) == 1
