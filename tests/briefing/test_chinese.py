from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.chinese import latin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.briefing.model import Brief

# Names of articles and of a price agency; notes of rows are quoted as they were written.
GIVEN = ("A1", "A2", "A3", "A4", "A5", "Argus")
QUOTED = "原文"


def words(page: Brief) -> Iterator[str]:
    """All that a person reads of a Chinese page; not the codes, and not the sources."""
    yield from (page.title, *page.lead)
    law = page.law
    lines = [line for group in law.groups for line in group.lines]
    for line in (*lines, *law.held, *law.open, *law.waiting, *law.dateless):
        yield from (line.title, line.instrument, *(reading.because for reading in line.readings))
    yield from (change.because for change in law.changes)
    yield from (ending.by for ending in law.endings)
    for block in page.blocks:
        yield from (block.message, block.caption, *(mark.text for mark in block.marks))
    for happening in (*page.chronicle, *page.nearest):
        for report in happening.reports:
            yield from (report.text, report.actor, report.kind, report.day)
    yield from (stage.name for stage in page.stages)
    for conflict in page.conflicts:
        yield from (conflict.what, conflict.note, *(said.text for said in conflict.said))


@pytest.mark.parametrize(
    "month",
    ["2010-10", "2023-04", "2024-12", "2025-05", "2025-10", "2025-11", "2026-01/02", "2026-11"],
)
def test_a_chinese_page_has_no_latin_words_but_names_and_codes(
    briefing: Callable[..., Brief], month: str
) -> None:
    found = {
        text: latin(text, GIVEN) for text in words(briefing(month, "zh")) if QUOTED not in text
    }
    assert {text: left for text, left in found.items() if left} == {}
    assert len(found) > 30
