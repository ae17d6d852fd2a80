from __future__ import annotations

from xml.etree import ElementTree as ET

from monazite.charts.behind import Behind
from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption, Rank
from monazite.charts.ranks import ranks

CHART = ranks([Rank("one", 0.9, "text", "")], Caption("the <title>", "source", "score", {}))
BEHIND = Behind(("First & foremost.", "Second."), "The table", ("Name", "Value"), (("<a>", "1"),))
SVG = "{http://www.w3.org/2000/svg}"


def test_an_svg_says_what_it_shows() -> None:
    root = ET.fromstring(chart_file(CHART, ".svg", "en", BEHIND))  # noqa: S314  # our own drawing
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert (title.text, description.text) == ("the <title>", "First & foremost.\nSecond.")
    named = (root.get("aria-labelledby") or "").split()
    assert named == [title.get("id"), description.get("id")]


def test_a_page_carries_the_sentences_and_the_table() -> None:
    page = chart_file(CHART, ".html", "en", BEHIND).decode()
    assert "<p>First &amp; foremost.</p><p>Second.</p>" in page
    assert '<th scope="col">Name</th><th scope="col">Value</th>' in page
    assert "<td>&lt;a&gt;</td><td>1</td>" in page
    assert "<summary>The table</summary>" in page


def test_a_picture_of_dots_is_the_same_with_and_without() -> None:
    assert chart_file(CHART, ".png", "en", BEHIND) == chart_file(CHART, ".png", "en")
