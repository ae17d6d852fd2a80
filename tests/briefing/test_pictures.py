from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.briefing.pictures import pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief


def values(chart: Any, key: str) -> list[dict[str, Any]]:
    """Every row of a chart's data that has the key."""
    return [row for rows in chart["datasets"].values() for row in rows if key in row]


def test_every_block_has_its_chart_and_its_message(may: Brief) -> None:
    found = pictures(may)
    assert found.keys() == {"rare_earths", "magnets", "minor", "timeline", "shares"}
    assert all(chart.to_dict()["description"] for chart in found.values())


def test_figures_written_on_bars_are_the_months_own_sums_and_zeros(may: Brief) -> None:
    found = pictures(may)
    rare_earths = {
        row["period"]: row["text"]
        for row in values(found["rare_earths"].to_dict(), "height")
        if row["tip"].startswith(("5,", "8,"))
    }
    assert rare_earths["2025-05"] == "5,864.6"
    assert rare_earths["2025-01/02"] == "Σ 8,511"
    assert rare_earths["2025-03"] == ""
    gallium = [row for row in values(found["minor"].to_dict(), "height") if row["height"] == 0]
    assert {row["text"] for row in gallium} == {"0"}


def test_a_figure_tells_its_confidence_and_its_row(may: Brief) -> None:
    rows = values(pictures(may)["magnets"].to_dict(), "height")
    april = next(row for row in rows if row["period"] == "2025-04" and row["height"] == 2626)
    assert april["quality"] == "derived"
    assert april["tip"] == "2,626 t · derived · row magnets/2025-04/WORLD"


def test_marked_days_are_numbered_and_dated(may: Brief) -> None:
    marks = values(pictures(may)["rare_earths"].to_dict(), "sign")
    assert any(mark["day"] == "2025-04-04" and "seven elements" in mark["tip"] for mark in marks)


def test_the_timeline_says_how_many_stood_where(briefing: Callable[..., Brief]) -> None:
    chart = pictures(briefing("2026-11"))["timeline"].to_dict()
    assert "10 open to more than one reading" in chart["description"]
    assert "0 suspended" in chart["description"]
    assert [row["sign"] for row in values(chart, "sign")] == ["known to 2026-11-22"]


def test_the_lowest_reading_of_a_share_carries_the_text(may: Brief) -> None:
    chart = pictures(may)["shares"].to_dict()
    mining = [row for row in values(chart, "lane") if row["lane"] == "Rare earths: mining"]
    assert [row["text"] for row in mining] == ["62–70", "", "", "", ""]
    assert mining[0]["value"] == 62
    assert "Rare earths: mining 62–70" in chart["description"]


def test_a_time_before_all_law_and_figures_has_only_shares(briefing: Callable[..., Brief]) -> None:
    assert pictures(briefing("1990-01")).keys() == {"shares"}
