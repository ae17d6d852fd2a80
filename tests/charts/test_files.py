from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from monazite.charts.files import KINDS, chart_file
from monazite.charts.flow_shapes import Caption, Rank
from monazite.charts.ranks import ranks
from monazite.charts.theme import LIGHT

CHART = ranks(
    [Rank("中国 → 日本", 0.9, "why <b>", "")], Caption("a & </script> b", "source", "score", {})
)


def test_an_svg_stands_alone_with_plain_colours() -> None:
    text = chart_file(CHART, ".svg", "en").decode("utf-8")
    root = ET.fromstring(text)  # noqa: S314  # our own drawing
    assert root.tag.endswith("svg")
    assert "中国 → 日本" in text
    assert "var(--" not in text
    assert LIGHT["solid"] in text


def test_a_png_is_a_png() -> None:
    assert chart_file(CHART, ".png", "en").startswith(b"\x89PNG\r\n")
    assert chart_file(CHART, ".png", "zh").startswith(b"\x89PNG\r\n")


def test_a_page_needs_no_network_and_runs_no_script_but_its_own() -> None:
    text = chart_file(CHART, ".html", "zh").decode("utf-8")
    assert 'lang="zh-Hans"' in text
    assert "var(--mz-solid," in text
    assert "prefers-color-scheme:dark" in text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert policy[1].count("sha256-") == 2
    # A word of a source closes no element.
    assert "a &amp; &lt;/script&gt; b" in text
    assert text.count("</script>") == 3


def test_any_other_kind_is_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        chart_file(CHART, ".gif", "en")
    assert KINDS == (".svg", ".png", ".html")
