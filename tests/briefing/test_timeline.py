from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief


def spans_of(page: Brief, measure: str) -> list[tuple[str, date, date]]:
    return [
        (span.state, span.first, span.last)
        for span in page.law.spans
        if span.lane.endswith(f"· {measure}")
    ]


def test_a_suspension_and_its_open_sequel_are_spans_of_one_lane(
    briefing: Callable[..., Brief],
) -> None:
    assert spans_of(briefing("2026-01/02"), "CN-2025-61") == [
        ("in_force", date(2025, 10, 9), date(2025, 11, 6)),
        ("suspended", date(2025, 11, 7), date(2026, 11, 10)),
        ("ambiguous", date(2026, 11, 11), date(2027, 5, 31)),
    ]


def test_what_waits_is_drawn_from_the_day_it_was_published(briefing: Callable[..., Brief]) -> None:
    assert spans_of(briefing("2025-11"), "CN-2025-57")[0] == (
        "not_yet",
        date(2025, 10, 9),
        date(2025, 11, 6),
    )


def test_a_start_without_a_published_text_is_not_drawn_as_waiting(
    briefing: Callable[..., Brief],
) -> None:
    states = [state for state, _, _ in spans_of(briefing("2010-10"), "CN-2010-JP-HALT")]
    assert states == ["in_force"]


def test_lanes_have_neither_holes_nor_overlaps_while_they_last(
    briefing: Callable[..., Brief],
) -> None:
    page = briefing("2025-11")
    lanes = {span.lane for span in page.law.spans}
    for lane in lanes:
        found = [span for span in page.law.spans if span.lane == lane]
        for one, following in pairwise(found):
            assert following.first == one.last + timedelta(days=1)


def test_frameworks_and_later_measures_have_no_lane(may: Brief) -> None:
    lanes = " ".join(span.lane for span in may.law.spans)
    assert "CN-ECL-2020" not in lanes
    assert "CN-2025-57" not in lanes
    assert "CN-2025-18" in lanes


def test_abroad_only_what_changes_around_the_month_has_a_lane(may: Brief) -> None:
    lanes = " ".join(span.lane for span in may.law.spans)
    assert "CD-COBALT-SUSP-2025" in lanes
    assert "ZW-LITHIUM-2022" not in lanes
