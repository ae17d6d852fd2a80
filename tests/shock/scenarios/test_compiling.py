from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.law.store import load
from monazite.shock.engine.reference.run import run
from monazite.shock.model.model import Terms
from monazite.shock.scenarios.phases import phases
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.reading import names, packaged
from support.shock_magnets import COUNTRIES, SOLD, magnets
from support.shock_scenarios import held, made, run_of, said
from support.shock_schedules import USUAL

if TYPE_CHECKING:
    from monazite.shock.scenarios.compiling import Compiled

OFFICE = (
    "{group: office, measures: [CN-2025-18], from: 2025-04-04, review_weeks: 9, throughput: 54 %"
)


def codes(found: Compiled) -> list[str]:
    return [note.code for note in found.notes]


def named(found: Compiled, measure: str) -> list[int]:
    """Rows of the schedule that a measure holds."""
    return [place for place, held_by in enumerate(found.measures) if measure in held_by]


def told(found: Compiled) -> dict[str, str]:
    """What moves nothing, and why."""
    return {one.told["path"]: one.told["reason"] for one in found.notes if one.code == "idle"}


def of_week(found: Compiled, values: list[float], week: int) -> float:
    return values[found.schedule.phase[week]] if values else 0.0


def test_the_law_alone_says_what_is_held_and_since_when() -> None:
    found = run_of("")
    heavy, oxide = held(found, "NdFeB-heavy/magnet", "DEU"), held(found, "Dy/refining", "DEU")
    # No. 18 holds from Friday, 4 April 2025: the week of Monday 31 March is still free.
    assert [of_week(found, heavy, week) for week in (0, 4, 5, 39)] == [0, 0, 1, 1]
    assert [of_week(found, oxide, week) for week in (0, 4, 5, 39)] == [0, 0, 1, 1]
    assert held(found, "NdFeB-standard/magnet", "DEU") == [0.0] * len(found.days)
    assert held(found, "NdFeB-heavy/magnet", "DEU", source="JPN") == []
    assert found.queues == ("statutory",)
    assert "statutory" in codes(found)
    assert found.schedule.groups.review.max() == 9


def test_what_looks_alike_is_what_shares_the_line_of_the_tariff_and_is_not_held() -> None:
    found = run_of("")
    assert of_week(found, held(found, "NdFeB-standard/magnet", "DEU", "alike"), 4) == 0
    assert of_week(found, held(found, "NdFeB-standard/magnet", "DEU", "alike"), 5) == 1
    assert of_week(found, held(found, "NdFeB-heavy/magnet", "DEU", "alike"), 5) == 0
    # Oxides of dysprosium (28469015) and of holmium (28469019) have lines of their own.
    assert held(found, "Ho/refining", "DEU") == []
    assert held(found, "Ga/refining", "DEU") == []


def test_friction_is_that_of_the_last_entry_that_fits() -> None:
    text = f"friction: [{OFFICE}, granted: 90 %}}, {OFFICE}, granted: 40 %, destinations: [US]}}]"
    found = run_of(text)
    assert of_week(found, held(found, "Dy/refining", "DEU", "granted"), 10) == pytest.approx(0.9)
    assert of_week(found, held(found, "Dy/refining", "USA", "granted"), 10) == pytest.approx(0.4)
    assert found.queues == ("office", "office")
    assert found.schedule.groups.throughput[-1].tolist() == [0.54, 0.54]
    assert "statutory" not in codes(found)


def test_numbers_that_a_run_multiplies_by_what_is_drawn_are_told() -> None:
    text = f"friction: [{OFFICE}, granted: 90 %}}]\n"
    drawn = [one.told["name"] for one in run_of(text).notes if one.code == "drawn"]
    assert drawn == ["review_weeks", "throughput"]
    fixed = run_of(text + "assume: {throughput: 1}\n")
    assert [one.told["name"] for one in fixed.notes if one.code == "drawn"] == ["review_weeks"]


def test_refusal_by_use_weighs_as_much_as_the_use() -> None:
    found = run_of(f"friction: [{OFFICE}, granted: 80 %, by: [{{uses: [defence], granted: 0}}]}}]")
    # A quarter of what the United States use goes into arms.
    assert of_week(found, held(found, "Dy/refining", "USA", "granted"), 10) == pytest.approx(0.6)
    assert of_week(found, held(found, "Dy/refining", "DEU", "granted"), 10) == pytest.approx(0.8)


