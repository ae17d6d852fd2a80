from __future__ import annotations

from typing import Any

import pytest

from monazite.charts.flow_shapes import Caption, Part
from monazite.charts.stacks import stacks

CAPTION = Caption("who supplies", "source", "share", {"others": "others", "none": "no figure"})


def drawn(*parts: Part) -> Any:
    return stacks(parts, CAPTION).to_dict()


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def test_parts_stand_on_each_other_the_largest_below_and_the_others_on_top() -> None:
    chart = drawn(
        Part("BACI", 2022, "", 0.5, ""),
        Part("BACI", 2022, "Japan", 0.2, ""),
        Part("BACI", 2022, "China", 0.3, ""),
    )
    stack = [(row["group"], row["low"], row["high"]) for row in rows_with(chart, "low")]
    assert stack == [
        ("China", 0.0, 0.3),
        ("Japan", 0.3, pytest.approx(0.5)),
        ("others", pytest.approx(0.5), pytest.approx(1.0)),
    ]


def test_a_group_has_one_colour_in_all_years_and_panels() -> None:
    chart = drawn(
        Part("BACI", 2021, "China", 0.9, ""),
        Part("BACI", 2022, "Japan", 0.4, ""),
        Part("Comtrade", 2022, "Japan", 0.1, ""),
    )
    assert [panel["title"]["text"] for panel in chart["vconcat"]] == ["BACI", "Comtrade"]
    scales = [panel["layer"][0]["encoding"]["color"]["scale"] for panel in chart["vconcat"]]
    # The legend is read from above, as the stack is, and names what stands in its panel.
    assert [scale["domain"] for scale in scales] == [["Japan", "China"], ["Japan"]]
    assert scales[0]["range"][0] == scales[1]["range"][0]
    assert chart["resolve"]["scale"]["color"] == "independent"


def test_each_panel_has_its_own_largest_and_no_colour_twice() -> None:
    names = ("Austria", "Benin", "China", "Laos", "Malaysia", "Myanmar", "Türkiye")
    others = ("Japan", "China", "Estonia", "France", "Russia", "Vietnam", "Korea")
    third = ("Austria", "Estonia", "Japan", "Benin", "Laos", "Korea", "Peru")
    chart = drawn(*(
        Part(panel, 2022, group, 0.1, "")
        for panel, groups in (("a", names), ("b", others), ("c", third))
        for group in (*groups, "")
    ))  # fmt: skip
    colours = [
        dict(zip(scale["domain"], scale["range"], strict=True))
        for scale in (panel["layer"][0]["encoding"]["color"]["scale"] for panel in chart["vconcat"])
    ]
    assert [set(one) for one in colours] == [{*n, "others"} for n in (names, others, third)]
    assert all(len(set(one.values())) == 8 for one in colours)
    assert colours[0]["China"] == colours[1]["China"]
    assert len({one["others"] for one in colours}) == 1


def test_a_year_without_a_figure_keeps_its_place_and_says_so() -> None:
    chart = drawn(Part("BACI", 2020, "China", 1.0, ""), Part("BACI", 2022, "China", 1.0, ""))
    axis = chart["vconcat"][0]["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert axis == ["2020", "2021", "2022"]
    said = [row for row in rows_with(chart, "middle") if row["text"] == "no figure"]
    assert [row["year"] for row in said] == ["2021"]


def test_only_segments_with_room_carry_their_per_cent() -> None:
    chart = drawn(Part("BACI", 2022, "China", 0.95, ""), Part("BACI", 2022, "Japan", 0.05, ""))
    assert [row["text"] for row in rows_with(chart, "low")] == ["95%", ""]


def test_many_years_carry_no_per_cents_at_all() -> None:
    chart = drawn(*(Part("BACI", year, "China", 1.0, "") for year in range(2000, 2020)))
    marks = [layer["mark"]["type"] for layer in chart["vconcat"][0]["layer"]]
    assert marks == ["bar"]
