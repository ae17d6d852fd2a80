from __future__ import annotations

from datetime import date
from typing import Any

from monazite.charts.shapes import Marker, Span, Window, Words
from monazite.charts.timeline import timeline

WINDOW = Window(date(2025, 1, 1), date(2026, 12, 31), date(2025, 11, 1), date(2025, 11, 30))
WORDS = Words(
    "measures over time",
    {"in_force": "works", "suspended": "rests", "ambiguous": "open", "not_yet": "waits"},
)
SPANS = [
    Span("No. 61", date(2024, 10, 9), date(2025, 11, 6), "in_force", "a"),
    Span("No. 61", date(2025, 11, 7), date(2026, 11, 10), "suspended", "b"),
    Span("No. 57", date(2025, 10, 9), date(2027, 5, 1), "not_yet", "c"),
]


def bars(chart: Any) -> Any:
    return next(layer for layer in chart["layer"] if "strokeDash" in layer.get("encoding", {}))


def test_states_are_cut_at_the_window_and_keep_the_order_of_their_lanes() -> None:
    chart = timeline(SPANS, [], WINDOW, WORDS).to_dict()
    layer = bars(chart)
    rows = chart["datasets"][layer["data"]["name"]]
    assert [(row["first"], row["after"]) for row in rows] == [
        ("2025-01-01", "2025-11-07"),
        ("2025-11-07", "2026-11-11"),
        ("2025-10-09", "2027-01-01"),
    ]
    assert layer["encoding"]["y"]["sort"] == ["No. 61", "No. 57"]
    assert chart["description"] == "measures over time"


def test_only_states_that_occur_stand_in_the_legend() -> None:
    chart = timeline(SPANS, [], WINDOW, WORDS).to_dict()
    assert bars(chart)["encoding"]["color"]["scale"]["domain"] == ["works", "rests", "waits"]


def test_a_marked_day_is_drawn() -> None:
    mark = Marker(date(2026, 11, 22), "known to 2026-11-22", "known")
    with_mark = timeline(SPANS, [mark], WINDOW, WORDS).to_dict()
    without = timeline(SPANS, [], WINDOW, WORDS).to_dict()
    assert len(with_mark["layer"]) == len(without["layer"]) + 2