def test_general_licences_may_be_for_some_destinations() -> None:
    text = f"friction: [{OFFICE}, by: [{{destinations: [JP], general_share: 30 %}}]}}]"
    found = run_of(text)
    assert of_week(found, held(found, "Dy/refining", "JPN", "general"), 10) == pytest.approx(0.3)
    assert of_week(found, held(found, "Dy/refining", "DEU", "general"), 10) == 0


def test_what_is_lifted_for_one_is_held_for_the_others() -> None:
    found = run_of("law: {lift: [{measure: CN-2025-18, destinations: [US], from: 2025-06-02}]}")
    heavy = held(found, "NdFeB-heavy/magnet", "USA")
    assert [of_week(found, heavy, week) for week in (5, 12, 13, 39)] == [1, 1, 0, 0]
    assert of_week(found, held(found, "NdFeB-heavy/magnet", "DEU"), 39) == 1
    assert of_week(found, held(found, "NdFeB-standard/magnet", "USA", "alike"), 39) == 0


def test_what_is_suspended_comes_back() -> None:
    text = "law: {suspend: [{measure: CN-2025-18, but: [JP], from: 2025-05-05, until: 2025-06-01}]}"
    found = run_of(text)
    heavy = held(found, "NdFeB-heavy/magnet", "DEU")
    assert [of_week(found, heavy, week) for week in (8, 9, 12, 13)] == [1, 0, 0, 1]
    assert of_week(found, held(found, "NdFeB-heavy/magnet", "JPN"), 10) == 1


def test_a_practice_that_is_no_law_can_be_put_into_force() -> None:
    patch = "measure: CN-2010-JP-HALT, effect: prohibited, destinations: [JP], from: 2025-03-17"
    found = run_of(f"law: {{add: [{{{patch}, until: 2025-03-30}}]}}")
    assert [
        of_week(found, held(found, "Dy/refining", "JPN", "banned"), w) for w in (1, 2, 3, 4)
    ] == [0, 1, 1, 0]
    assert of_week(found, held(found, "Dy/refining", "DEU", "banned"), 2) == 0


def test_an_added_measure_keeps_its_own_destinations_unless_others_are_named() -> None:
    add = "law: {{add: [{{measure: CN-2024-46-P2, from: 2025-03-03{0}}}]}}\nweeks: 4"
    found = run_of(add.format(""))
    assert held(found, "Ga/refining", "DEU") == []
    found = run_of(add.format(", destinations: [DE]"))
    assert held(found, "Ga/refining", "DEU", "banned") == [1.0]


def test_what_is_added_from_before_the_run_holds_from_its_first_week() -> None:
    found = run_of("law: {add: [{measure: CN-2025-18, from: 2025-01-01}]}\nweeks: 2")
    assert held(found, "NdFeB-heavy/magnet", "DEU") == [1.0]


def test_what_already_held_before_the_run_is_part_of_the_world() -> None:
    found = run_of("law: {lift: [{measure: CN-2024-46-P2, from: 2025-06-02}]}")
    assert held(found, "Ga/refining", "USA") == []


def test_what_already_held_is_moved_by_friction_that_names_it() -> None:
    found = run_of(
        "friction: [{group: mofcom, measures: [CN-2024-51], from: 2025-04-07, granted: 50 %}]"
    )
    granted, sure = (held(found, "Ga/refining", "DEU", name) for name in ("granted", "sure"))
    assert [of_week(found, granted, week) for week in (4, 5)] == [1.0, 0.5]
    # Until then it leaves as in the flows, which are made under the measure: nothing is drawn.
    assert [of_week(found, sure, week) for week in (4, 5)] == [1, 1]
    # Files are under way when the run begins: nothing stands still for their sake.
    row = found.schedule.edges.edge[named(found, "CN-2024-51")]
    sent = run(magnets(), found.schedule, USUAL).shipped[:, row].sum(axis=1)
    assert sent[:5] == pytest.approx(2 * sum(SOLD.values()), rel=1e-6)
    assert 0.4 < sent[5] / sent[0] < 0.9


@pytest.mark.parametrize(("reading", "covered"), [("revived", 1.0), ("still_suspended", 0.0)])
def test_an_open_suspension_is_read_as_the_scenario_says(reading: str, covered: float) -> None:
    scenario = said(f"law: {{open: {reading}}}")
    start = scenario.starts.replace(year=2026, month=10, day=5)
    found = made(scenario.model_copy(update={"starts": start, "weeks": 30}), magnets())
    assert of_week(found, held(found, "Ho/refining", "DEU"), 10) == covered
    assert of_week(found, held(found, "Ho/refining", "DEU"), 4) == 0
    assert "reading" in codes(found)
    assert all(note.said(lang) for note in found.notes for lang in ("en", "zh"))


