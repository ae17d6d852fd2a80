from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from monazite.charts.panels import panels
from monazite.charts.render import bundle, json_script, spec, svg
from monazite.charts.shapes import Bar, Series, Window, Words

WINDOW = Window(date(2025, 4, 1), date(2025, 5, 31), date(2025, 5, 1), date(2025, 5, 31))
WORDS = Words(
    "稀土",
    {"reported": "公布", "derived": "推算", "derived-weak": "存疑", "missing": "无数字"},
)


@pytest.fixture(scope="module")
def drawn() -> str:
    bar = Bar(date(2025, 5, 1), date(2025, 5, 31), 5864.6, "reported", "2025-05", "5,864.6")
    return svg(spec(panels([Series("稀土", (bar,))], [], WINDOW, WORDS)), "one")


def test_the_svg_stands_alone_and_follows_the_page(drawn: str) -> None:
    root = ET.fromstring(drawn)  # noqa: S314  # our own drawing
    assert root.tag.endswith("svg")
    assert "5,864.6" in drawn
    assert "稀土" in drawn
    assert "var(--mz-solid,#" in drawn
    assert "<script" not in drawn


def test_inner_ids_carry_the_name_of_their_chart(drawn: str) -> None:
    root = ET.fromstring(drawn)  # noqa: S314  # our own drawing
    ids = [node.attrib["id"] for node in root.iter() if "id" in node.attrib]
    assert all(each.startswith("one-") for each in ids)


def test_no_text_can_close_the_script_it_stands_in() -> None:
    text = json_script({"a": "</script><!-- & \u2028", "b": "中文"})
    assert "<" not in text
    assert "&" not in text
    assert "\u2028" not in text
    assert json.loads(text) == {"a": "</script><!-- & \u2028", "b": "中文"}


def test_a_nan_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_script(float("nan"))


def test_the_bundle_is_one_script_without_an_address_to_load_from() -> None:
    script = bundle()
    assert "window.vegaEmbed" in script
    assert "</script" not in script.lower()
    assert "cdn.jsdelivr" not in script
