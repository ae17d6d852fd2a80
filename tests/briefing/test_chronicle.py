from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.briefing.actors import actor
from monazite.facts import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief


def test_several_reports_of_one_event_are_one_happening(may: Brief) -> None:
    shenzhen = next(one for one in may.chronicle if one.day == "2025-05-09")
    assert [report.row for report in shenzhen.reports] == ["event/E010", "event/E011", "event/E012"]


def test_a_report_of_a_later_day_stands_with_the_event_of_the_month(may: Brief) -> None:
    trade = next(one for one in may.chronicle if any(r.row == "event/E021" for r in one.reports))
    assert trade.day == "2025-05"
    assert {report.day for report in trade.reports} == {"2025-05, day not given", "2025-06-09"}


def test_days_come_in_order_and_days_not_given_last(may: Brief) -> None:
    days = [one.day for one in may.chronicle]
    dated = [day for day in days if len(day) == len("2025-05-12")]
    assert dated == sorted(dated)
    assert days[len(dated) :] == ["2025-05"] * (len(days) - len(dated))


def test_a_report_of_the_year_only_says_so(briefing: Callable[..., Brief]) -> None:
    halt = next(one for one in briefing("2010-09").chronicle if len(one.reports) > 1)
    assert [report.day for report in halt.reports] == ["2010, month not given", "2010-09-21"]


def test_a_month_without_events_names_the_nearest(briefing: Callable[..., Brief]) -> None:
    page = briefing("2010-10")
    assert page.chronicle == ()
    assert [one.day for one in page.nearest] == ["2010-09-21", "2010-09-24", "2010-09-29"]


def test_a_month_with_events_needs_no_nearest(may: Brief) -> None:
    assert may.nearest == ()


def test_the_chronicle_is_chinese_in_chinese(briefing: Callable[..., Brief]) -> None:
    first = briefing("2025-05", "zh").chronicle[0].reports[0]
    assert (first.actor, first.kind) == ("市场", "价格")
    assert "镝" in first.text


@pytest.mark.parametrize("row", table("events"), ids=lambda row: row.id)
def test_every_actor_has_a_chinese_name(row: object) -> None:
    assert actor(row.fields["actor"], "zh")  # type: ignore[attr-defined]


def test_a_country_is_named_in_english_and_others_stand_as_they_are() -> None:
    assert actor("JP", "en") == "Japan"
    assert actor("CN MOFCOM", "en") == "CN MOFCOM"
