from __future__ import annotations

from typing import Any

import pytest

from monazite.charts.bands import bands
from monazite.charts.flow_shapes import Band, Caption, Level

CAPTION = Caption("concentration", "source", "", {})
STRETCHES = (Band(0, 0.15, "low"), Band(0.15, 0.25, "moderate"), Band(0.25, 1, "high"))


def level(line: str, year: int, value: float) -> Level:
    return Level(line, year, value, value - 0.01, value + 0.02, f"{value}")


def drawn(*levels: Level, stretches: tuple[Band, ...] = STRETCHES) -> Any:
    return bands(levels, stretches, CAPTION).to_dict()


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def test_a_year_without_a_figure_breaks_the_line_and_is_not_nothing() -> None:
    chart = drawn(level("BACI", 2020, 0.4), level("BACI", 2022, 0.5))
    lines = [row for row in rows_with(chart, "value") if row["line"] == "BACI"]
    assert [(row["year"], row["value"]) for row in lines] == [
        ("2020", 0.4), ("2021", None), ("2022", 0.5),
    ]  # fmt: skip
    invalid = [layer["mark"].get("invalid") for layer in chart["layer"]]
    assert "break-paths-filter-domains" in invalid


def test_the_axis_says_what_is_drawn() -> None:
    caption = Caption("reliance", "source", "net, 0 to 1", {})
    chart: Any = bands([level("DE", 2020, 0.4)], STRETCHES, caption).to_dict()
    axes = [layer["encoding"]["y"]["axis"] for layer in chart["layer"] if "y" in layer["encoding"]]
    assert {axis["title"] for axis in axes if axis} == {"net, 0 to 1"}


def test_the_bounds_of_a_value_are_shaded() -> None:
    (row,) = rows_with(drawn(level("BACI", 2020, 0.4)), "value")
    assert (row["low"], row["high"]) == (pytest.approx(0.39), pytest.approx(0.42))


def test_stretches_are_named_and_the_axis_reaches_into_the_last() -> None:
    chart = drawn(level("BACI", 2020, 0.1))
    assert [row["name"] for row in rows_with(chart, "name")] == ["low", "moderate", "high"]
    tops = {layer["encoding"]["y"]["scale"]["domain"][1] for layer in chart["layer"]}
    assert tops == {0.325}


def test_without_stretches_the_axis_ends_above_the_highest_line() -> None:
    chart = drawn(level("a", 2020, 4.0), level("b", 2020, 8.0), stretches=())
    (top,) = {layer["encoding"]["y"]["scale"]["domain"][1] for layer in chart["layer"]}
    assert 8.02 < top < 10


def test_one_line_alone_needs_no_legend() -> None:
    one = drawn(level("a", 2020, 0.4))["layer"][-1]["encoding"]["color"]
    two = drawn(level("a", 2020, 0.4), level("b", 2020, 0.4))["layer"][-1]["encoding"]["color"]
    assert one["legend"] is None
    assert two["scale"]["domain"] == ["a", "b"]