def test_a_ban_of_ones_own_stops_what_it_names_and_nothing_else() -> None:
    found = run_of("bans: [{goods: [Ga], origins: [CN], but: [JP], from: 2025-03-10}]\nweeks: 4")
    assert held(found, "Ga/refining", "DEU", "banned") == [0.0, 1.0]
    assert held(found, "Ga/refining", "JPN") == []
    assert held(found, "Dy/refining", "DEU") == []


def test_a_licence_of_ones_own_has_the_friction_that_names_it() -> None:
    found = run_of(
        "licences: [{id: all-gallium, goods: [Ga], origins: [JP], from: 2025-03-10}]\n"
        "friction: [{group: tokyo, measures: [all-gallium], from: 2025-03-10, review_weeks: 2, granted: 70 %}]\n"
        "weeks: 4"
    )
    assert held(found, "Ga/refining", "DEU", source="JPN") == [0.0, 1.0]
    assert held(found, "Ga/refining", "DEU", "granted", source="JPN") == [1.0, 0.7]
    assert found.queues == ("tokyo",)
    assert found.schedule.groups.review.tolist() == [[2.0], [2.0]]


def test_a_quota_is_one_pool_for_all_that_share_it() -> None:
    found = run_of(
        "quotas: [{goods: [Ga], origins: [CN], from: 2025-03-10, tonnes_a_year: 1043.57}]\nweeks: 4"
    )
    assert found.schedule.groups.quota[-1] == pytest.approx([20.0], rel=1e-3)
    assert held(found, "Ga/refining", "DEU", "general") == [0.0, 1.0]
    sent = run(magnets(), found.schedule, USUAL).shipped[:, found.schedule.edges.edge].sum(axis=1)
    assert sent[0] == pytest.approx(sum(SOLD.values()))
    assert sent[-1] == pytest.approx(20.0, rel=1e-3)


def test_a_duty_is_on_what_it_names_while_it_lasts() -> None:
    found = run_of(
        "duties:\n"
        "- {goods: [Ga], origins: [CN], destinations: [US], from: 2025-03-10, until: 2025-03-16, rate: 145 %}\n"
        "- {destinations: [US], from: 2025-03-10, rate: 0.1}\nweeks: 4"
    )
    assert held(found, "Ga/refining", "USA", "duty") == pytest.approx([0.0, 1.55, 0.1])
    assert held(found, "Dy/refining", "USA", "duty") == pytest.approx([0.0, 0.1, 0.1])
    assert held(found, "Ga/refining", "DEU") == []


def test_ways_round_are_for_what_is_held_and_not_through_its_own_ends() -> None:
    text = (
        "bans: [{goods: [Ga], origins: [CN], from: 2025-03-10}]\nweeks: 4\n"
        "hubs: [{from: [CN], through: %s, to: [US, JP], share: 60 %%, weeks: 4, seized: 5 %%}]"
    )
    found = run_of(text % "TH").schedule
    assert found.hubs.share.tolist() == [[0.6, 0.6]] * 2
    assert set(found.hubs.country.tolist()) == {COUNTRIES.index("THA")}
    assert found.hubs.lag.tolist() == [4, 4]
    assert len(run_of(text % "JP").schedule.hubs.row) == 1
    away = run_of(text % "Malaysia")
    assert len(away.schedule.hubs.row) == 0
    assert told(away) == {"hubs[0]": "through"}


def test_a_way_round_that_no_run_can_follow_is_refused_with_its_path() -> None:
    text = (
        "bans: [{goods: [Ga], origins: [CN], from: 2025-03-10}]\n"
        "hubs: [{from: [CN], through: TH, share: 60 %, weeks: 14}]"
    )
    with pytest.raises(ScenarioError, match=r"hubs\[0\]\.weeks.* 16 weeks at most.* of 3 included"):
        run_of(text)


def test_a_use_that_nothing_feeds_is_refused() -> None:
    model = magnets()
    inputs = model.users.inputs
    market = inputs.market.copy()
    market[0] = COUNTRIES.index("THA")
    model.users.inputs.market[:] = Terms(inputs.start, market, inputs.base).market
    scenario = said("")
    with pytest.raises(ScenarioError, match=r"model\.users\[0\]: nothing feeds Dy/refining in THA"):
        made(scenario, model)


