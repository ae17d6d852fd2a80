from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.briefing.build import brief
from monazite.briefing.law_part import EFFECTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief, Line


def in_force(page: Brief, jurisdiction: str, effect: str) -> list[str]:
    return [
        line.measure
        for group in page.law.groups
        if (group.jurisdiction, group.effect) == (jurisdiction, effect)
        for line in group.lines
    ]


def names(lines: tuple[Line, ...]) -> set[str]:
    return {line.measure for line in lines}


def test_china_comes_first_then_places_by_name(may: Brief) -> None:
    places = list(dict.fromkeys(group.jurisdiction for group in may.law.groups))
    assert places[:3] == ["CN", "CD", "EU"]
    effects = [
        EFFECTS.index(group.effect) for group in may.law.groups if group.jurisdiction == "CN"
    ]
    assert effects == sorted(effects)


def test_measures_stand_under_their_strongest_effect(may: Brief) -> None:
    assert "CN-2025-18" in in_force(may, "CN", "licence_required")
    assert in_force(may, "CN", "refused_in_principle") == ["CN-2024-46-P2"]
    assert "CN-2025-1-EL" in in_force(may, "CN", "parties")
    assert "CN-ECL-2020" in in_force(may, "CN", "none")
    assert in_force(may, "MM", "not_law") == ["MM-KACHIN-2024"]


def test_the_lists_of_april_were_suspended_in_may(may: Brief) -> None:
    paused = {"CN-2025-21-EL", "CN-2025-22-EL", "CN-UEL-2025-04-04", "CN-UEL-2025-04-09"}
    assert names(may.law.held) == paused
    turned = {
        one.line.measure: (one.before, one.after)
        for one in may.law.changes
        if one.day == date(2025, 5, 14)
    }
    assert turned == dict.fromkeys(paused, ("in_force", "suspended"))


def test_what_ends_is_told_as_known_then_and_what_followed_as_known_now(may: Brief) -> None:
    found = {one.line.measure: one for one in may.law.endings}
    assert found["CN-2025-21-EL"].days_left == 72
    assert found["CN-2025-21-EL"].until == date(2025, 8, 11)
    assert found["CN-2025-21-EL"].after == "suspended"
    assert found["CN-2025-22-EL"].after == "ended"


def test_what_has_not_come_yet_is_not_told_as_having_followed() -> None:
    page = brief("2025-05", known=date(2025, 5, 31))
    assert {one.after for one in page.law.endings} == {None}


def test_a_measure_published_later_does_not_wait_yet(briefing: Callable[..., Brief]) -> None:
    assert "CN-2025-57" not in names(briefing("2025-05").law.waiting)
    waiting = {line.measure: line for line in briefing("2025-10").law.waiting}
    assert waiting["CN-2025-57"].starts == date(2025, 11, 8)
    assert waiting["CN-2025-57"].until is None


def test_a_measure_without_a_known_start_is_told_apart(may: Brief) -> None:
    assert "US-CCL-MINERALS" in names(may.law.dateless)
    assert "CN-2026-TRUCE-EXT" not in names(may.law.dateless)


def test_an_open_status_shows_every_reading_with_its_source(briefing: Callable[..., Brief]) -> None:
    open_ones = {line.measure: line for line in briefing("2026-11").law.open}
    assert "CN-2025-57" in open_ones
    readings = open_ones["CN-2025-57"].readings
    assert {reading.name for reading in readings} == {"revived", "still suspended"}
    assert {reading.state for reading in readings} == {"in_force", "suspended"}
    assert all(reading.source and reading.because for reading in readings)
    assert not briefing("2026-11").law.held


def test_the_japanese_halt_of_2010_is_never_law(briefing: Callable[..., Brief]) -> None:
    page = briefing("2010-10")
    assert in_force(page, "CN", "not_law") == ["CN-2010-JP-HALT"]
    assert in_force(page, "CN", "quota") == ["CN-1999-2014-REE-QUOTA"]
    assert in_force(page, "CN", "duty_only") == ["CN-2006-2015-REE-DUTY"]


def test_statistics_are_no_measures(briefing: Callable[..., Brief]) -> None:
    law = briefing("2026-11").law
    told = [line for group in law.groups for line in group.lines] + [*law.dateless, *law.waiting]
    assert "OECD-INVENTORY-2025" not in {line.measure for line in told}


def test_a_limb_with_its_own_start_is_named(briefing: Callable[..., Brief]) -> None:
    parts = {
        one.part for one in briefing("2025-11").law.changes if one.line.measure == "CN-2025-61"
    }
    assert "" in parts
    assert len(parts) > 1


def test_titles_and_reasons_are_in_the_language(briefing: Callable[..., Brief]) -> None:
    english, chinese = (briefing("2025-05", lang).law.changes[1] for lang in ("en", "zh"))
    assert english.line.title == "16 US entities to control list"
    assert chinese.line.title == "16家美国实体列入出口管制管控名单"
    assert english.because != chinese.because
