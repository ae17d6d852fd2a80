from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.shock.scenarios.reading import names

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]


def test_every_packaged_scenario_is_listed_with_its_title_and_day(told: Told) -> None:
    text = " ".join(told("list").split())
    assert all(name in text for name in names())
    assert "Seven rare earths, April 2025" in text
    assert "2025-03-03" in text


def test_scenarios_are_listed_by_day_in_both_languages(document: Document) -> None:
    english, chinese = (document("list", "--lang", lang)["scenarios"] for lang in ("en", "zh"))
    days = [one["starts"] for one in english]
    assert days == sorted(days)
    assert all(one["sources"] and one["materials"] and one["weeks"] for one in english)
    assert all(a["title"] != b["title"] for a, b in zip(english, chinese, strict=True))
