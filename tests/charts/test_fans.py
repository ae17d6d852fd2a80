from __future__ import annotations

from datetime import date
from typing import Any

from monazite.charts.fans import OBSERVED, fans
from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.shapes import Marker
from monazite.charts.shock_shapes import Ahead, Seen

CAPTION = Caption("months ahead", "source", "", {OBSERVED: "what was seen"})
MARK = Marker(date(2025, 4, 4), "the fourth", "a measure")


def ahead(month: int, middle: float | None, line: str = "a", panel: str = "world") -> Ahead:
    low, high = (None, None) if middle is None else (middle / 2, middle * 2)
    return Ahead(panel, line, date(2025, month, 1), low, middle, high, f"tip {middle}")


def drawn(*found: Ahead, seen: tuple[Seen, ...] = (), log: bool = False) -> Any:
    return fans(found, seen, (MARK,), {"world": "off by a little"}, CAPTION, log=log).to_dict()


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def scales(chart: Any) -> list[list[float]]:
    return [
        layer["encoding"]["y"]["scale"]["domain"]
        for panel in chart["vconcat"]
        for layer in panel["layer"]
        if "y" in layer.get("encoding", {})
    ]


def test_a_month_without_a_figure_breaks_the_line_and_is_not_nothing() -> None:
    chart = drawn(ahead(3, 100.0), ahead(4, None), ahead(5, 50.0))
    assert [row["middle"] for row in rows_with(chart, "middle")] == [100.0, None, 50.0]
    marks = [layer["mark"] for layer in chart["vconcat"][0]["layer"]]
    assert {mark.get("invalid") for mark in marks if mark["type"] in ("line", "area")} == {
        "break-paths-filter-domains"
    }


def test_bands_and_what_was_observed_stay_inside_the_axis() -> None:
    seen = (Seen("world", date(2025, 4, 1), 900.0, "t"),)
    chart = drawn(ahead(3, 100.0), ahead(4, 50.0), seen=seen)
    assert all(low == 0 and high > 900 for low, high in scales(chart))
    (point,) = rows_with(chart, "value")
    assert point["what"] == "what was seen"


def test_what_lies_below_nothing_is_drawn_too() -> None:
    chart = drawn(ahead(3, -100.0), ahead(4, 40.0))
    assert all(low < -199 and high > 79 for low, high in scales(chart))


def test_panels_have_axes_of_their_own_and_the_same_months() -> None:
    chart = drawn(ahead(3, 100.0), ahead(6, 1.0, panel="one country"))
    assert len({tuple(domain) for domain in scales(chart)}) == 2
    months = [
        layer["encoding"]["x"]["scale"]["domain"]
        for panel in chart["vconcat"]
        for layer in panel["layer"]
    ]
    assert all(domain == months[0] for domain in months)


def test_lines_differ_in_more_than_their_colour() -> None:
    chart = drawn(ahead(3, 100.0), ahead(3, 50.0, line="b"))
    dashes = [
        layer["encoding"]["strokeDash"]["scale"]["range"]
        for layer in chart["vconcat"][0]["layer"]
        if "strokeDash" in layer["encoding"]
    ]
    assert all(one != other for one, other in dashes)


def test_a_logarithmic_axis_has_its_ticks_between_the_numbers() -> None:
    chart = drawn(ahead(3, 100.0), ahead(4, 1000.0), log=True)
    (low, high) = scales(chart)[0]
    assert 0 < low <= 50
    assert high >= 2000
    axes = [
        layer["encoding"]["y"]["axis"]["values"]
        for layer in chart["vconcat"][0]["layer"]
        if "y" in layer["encoding"]
    ]
    assert {100, 200, 500, 1000} <= set(axes[0])


def test_the_picture_says_its_title_the_error_the_marks_and_what_a_diamond_is() -> None:
    seen = (Seen("world", date(2025, 4, 1), 90.0, "t"),)
    chart = fans(
        [ahead(3, 100.0), ahead(4, 50.0)], seen, (MARK,), {"world": "off by a little"}, CAPTION
    )
    svg = chart_file(chart, ".svg", "en").decode()
    for words in ("months ahead", "world", "off by a little", "the fourth", "what was seen"):
        assert words in svg


def test_a_mark_outside_the_months_is_left_out() -> None:
    chart = fans([ahead(6, 1.0)], (), (MARK,), {}, CAPTION).to_dict()
    assert not rows_with(chart, "sign")
