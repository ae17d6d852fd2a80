from __future__ import annotations

from typing import Any

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.leverage_shapes import Square
from monazite.charts.matrix import GAIN, NONE, NOTHING, matrix
from monazite.charts.theme import LIGHT

CAPTION = Caption(
    "who pays", "source", "months", {GAIN: "a gain", NOTHING: "nothing", NONE: "not known"}
)
NAMES = ("least", "little", "some", "much", "most")


def square(
    lane: str, panel: str, step: int | str, group: str = "mine", column: str = "3"
) -> Square:
    return Square(group, lane, panel, column, step, f"{lane} {step}", "tip")


def drawn(*found: Square) -> dict[str, Any]:
    chart: dict[str, Any] = matrix(found, NAMES, CAPTION).to_dict()
    return chart


def cells(chart: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values]


def test_groups_stand_one_below_the_other_and_panels_side_by_side() -> None:
    chart = drawn(square("a", "US", 1), square("a", "JP", 2), square("b", "US", 3, "theirs"))
    titles = [
        (group["title"]["text"], [panel["title"]["text"] for panel in group["hconcat"]])
        for group in chart["vconcat"]
    ]
    assert titles == [("mine", ["US", "JP"]), ("theirs", ["US"])]


def test_lanes_of_a_group_have_one_order_and_one_height_in_all_its_panels() -> None:
    chart = drawn(square("a", "US", 1), square("b", "US", 1), square("b", "JP", 1))
    panels = chart["vconcat"][0]["hconcat"]
    domains = [panel["layer"][0]["encoding"]["y"]["scale"]["domain"] for panel in panels]
    assert domains == [["a", "b"], ["a", "b"]]
    assert panels[0]["height"] == panels[1]["height"]


def test_a_cell_without_a_number_is_told_from_nothing_and_from_a_gain() -> None:
    chart = drawn(square("a", "US", NONE), square("b", "US", NOTHING), square("c", "US", GAIN))
    assert [row["step"] for row in cells(chart)] == ["not known", "nothing", "a gain"]
    panel = chart["vconcat"][0]["hconcat"][0]
    scale = panel["layer"][0]["encoding"]["color"]["scale"]
    colours = dict(zip(scale["domain"], scale["range"], strict=True))
    assert len(set(colours.values())) == len(colours)
    assert colours["not known"] == LIGHT["gap"]


def test_what_no_cell_needs_is_not_in_the_legend() -> None:
    chart = drawn(square("a", "US", 0))
    scale = chart["vconcat"][0]["hconcat"][0]["layer"][0]["encoding"]["color"]["scale"]
    assert scale["domain"] == list(NAMES)


def test_words_on_dark_cells_are_light() -> None:
    chart = drawn(square("a", "US", 0), square("b", "US", 4), square("c", "US", NONE))
    assert [row["role"] for row in cells(chart)] == ["ink", "paper", "muted"]


def test_it_can_be_drawn() -> None:
    chart = matrix([square("a", "US", 0), square("a", "US", 4, column="6")], NAMES, CAPTION)
    assert b"a 4" in chart_file(chart, ".svg", "en")
