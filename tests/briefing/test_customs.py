from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.briefing.customs import apart, gaps

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Block, Brief, Panel


def block(page: Brief, key: str) -> Block:
    return next(one for one in page.blocks if one.key == key)


def panel(page: Brief, key: str, series: str, to: str = "WORLD") -> Panel:
    return next(p for p in block(page, key).panels if (p.series, p.to) == (series, to))


def test_a_joined_release_stays_one_figure(may: Brief) -> None:
    periods = [cell.period.text for cell in panel(may, "rare_earths", "rare-earths").cells]
    assert "2025-01/02" in periods
    assert not {"2025-01", "2025-02"} & set(periods)


def test_unit_values_stand_only_where_mass_and_value_are_known(may: Brief) -> None:
    found = {c.period.text: c.figure for c in panel(may, "rare_earths", "unit_value").cells}
    assert found.keys() == {"2025-01/02", "2025-04", "2025-05"}
    assert str(found["2025-05"].value) == "3.19"


def test_magnets_stand_by_destination_the_world_first(may: Brief) -> None:
    assert [one.to for one in block(may, "magnets").panels] == ["WORLD", "US", "IN", "JP"]
    newest = panel(may, "magnets", "magnets", "US").cells[-1]
    assert (newest.period.text, str(newest.figure.value)) == ("2025-05", "46")


def test_small_series_are_told_in_kg_and_a_zero_is_a_figure(may: Brief) -> None:
    gallium = panel(may, "minor", "gallium")
    last = gallium.cells[-1]
    assert (gallium.unit, last.period.text, str(last.figure.value)) == ("kg", "2025-05", "0")
    assert last.period.first not in gaps(gallium, may.month)


def test_a_reported_sum_stays_where_its_months_were_derived(briefing: Callable[..., Brief]) -> None:
    cells = panel(briefing("2026-01/02"), "magnets", "magnets").cells
    assert [c.period.text for c in cells[-3:]] == ["2026-01", "2026-01/02", "2026-02"]
    assert [c.period.text for c in apart(cells)][-2:] == ["2025-12", "2026-01/02"]


def test_gaps_are_the_months_that_no_figure_covers(may: Brief) -> None:
    assert gaps(panel(may, "rare_earths", "rare-earths"), may.month) == []
    assert len(gaps(panel(may, "magnets", "magnets", "IN"), may.month)) == 24


def test_the_message_names_figures_and_gaps(may: Brief) -> None:
    message = block(may, "magnets").message
    assert (
        "Rare-earth magnets, United States: 2025-03 585 t, 2025-04 242 t, 2025-05 46 t" in message
    )
    assert "24 months without a figure" in message


def test_the_caption_says_what_the_month_says_and_what_is_silent(may: Brief) -> None:
    assert block(may, "magnets").caption == (
        "In 2025-05: Rare-earth magnets, all destinations 1,238 t; "
        "Rare-earth magnets, United States 46 t; Rare-earth magnets, India 150 t; "
        "no figure: Rare-earth magnets, Japan."
    )


def test_comtrade_values_stand_where_they_reach_the_month(briefing: Callable[..., Brief]) -> None:
    assert "comtrade" not in {one.key for one in briefing("2025-05").blocks}
    heading = panel(briefing("2024-12"), "comtrade", "comtrade-850511")
    assert heading.unit == "USD million"
    assert heading.cells[-1].period.text == "2024-12"


def test_no_block_without_a_figure(briefing: Callable[..., Brief]) -> None:
    assert briefing("2010-10").blocks == ()


def test_marked_days_are_those_of_controls_on_the_materials(may: Brief) -> None:
    marks = {str(m.day): m for m in block(may, "rare_earths").marks}
    assert [line.measure for line in marks["2025-04-04"].lines] == ["CN-2025-18"]
    assert "2025-05-14" not in marks
    minor = {str(m.day): m.text for m in block(may, "minor").marks}
    assert "in force" in minor["2023-08-01"]
    assert "ended" in minor["2024-12-01"]
    assert [m.sign for m in block(may, "minor").marks] == ["1", "2", "3", "4", "5"]
