from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from monazite.briefing.build import brief
from monazite.briefing.page import page

if TYPE_CHECKING:
    from monazite.briefing.model import Brief

VOID = {"meta", "br", "link", "hr", "img", "input"}


class Reader(HTMLParser):
    """Ids, links, roles and scripts of a page; fails on a tag that closes another one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.images: list[str | None] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" and "href" in found else []
        self.loaded += [value or "" for key, value in attrs if key in {"src", "xlink:href"}]
        if found.get("role") == "img":
            self.images.append(found.get("aria-label"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)


@pytest.fixture(scope="module")
def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_the_page_is_well_formed_and_small_enough(html: str, read: Reader) -> None:
    assert read.open == []
    assert len(html.encode()) < 6_000_000
    assert html.startswith('<!doctype html>\n<html lang="en">')


def test_every_link_on_the_page_leads_somewhere(read: Reader) -> None:
    inner = {link[1:] for link in read.links if link.startswith("#")}
    assert inner <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))
    outer = {link for link in read.links if not link.startswith("#")}
    assert outer
    assert all(link.startswith(("https://", "http://")) for link in outer)


def test_every_row_is_an_anchor_with_its_document(may: Brief, html: str, read: Reader) -> None:
    assert {f"row-{row.id}" for row in may.rows} <= set(read.ids)
    assert 'href="#row-rare-earths/2025-05"' in html
    assert "https://www.globaltimes.cn/page/202506/1335771.shtml" in html


def test_nothing_is_loaded_and_only_its_own_scripts_may_run(html: str, read: Reader) -> None:
    assert read.loaded == []
    assert "default-src 'none'" in html
    policy = re.search(r"script-src ([^;]*);", html)
    assert policy is not None
    runs = [script for script in read.scripts if not script.startswith("{")]
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in runs
    }
    assert set(policy[1].split()) == hashes
    assert any("ast: true" in script for script in runs)


def test_charts_stand_without_scripts_and_wake_up_with_their_data(
    html: str, read: Reader, may: Brief
) -> None:
    specs = [json.loads(script) for script in read.scripts if script.startswith("{")]
    assert len(specs) == html.count("<svg xmlns") == len(may.blocks) + 2
    assert all(spec["description"] in read.images for spec in specs)
    assert all(label for label in read.images)


def test_every_chart_of_customs_has_its_table(html: str, may: Brief) -> None:
    for block in may.blocks:
        for panel in block.panels:
            assert f"<caption>{panel.name}</caption>" in html
    assert "no figure: 2023-05..2024-04" in html


def test_a_page_without_figures_in_chinese_is_whole_and_its_words_are_escaped() -> None:
    quiet = brief("2010-10", "zh")
    text = page(replace(quiet, lead=("<script>alert('1')</script> & more", *quiet.lead[1:])))
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    assert "alert(" not in "".join(reader.scripts)
    assert "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; more" in text
    assert '<html lang="zh-Hans">' in text
    assert "没有收录2008-10-01至2010-10-31的数字" in text
    assert "前后最近的事件" in text
    assert text.count("<svg xmlns") == 2
