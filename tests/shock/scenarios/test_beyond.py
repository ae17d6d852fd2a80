from __future__ import annotations

from datetime import date

import pytest

from monazite.chain.packaged.world import world
from monazite.shock.model.of_world import model
from monazite.shock.scenarios.beyond import abroad
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.reading import packaged
from support.shock_abroad import MAGNET, two_makers
from support.shock_scenarios import held, run_of, said

RULE = (
    "beyond: [{id: no-61, goods: [magnets], containing: [%s], of: [CN], at_least: 0.1 %%, "
    "from: 2025-03-10%s}]\n"
)
DAY = date(2025, 3, 12)


def test_the_part_that_holds_it_needs_a_licence_where_it_leaves() -> None:
    (rule,) = abroad(said(RULE % ("Dy", "")), two_makers())
    assert rule.reaches(MAGNET, "JPN", "USA", DAY) == pytest.approx(0.75)
    assert rule.reaches(MAGNET, "CHN", "USA", DAY) == 0
    assert rule.reaches(MAGNET, "JPN", "USA", date(2025, 3, 9)) == 0


def test_it_holds_for_the_destinations_and_origins_that_it_names() -> None:
    (rule,) = abroad(said(RULE % ("Dy", ", but: [US]")), two_makers())
    assert rule.reaches(MAGNET, "JPN", "USA", DAY) == 0
    (rule,) = abroad(said(RULE % ("Dy", ", origins: [US]")), two_makers())
    assert rule.reaches(MAGNET, "JPN", "USA", DAY) == 0
    assert rule.reaches(MAGNET, "USA", "JPN", DAY) > 0


def test_goods_without_it_are_left_alone() -> None:
    (rule,) = abroad(said(RULE % ("Ga", "")), two_makers())
    assert not rule.part


def test_its_files_are_handled_as_friction_says() -> None:
    friction = (
        "friction: [{group: beijing, measures: [no-61], from: 2025-03-10, review_weeks: 6, "
        "granted: 50 %}]\nweeks: 4"
    )
    found = run_of(RULE % ("magnets", "") + friction)
    # Two thirds of the magnets on Japan's market are China's own.
    assert held(found, "NdFeB-heavy/magnet", "DEU", source="JPN") == pytest.approx([0, 2 / 3])
    assert held(found, "NdFeB-heavy/magnet", "DEU", "granted", source="JPN")[1] == 0.5
    assert held(found, "NdFeB-heavy/magnet", "DEU") == []
    assert found.queues == ("beijing",)


def test_friction_names_no_rule_that_is_not_there() -> None:
    with pytest.raises(ScenarioError, match=r"friction\[0\]\.measures\[0\]"):
        said("friction: [{group: beijing, measures: [no-61], from: 2025-03-10}]")


def test_no_61_reaches_magnets_of_japan_that_hold_chinas_dysprosium() -> None:
    revival, october = packaged("revival-2026-11-10"), packaged("october-2025-package")
    known = model(world(2024), ("magnets",))
    content, origin = abroad(revival, known)
    day = revival.beyond[0].from_
    holds = content.reaches(MAGNET, "JPN", "USA", day)
    sold_on = origin.reaches(MAGNET, "JPN", "USA", day)
    assert 0 < sold_on < holds <= 1
    # Of the package of 2025 only what is of China itself was in force, for four weeks.
    (alone,) = abroad(october, known)
    assert alone.reaches(MAGNET, "JPN", "USA", date(2025, 10, 20)) == pytest.approx(sold_on)
    assert alone.reaches(MAGNET, "JPN", "USA", date(2025, 12, 2)) == 0
    assert content.reaches(MAGNET, "JPN", "CHN", day) == 0
