from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from monazite.briefing.document import document
from monazite.facts import row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.briefing.model import Brief

FIGURE = {"value", "unit", "source", "confidence", "reason"}


def figures(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if part.keys() >= FIGURE:
            yield part
        for value in part.values():
            yield from figures(value)
    elif isinstance(part, list):
        for value in part:
            yield from figures(value)


def test_every_figure_has_its_row_or_a_reason(may: Brief) -> None:
    found = list(figures(json.loads(json.dumps(document(may), allow_nan=False))))
    assert len(found) > 100
    for figure in found:
        assert (figure["value"] is None) == (figure["reason"] is not None)
        if figure["value"] is not None:
            assert all(row(each) for each in figure["source"].split(", "))


def test_the_figures_of_the_month_have_exactly_the_five_keys(may: Brief) -> None:
    found = document(may)["figures"]
    assert all(figure.keys() == FIGURE for figure in found.values())
    assert found["tonnes"]["value"] == 5864.6
    assert found["tonnes"]["unit"] == "t"


def test_the_parts_of_the_page_are_all_there(may: Brief) -> None:
    found = document(may)
    assert (found["month"], found["first_day"], found["known"]) == (
        "2025-05",
        "2025-05-01",
        "2026-11-22",
    )
    assert found["law"]["suspended"][0]["state"] == "suspended"
    assert found["law"]["ending"][0]["days_left"] == 72
    assert found["published_changes"][0]["verdict"] == "consistent"
    assert {one["of"] for one in found["shares"]} == {"world", "us_imports"}
    assert found["customs"][0]["control_dates"][0]["measures"]
    assert len(found["sources"]) == len(may.rows)


def test_readings_and_nearest_events_are_told(briefing: Callable[..., Brief]) -> None:
    opened = document(briefing("2026-11"))["law"]["ambiguous"]
    assert {reading["reading"] for reading in opened[0]["readings"]} == {
        "revived",
        "still suspended",
    }
    quiet = document(briefing("2010-10"))
    assert quiet["chronicle"] == []
    assert quiet["nearest_events"][0]["reports"][0]["source"] == "event/E028"
    assert quiet["figures"]["tonnes"]["reason"] == "not_published_here"
