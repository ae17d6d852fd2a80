from __future__ import annotations

from typing import Any

from monazite.charts.dots import dots
from monazite.charts.flow_shapes import Caption, Dot

LABELS = {"usual": "usual", "low": "far below", "high": "far above", "few": "few", "amount": "kg"}
CAPTION = Caption("unit values", "source", "USD/kg", LABELS)


def drawn(*found: Dot, middle: float | None = None) -> Any:
    return dots(found, middle, CAPTION).to_dict()


def test_what_stands_apart_lies_above_the_others() -> None:
    chart = drawn(Dot(10, 2, "low", ""), Dot(5, 20, "usual", ""), Dot(7, 900, "high", ""))
    (rows,) = chart["datasets"].values()
    assert [row["kind"] for row in rows] == ["usual", "far below", "far above"]


def test_the_legend_names_only_what_is_there() -> None:
    chart = drawn(Dot(10, 2, "usual", ""))
    assert chart["layer"][0]["encoding"]["color"]["scale"]["domain"] == ["usual"]


def test_the_axes_have_a_line_at_every_power_of_ten() -> None:
    chart = drawn(Dot(3, 0.2, "usual", ""), Dot(1500, 40, "usual", ""))
    encoding = chart["layer"][0]["encoding"]
    assert encoding["x"]["axis"]["values"] == [1, 10, 100, 1000, 10000]
    assert encoding["y"]["axis"]["values"] == [0.1, 1, 10, 100]
    assert encoding["y"]["scale"]["type"] == "log"


def test_the_middle_is_a_line_where_there_is_one() -> None:
    chart = drawn(Dot(3, 2, "usual", ""), middle=2.5)
    assert chart["layer"][0]["mark"]["type"] == "rule"
    assert len(drawn(Dot(3, 2, "usual", ""))["layer"]) == 1
