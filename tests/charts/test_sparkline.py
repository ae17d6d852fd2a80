from __future__ import annotations

from typing import Any

from monazite.charts.chain_shapes import Spark
from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.sparkline import sparkline

CAPTION = Caption("history", "source", "", {})


def spark(lane: str, year: int, value: float | None) -> Spark:
    return Spark(lane, year, value, year > 2020, f"{lane} {year}", "tip")


def points(*found: Spark) -> list[dict[str, Any]]:
    chart = sparkline(found, 1.0, CAPTION).to_dict()
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for values in chart["datasets"].values():
        seen |= {(row["lane"], row["year"]): row for row in values if "lane" in row}
    return list(seen.values())


def test_a_year_without_a_figure_keeps_its_place_and_has_no_height() -> None:
    found = points(spark("a", 2020, 0.5), spark("a", 2022, 0.5), spark("b", 2021, None))
    heights = {(row["lane"], row["year"]): row["y"] for row in found}
    assert len(heights) == 6
    assert {key for key, y in heights.items() if y is not None} == {("a", "2020"), ("a", "2022")}


def test_lanes_have_one_scale_and_do_not_touch() -> None:
    found = points(spark("a", 2020, 0.0), spark("a", 2021, 1.0), spark("b", 2020, 1.0))
    heights = {(row["lane"], row["year"]): row["y"] for row in found if row["y"] is not None}
    full = heights["a", "2020"] - heights["a", "2021"]
    assert full > 0
    assert heights["b", "2020"] > heights["a", "2020"]


def test_what_exceeds_the_top_stays_in_its_lane() -> None:
    found = points(spark("a", 2020, 1.0), spark("a", 2021, 7.0))
    assert len({row["y"] for row in found}) == 1


def test_the_last_figure_of_a_lane_is_said_even_where_later_years_lack() -> None:
    chart = sparkline(
        [spark("a", 2020, 0.4), spark("a", 2021, None), spark("b", 2021, 0.2)], 1, CAPTION
    )
    svg = chart_file(chart, ".svg", "en").decode()
    assert "a 2020" in svg
    assert "b 2021" in svg
    assert "a 2021" not in svg


def test_one_year_alone_is_a_dot() -> None:
    assert b"<svg" in chart_file(sparkline([spark("a", 2020, 0.4)], 1, CAPTION), ".svg", "en")


def test_a_point_of_another_year_is_open() -> None:
    shown = sparkline([spark("a", 2020, 0.5), spark("a", 2021, 0.5)], 1.0, CAPTION).to_dict()
    fills = [layer["encoding"]["fill"] for layer in shown["layer"] if "fill" in layer["encoding"]]
    assert {fill["condition"]["test"] for fill in fills} == {"datum.own"}
    assert all(fill["condition"]["value"] != fill["value"] for fill in fills)
    own = {row["year"]: row["own"] for row in points(spark("a", 2020, 0.5), spark("a", 2021, 0.5))}
    assert own == {"2020": False, "2021": True}
