from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.briefing.packaged import document
from monazite.facts import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief


def test_october_2025_was_printed_twice_and_both_are_shown(briefing: Callable[..., Brief]) -> None:
    (found,) = briefing("2025-10").conflicts
    assert [said.text for said in found.said] == ["4,343.5 t", "4,345.5 t"]
    assert [said.rows for said in found.said] == [
        ("rare-earths/2025-10",),
        ("rare-earths/2025-10/other-print",),
    ]


def test_who_announced_when_is_shown_with_the_articles(may: Brief) -> None:
    found = next(one for one in may.conflicts if "announced" in one.what)
    assert "9 May" in found.said[0].text
    assert "12 May" in found.said[0].text
    assert found.said[0].rows == ("claim/X-02", "claim/A1-01", "claim/A4-01", "claim/A5-02")


def test_three_months_of_growth_cannot_be_said(may: Brief) -> None:
    found = next(one for one in may.conflicts if one.said[0].rows == ("claim/A3-11",))
    assert "one release" in found.note


def test_a_disputed_residual_stands_with_its_doubt(briefing: Callable[..., Brief]) -> None:
    found = next(one for one in briefing("2023-04").conflicts if "2023-04" in one.what)
    assert found.said[0].text == "4,814 t"
    assert "risen four months in a row" in found.said[1].text


def test_uncertain_events_and_measures_are_doubts(briefing: Callable[..., Brief]) -> None:
    september = [one.said[0] for one in briefing("2010-09").conflicts]
    assert "event/E028" in {row for said in september for row in said.rows}
    october = [one.said[0].text for one in briefing("2010-10").conflicts]
    assert any("CN-2010-JP-HALT" in text for text in october)


def test_every_doubt_about_an_article_is_a_row_with_a_month() -> None:
    rows = {row.id.removeprefix("claim/") for row in table("claims")}
    shown = document("conflicts")
    assert shown.keys() <= rows
    assert {name for name in rows if name.startswith("X-")} <= shown.keys()
