from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.halts import CELLS, ONSETS, halts
from monazite.charts.shock_shapes import Cell, Onset

CAPTION = Caption("who stops", "source", "", {ONSETS: "first halt", CELLS: "missing"})
NAMES = ("none", "little", "some", "much", "most")
FIRST = date(2025, 4, 7)


def onset(lane: str, week: int, step: int = 2) -> Onset:
    low, middle, high = (FIRST + timedelta(weeks=week + n) for n in (0, 2, 5))
    return Onset(lane, low, middle, high, step, f"{lane} stops", "tip")


def cell(lane: str, week: int, step: int | None = 1) -> Cell:
    return Cell(lane, FIRST + timedelta(weeks=week), step, "tip")


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def test_a_bar_ends_with_the_week_of_the_latest_halt() -> None:
    chart = halts([onset("cars", 4)], (), NAMES, CAPTION).to_dict()
    (row,) = rows_with(chart, "high")
    assert (row["low"], row["middle"], row["high"]) == ("2025-05-05", "2025-05-19", "2025-06-16")


def test_lanes_keep_their_order_and_calm_weeks_are_empty() -> None:
    cells = [cell("wind", 3, None), cell("cars", 3), cell("cars", 4, None)]
    chart = halts([onset("b", 4), onset("a", 1)], cells, NAMES, CAPTION).to_dict()
    sorts = [panel["layer"][0]["encoding"]["y"]["sort"] for panel in chart["vconcat"]]
    assert sorts == [["b", "a"], ["wind", "cars"]]
    assert [row["step"] for row in rows_with(chart, "first")] == ["little"]


def test_both_parts_have_one_scale_of_steps_and_the_same_days() -> None:
    chart = halts([onset("a", 1)], [cell("cars", 30)], NAMES, CAPTION).to_dict()
    layers = [layer["encoding"] for panel in chart["vconcat"] for layer in panel["layer"]]
    assert {tuple(one["color"]["scale"]["domain"]) for one in layers if "color" in one} == {NAMES}
    days = [str(one["x"]["scale"]["domain"]) for one in layers if "scale" in one.get("x", {})]
    assert len(set(days)) == 1


def test_the_picture_says_its_titles_lanes_and_words() -> None:
    svg = chart_file(halts([onset("cars", 4)], [cell("wind", 2)], NAMES, CAPTION), ".svg", "en")
    for words in ("who stops", "first halt", "missing", "cars stops", "wind", "most"):
        assert words in svg.decode()


def test_weeks_alone_make_a_picture() -> None:
    chart = halts((), [cell("wind", 2, None)], NAMES, CAPTION).to_dict()
    assert len(chart["vconcat"]) == 1
