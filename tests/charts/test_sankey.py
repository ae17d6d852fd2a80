from __future__ import annotations

from itertools import pairwise
from typing import Any

from monazite.charts.chain_shapes import OTHERS, UNKNOWN, Heading, Stop, Stream
from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.sankey import sankey
from monazite.charts.theme import LIGHT

CAPTION = Caption("way", "source", "", {"sure": "printed", "estimate": "estimate"})
HEADINGS = [Heading("Mining", "10 t"), Heading("Use", "9 t")]
STOPS = [
    Stop("CHN/0", 0, "CHN", "China 90%", "tip"),
    Stop("none/0", 0, UNKNOWN, "unknown 10%", "tip"),
    Stop("CHN/1", 1, "CHN", "China 50%", "tip"),
    Stop("rest/1", 1, OTHERS, "others 50%", "tip"),
    Stop("idle/1", 1, "USA", "nothing", "tip"),
]
STREAMS = [
    Stream("CHN/0", "CHN/1", 5, sure=True, tip="a"),
    Stream("CHN/0", "rest/1", 4, sure=False, tip="b"),
    Stream("none/0", "rest/1", 1, sure=False, tip="c"),
]


def drawn() -> Any:
    return sankey(STOPS, STREAMS, HEADINGS, CAPTION).to_dict()


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def test_every_stop_with_a_stream_carries_its_words() -> None:
    chart = drawn()
    words = {row["text"] for row in rows_with(chart, "group") if "text" in row}
    assert words == {"China 90%", "unknown 10%", "China 50%", "others 50%"}
    assert {row["name"] for row in rows_with(chart, "name")} == {"Mining", "Use"}


def test_a_country_has_one_colour_and_what_is_unknown_none_of_its_own() -> None:
    scale = drawn()["layer"][0]["encoding"]["color"]["scale"]
    colours = dict(zip(scale["domain"], scale["range"], strict=True))
    assert colours["CHN"] == LIGHT["group1"]
    assert colours[OTHERS] == LIGHT["rest"]
    assert colours[UNKNOWN] == LIGHT["wait"]


def test_what_an_estimate_fills_in_is_drawn_apart() -> None:
    said = {row["n"]: row["sure"] for row in rows_with(drawn(), "sure")}
    assert said == {0: "printed", 1: "estimate", 2: "estimate"}


def test_a_stream_keeps_its_height_all_along() -> None:
    heights: dict[int, set[float]] = {}
    for row in rows_with(drawn(), "sure"):
        heights.setdefault(row["n"], set()).add(round(row["y2"] - row["y"]))
    assert all(len(found) == 1 for found in heights.values())
    first, second, third = (max(heights[n]) for n in range(3))
    assert first > second > third > 0


def test_forty_stops_leave_room_for_every_word() -> None:
    stops = [Stop(f"{at}/{n}", at, str(n), f"{n}", "") for at in range(5) for n in range(8)]

    def size(n: int, m: int) -> float:
        return 1 + (n * m) % 7 * (100 if n == m else 0.1)

    streams = [
        Stream(f"{at}/{n}", f"{at + 1}/{m}", size(n, m), sure=True, tip="")
        for at in range(4)
        for n in range(8)
        for m in range(8)
    ]  # fmt: skip
    headings = [Heading(str(at), "") for at in range(5)]
    chart = sankey(stops, streams, headings, CAPTION).to_dict()
    places = [row for row in rows_with(chart, "text") if "group" in row and "x2" in row]
    middles = sorted((row["x"], row["y"]) for row in places if row["x"] == row["x2"])
    assert len(middles) == 40
    for (x, y), (other, below) in pairwise(middles):
        assert other > x or below - y >= 14


def test_a_diagram_of_nothing_is_still_a_picture() -> None:
    chart = sankey([], [], HEADINGS, CAPTION)
    assert b"Mining" in chart_file(chart, ".svg", "en")
