from __future__ import annotations

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.parts import ALONE, GROWN, parts
from monazite.charts.shock_shapes import Part

CAPTION = Caption("what matters", "source", "", {ALONE: "alone", GROWN: "in all"})


def test_lanes_keep_their_order_and_have_two_bars() -> None:
    found = [Part("b", 0.2, 0.5, "b: much", "tip"), Part("a", 0.1, 0.1, "a: little", "tip")]
    chart = parts(found, CAPTION).to_dict()
    assert chart["layer"][0]["encoding"]["y"]["sort"] == ["b", "a"]
    rows = [row for values in chart["datasets"].values() for row in values]
    assert [(row["lane"], row["what"], row["part"]) for row in rows] == [
        ("b", "alone", 0.2), ("b", "in all", 0.5), ("a", "alone", 0.1), ("a", "in all", 0.1)
    ]  # fmt: skip


def test_a_part_below_nothing_is_noise_and_no_bar() -> None:
    chart = parts([Part("a", -0.1, 0.02, "a", "tip")], CAPTION).to_dict()
    assert min(row["part"] for values in chart["datasets"].values() for row in values) == 0


def test_the_picture_says_its_words() -> None:
    svg = chart_file(parts([Part("a", 0.2, 0.5, "a: much", "tip")], CAPTION), ".svg", "en").decode()
    for words in ("what matters", "alone", "in all", "a: much"):
        assert words in svg


def test_without_any_lane_there_is_a_picture() -> None:
    assert b"<svg" in chart_file(parts([], CAPTION), ".svg", "en")
