from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief


def test_the_figures_of_may_2025_are_those_of_article_a3(may: Brief) -> None:
    found = {one.key: one.figure for one in may.headlines}
    assert str(found["tonnes"].value) == "5864.6"
    assert str(found["yoy_pct"].value) == "-5.67"
    assert str(found["ytd_tonnes"].value) == "24827"
    assert str(found["usd_million"].value) == "18.7"
    assert str(found["usd_mom_pct"].value) == "-13.82"
    assert str(found["magnets"].value) == "1238"
    assert all(figure.sources for figure in found.values())


def test_the_printed_change_of_value_is_consistent_within_rounding(may: Brief) -> None:
    found = {
        (one.check.claim.measure, one.check.claim.basis, one.check.claim.period.text): one
        for one in may.printed
        if one.series == "rare-earths"
    }
    printed = found["usd_million", "mom", "2025-05"].check
    assert str(printed.claim.pct) == "-13.7"
    assert printed.verdict.state == "consistent"


def test_the_lead_says_level_value_law_and_the_next_end(may: Brief) -> None:
    level, value, law, ending = may.lead
    assert "5,864.6 t" in level
    assert "−5.67 %" in level
    assert "USD 3.19/kg" in value
    assert "4 suspended" in law
    assert "2025-08-11" in ending


def test_half_of_a_joined_release_cannot_be_said(briefing: Callable[..., Brief]) -> None:
    january = briefing("2026-01")
    tonnes = january.headlines[0].figure
    assert tonnes.value is None
    assert tonnes.reason == "joined"
    assert "joined with another month" in january.lead[0]


def test_joined_months_have_a_year_before_but_no_month_before(
    briefing: Callable[..., Brief],
) -> None:
    found = {one.key: one.figure for one in briefing("2026-01/02").headlines}
    assert str(found["yoy_pct"].value) == "22.90"
    assert (found["mom_pct"].value, found["mom_pct"].reason) == (None, "joined")


def test_a_month_after_the_last_figure_names_the_newest_one(briefing: Callable[..., Brief]) -> None:
    assert "2026-01/02: 10,460 t" in briefing("2026-10").lead[0]


def test_a_month_before_all_figures_names_none(briefing: Callable[..., Brief]) -> None:
    lead = briefing("2010-10").lead
    assert "newest" not in lead[0]
    assert len(lead) == 2


def test_a_level_without_comparison_stands_alone(briefing: Callable[..., Brief]) -> None:
    assert (
        briefing("2018-07").lead[0] == "China exported 4,529 t of rare earths to all destinations."
    )


def test_measures_open_to_two_readings_are_counted(briefing: Callable[..., Brief]) -> None:
    law = next(line for line in briefing("2026-11").lead if "in force" in line)
    assert "10 open to more than one reading" in law
