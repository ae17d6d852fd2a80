from __future__ import annotations

import re

import pytest

from monazite.shock.engine.reference.run import run
from monazite.shock.scenarios.problems import ScenarioError
from support.shock_magnets import magnets
from support.shock_scenarios import run_of
from support.shock_schedules import USUAL

QUOTA = "{goods: [%s], origins: [CN], from: %s, tonnes_a_year: %s%s}"
DAY = "2025-03-10"


def quotas(*said: str, weeks: int = 4) -> str:
    """Quotas of a run that ends before No. 18 of 2025, unless it is longer."""
    return f"quotas: [{', '.join(said)}]\nweeks: {weeks}\n"


def test_of_two_quotas_on_the_same_goods_the_tighter_holds() -> None:
    rows = [QUOTA % ("Ga", DAY, tonnes, "") for tonnes in (60000, 1043.57)]
    for order in (rows, rows[::-1]):
        found = run_of(quotas(*order)).schedule
        sent = run(magnets(), found, USUAL).shipped[:, found.edges.edge].sum(axis=1)
        assert sent[3] == pytest.approx(20.0, rel=1e-3)


def test_quotas_on_goods_that_do_not_meet_hold_each_for_itself() -> None:
    found = run_of(quotas(QUOTA % ("Ga", DAY, 1043.57, ""), QUOTA % ("Sb", DAY, 521.79, "")))
    assert sorted(found.schedule.groups.quota[-1].tolist()) == pytest.approx([10, 20], rel=1e-3)


@pytest.mark.parametrize(
    "other",
    [
        QUOTA % ("'*'", DAY, 100, ""),
        QUOTA % ("Ga", DAY, 100, ", destinations: [DE]"),
        QUOTA % ("Ga", DAY, 100, ", but: [JP]"),
        # Later on a part of what the first is on: its tonnes would be there twice.
        QUOTA % ("Ga", "2025-04-14", 100, ", destinations: [DE]"),
    ],
)
def test_quotas_that_share_a_part_of_their_goods_are_refused_by_name(other: str) -> None:
    with pytest.raises(ScenarioError) as error:
        run_of(quotas(QUOTA % ("Ga", DAY, 60000, ""), other, weeks=9))
    (one,) = error.value.problems
    assert (one.path, one.code) == ("quotas[1]", "quotas")
    for lang in ("en", "zh"):
        assert "quotas[0], quotas[1]" in one.message(lang)


def test_files_under_a_quota_that_different_entries_handle_are_refused_by_name() -> None:
    office = "{group: %s, measures: [own], from: 2025-03-10, granted: 50 %%%s}"
    text = (
        quotas(QUOTA % ("Ga", DAY, 1000, ""))
        + "licences: [{id: own, goods: [Ga], origins: [CN], from: 2025-03-10}]\n"
        + f"friction: [{office % ('a', '')}, {office % ('b', ', destinations: [JP]')}]\n"
    )
    with pytest.raises(ScenarioError, match=re.escape("quotas[0]")) as error:
        run_of(text)
    (one,) = error.value.problems
    assert one.code == "quota_offices"
    assert "friction[0], friction[1]" in one.message("zh")


def test_who_files_decides_how_a_quota_is_handled_that_others_share() -> None:
    text = (
        quotas(QUOTA % ("Dy, Ga", DAY, 1000, ""))
        + "licences: [{id: own, goods: [Ga], origins: [CN], from: 2025-03-10}]\n"
        + "friction: [{group: a, measures: [own], from: 2025-03-10, review_weeks: 4}]\n"
    )
    assert run_of(text).schedule.groups.review[-1].tolist() == [4.0]
