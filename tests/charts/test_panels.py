from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from monazite.charts.panels import MISSING, gaps, panels
from monazite.charts.shapes import Bar, Marker, Series, Window, Words

WINDOW = Window(date(2025, 1, 1), date(2025, 5, 31), date(2025, 5, 1), date(2025, 5, 31))
WORDS = Words(
    "what it says",
    {"reported": "R", "derived": "D", "derived-weak": "W", MISSING: "none"},
)
JOINED = Bar(date(2025, 1, 1), date(2025, 2, 28), 8511.0, "reported", "2025-01/02", "Σ 8,511")
APRIL = Bar(date(2025, 4, 1), date(2025, 4, 30), 4784.8, "derived", "2025-04")
MAY = Bar(date(2025, 5, 1), date(2025, 5, 31), 0.0, "reported", "2025-05", "0")


def rows_with(chart: Any, key: str) -> list[list[dict[str, Any]]]:
    """The data of every layer whose rows have the key, panel by panel."""
    found = []
    for panel in chart["vconcat"]:
        for layer in panel["layer"]:
            values = chart["datasets"][layer["data"]["name"]]
            if values and key in values[0]:
                found.append(values)
    return found


def drawn(*bars: Bar, style: Any = "bars", marks: tuple[Marker, ...] = ()) -> Any:
    return panels([Series("tonnes", bars, style)], marks, WINDOW, WORDS).to_dict()


def test_a_joined_release_is_one_bar_over_both_months_at_their_mean() -> None:
    figures = rows_with(drawn(JOINED, APRIL), "height")[0]
    joined = figures[0]
    assert joined["height"] == pytest.approx(8511 / 2)
    assert (joined["first"], joined["after"]) == ("2025-01-03", "2025-02-27")
    assert joined["text"] == "Σ 8,511"


def test_a_level_of_joined_months_is_not_divided() -> None:
    figures = rows_with(drawn(JOINED, style="levels"), "height")[0]
    assert figures[0]["height"] == 8511


def test_months_without_a_figure_are_gaps_and_a_zero_is_not() -> None:
    assert gaps([JOINED, APRIL, MAY], WINDOW) == [date(2025, 3, 1)]
    holes = next(
        values
        for values in rows_with(drawn(JOINED, APRIL, MAY), "period")
        if "tip" not in values[0]
    )
    assert [hole["period"] for hole in holes] == ["2025-03"]


def test_no_gap_layer_where_every_month_is_covered() -> None:
    march = Bar(date(2025, 3, 1), date(2025, 3, 31), 5.0, "reported", "2025-03")
    chart = drawn(JOINED, march, APRIL, MAY)
    scales = [
        layer["encoding"]["color"]["scale"]["domain"]
        for layer in chart["vconcat"][0]["layer"]
        if "color" in layer.get("encoding", {})
    ]
    assert scales == [["R", "D"]]


def test_the_legend_names_only_what_is_there() -> None:
    chart = drawn(JOINED)
    colours = [
        layer["encoding"]["color"]["scale"]["domain"]
        for layer in chart["vconcat"][0]["layer"]
        if "color" in layer.get("encoding", {})
    ]
    assert colours == [["R", "none"], ["R", "none"]]


def test_bars_outside_the_window_are_left_out() -> None:
    old = Bar(date(2023, 4, 1), date(2023, 4, 30), 1.0, "reported", "2023-04")
    figures = rows_with(drawn(old, APRIL), "height")[0]
    assert [figure["period"] for figure in figures] == ["2025-04"]


def test_an_empty_panel_keeps_its_axis() -> None:
    chart = drawn()
    assert len(rows_with(chart, "period")[0]) == 5
    assert chart["description"] == "what it says"


def test_marked_days_that_are_near_are_signed_together() -> None:
    marks = (
        Marker(date(2024, 12, 31), "0", "before the window"),
        Marker(date(2025, 4, 4), "1", "first"),
        Marker(date(2025, 4, 6), "2", "second"),
        Marker(date(2025, 5, 20), "3", "third"),
    )
    signs = [one["sign"] for one in rows_with(drawn(APRIL, marks=marks), "sign")[0]]
    assert signs == ["1 2", "", "3"]


def test_only_the_first_panel_carries_signs_and_only_the_last_months() -> None:
    series = [Series("a", (APRIL,)), Series("b", (APRIL,), height=30)]
    marks = (Marker(date(2025, 4, 4), "1", "first"),)
    first, last = panels(series, marks, WINDOW, WORDS).to_dict()["vconcat"]
    text = [
        [
            layer
            for layer in panel["layer"]
            if layer["encoding"].get("text", {}).get("field") == "sign"
        ]
        for panel in (first, last)
    ]
    assert [len(found) for found in text] == [1, 0]
    labels = [panel["layer"][0]["encoding"]["x"]["axis"]["labels"] for panel in (first, last)]
    assert labels == [False, True]
