from __future__ import annotations

from typing import Any

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.response_shapes import Worth
from monazite.charts.worths import worths

CAPTION = Caption("next dollar", "source", "", {})
FOUND = [
    Worth("per dollar", "dysprosium", "refining", 0.4, "0.4", ""),
    Worth("per dollar", "magnets", "magnet", 0.2, "0.2", ""),
    Worth("stock", "terbium", "refining", 3900, "3,900", ""),
]


def panels(marks: dict[str, float]) -> list[Any]:
    found: list[Any] = worths(FOUND, marks, CAPTION).to_dict()["vconcat"]
    return found


def test_each_way_of_counting_has_its_panel_and_its_own_axis() -> None:
    found = panels({})
    assert [one["title"] for one in found] == ["per dollar", "stock"]
    ends = [one["layer"][0]["encoding"]["x"]["scale"]["domain"][1] for one in found]
    assert ends[0] < 0.5
    assert ends[1] > 3900


def test_a_mark_stands_in_its_panel_alone_and_is_always_in_sight() -> None:
    found = panels({"per dollar": 1.0})
    assert [len(one["layer"]) for one in found] == [3, 2]
    assert found[0]["layer"][0]["encoding"]["x"]["scale"]["domain"][1] > 1


def test_a_group_has_one_colour_in_all_panels() -> None:
    colours = [one["layer"][0]["encoding"]["color"]["scale"] for one in panels({})]
    assert colours[0] == colours[1]
    assert colours[0]["domain"] == ["refining", "magnet"]


def test_it_is_drawn_also_where_there_is_nothing() -> None:
    assert b"<svg" in chart_file(worths(FOUND, {}, CAPTION), ".svg", "en")
    assert b"<svg" in chart_file(worths((), {}, CAPTION), ".svg", "en")