def test_fear_capacity_demand_and_releases_last_as_long_as_they_say() -> None:
    found = run_of(
        "announced: [{goods: [magnets], from: 2025-03-17, until: 2025-03-30}]\n"
        "supply: [{goods: [Ga], countries: [CN], from: 2025-03-17, until: 2025-03-30, times: 0.5}]\n"
        "demand: [{sectors: [defence], from: 2025-03-17, until: 2025-03-30, times: 2}]\n"
        "stockpile: [{good: Ga, country: JP, from: 2025-03-17, until: 2025-03-30, tonnes: 30}]\n"
        "weeks: 5"
    ).schedule
    rest, weeks = found.elsewhere, found.phase
    assert (weeks == [0, 0, 1, 1, 2]).all()
    assert rest.announced[1].tolist() == [0, 0, 0, 0, 1, 1]
    assert sorted(set(rest.available[1].tolist())) == [0.5, 1.0]
    assert (rest.available[1] == 0.5).sum() == 1
    assert (rest.wanted[1] == 2).sum() == (rest.wanted[1] != 1).sum() == 2
    assert rest.released[weeks].sum() == pytest.approx(30.0)
    assert (rest.released[1] > 0).sum() == 1
    for table, usual in (
        (rest.announced, 0),
        (rest.available, 1),
        (rest.wanted, 1),
        (rest.released, 0),
    ):
        assert (table[[0, 2]] == usual).all()


@pytest.mark.parametrize("name", names())
def test_every_packaged_scenario_runs(name: str) -> None:
    scenario, model = packaged(name), magnets()
    found = made(scenario, model)
    assert len(found.schedule.phase) == scenario.weeks
    assert len(found.days) == found.schedule.phase.max() + 1 < 10
    assert len(found.measures) == len(found.schedule.edges.edge)
    week = run(model, made(scenario.model_copy(update={"weeks": 20}), model).schedule, USUAL)
    assert np.isfinite(week.shipped).all()


def test_under_a_full_stop_nothing_leaves() -> None:
    scenario, model = packaged("full-stop"), magnets()
    week = run(model, made(scenario.model_copy(update={"weeks": 20}), model).schedule, USUAL)
    leaves = model.trade.source % len(COUNTRIES) == 0
    assert week.shipped[5:, leaves].max() == 0
    assert week.shipped[3, leaves].min() > 0
    assert week.round[5:].sum() > 0


def test_without_a_measure_nothing_is_held() -> None:
    found = run_of("weeks: 4")
    assert len(found.schedule.edges.edge) == len(found.schedule.hubs.row) == 0
    assert found.schedule.phase.tolist() == [0, 0, 0, 0]
    told = {one.code: (one.told["materials"], one.told.get("measure")) for one in found.notes}
    # The list of December 2024 holds gallium, as the ban on selling it to the USA did.
    names_ = "CN-2024-46-P2, CN-2024-51"
    assert told == {"unheld": ("magnets", None), "in_flows": ("Ga", names_)}
    assert "CN-2024-51" in found.notes[-1].said("en")
    assert "CN-2024-51" in found.notes[-1].said("zh")


@pytest.mark.parametrize(
    "entry",
    [
        "friction: [{group: a, measures: [CN-2023-23], from: 2025-03-03, granted: 0}]",
        "law: {lift: [{measure: CN-2023-23, from: 2025-03-10}]}",
    ],
)
def test_of_a_measure_that_ended_the_last_day_and_the_successor_are_told(entry: str) -> None:
    (over,) = (one for one in run_of(f"weeks: 4\n{entry}").notes if one.code == "replaced")
    assert over.told["path"] in {"friction[0]", "law.lift[0]"}
    assert (over.told["day"], over.told["after"]) == ("2024-11-30", "CN-2024-51")
    assert all("CN-2024-51" in over.said(lang) for lang in ("en", "zh"))


def test_of_a_measure_that_holds_no_end_is_told() -> None:
    entry = "friction: [{group: a, measures: [CN-2024-51], from: 2025-03-03, granted: 0}]"
    assert not {"ended", "replaced"} & {*codes(run_of(f"weeks: 4\n{entry}"))}


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 60), st.integers(1, 120), st.sampled_from(names()))
def test_a_week_is_as_its_own_fourth_day(later: int, weeks: int, name: str) -> None:
    scenario, law = packaged(name), load()
    start = scenario.starts + timedelta(days=later)
    found = phases(scenario, law, start, weeks)
    windows = [*scenario.friction, *scenario.bans, *scenario.announced, *scenario.law.suspend]
    for week in range(weeks):
        middle, day = start + timedelta(days=7 * week + 3), found.days[found.of[week]]
        assert [one.holds(middle) for one in windows] == [one.holds(day) for one in windows]
        assert day <= middle
