from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.halts import CELLS, ONSETS, halts
from monazite.charts.shock_shapes import Cell, Onset

CAPTION = Caption("who stops", "source", "", {ONSETS: "first halt", CELLS: "missing"})
NAMES = {
    ONSETS: ("seldom", "at times", "half", "often", "always"),
    CELLS: ("none", "little", "some", "much", "most"),
}
FIRST = date(2025, 4, 7)


def onset(lane: str, week: int) -> Onset:
    return Onset(lane, FIRST + timedelta(weeks=week), f"{lane} stops", "tip")


def cell(lane: str, week: int, step: int | None = 1) -> Cell:
    return Cell(lane, FIRST + timedelta(weeks=week), step, "tip")


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def test_a_tick_stands_on_the_day_of_the_first_halt() -> None:
    chart = halts([onset("cars", 4)], [cell("cars", 4)], (), NAMES, CAPTION).to_dict()
    (row,) = rows_with(chart, "day")
    assert row["day"] == "2025-05-05"


def test_lanes_keep_their_order_and_calm_weeks_are_empty() -> None:
    stands = [cell("b", 4, 0), cell("a", 1)]
    cells = [cell("wind", 3, None), cell("cars", 3), cell("cars", 4, None)]
    chart = halts([onset("b", 4), onset("a", 1)], stands, cells, NAMES, CAPTION).to_dict()
    sorts = [panel["layer"][0]["encoding"]["y"]["sort"] for panel in chart["vconcat"]]
    assert sorts == [["b", "a"], ["wind", "cars"]]
    assert [row["step"] for row in rows_with(chart, "first")] == ["seldom", "at times", "little"]


def test_each_part_has_a_scale_of_its_own_and_both_the_same_days() -> None:
    stands, cells = [cell("a", 1)], [cell("cars", 30)]
    chart = halts([onset("a", 1)], stands, cells, NAMES, CAPTION).to_dict()
    domains = [
        {tuple(layer["encoding"]["color"]["scale"]["domain"]) for layer in panel["layer"]
         if "color" in layer["encoding"]}
        for panel in chart["vconcat"]
    ]  # fmt: skip
    assert domains == [{NAMES[ONSETS]}, {NAMES[CELLS]}]
    assert chart["resolve"]["scale"]["color"] == "independent"
    layers = [layer["encoding"] for panel in chart["vconcat"] for layer in panel["layer"]]
    days = [str(one["x"]["scale"]["domain"]) for one in layers if "scale" in one.get("x", {})]
    assert len(set(days)) == 1


def test_the_picture_says_its_titles_lanes_and_words() -> None:
    chart = halts([onset("cars", 4)], [cell("cars", 4)], [cell("wind", 2)], NAMES, CAPTION)
    svg = chart_file(chart, ".svg", "en").decode()
    for words in ("who stops", "first halt", "missing", "cars stops", "wind", "most", "always"):
        assert words in svg


def test_weeks_alone_make_a_picture() -> None:
    chart = halts((), (), [cell("wind", 2, None)], NAMES, CAPTION).to_dict()
    assert len(chart["vconcat"]) == 1
