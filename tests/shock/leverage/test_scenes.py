"""From levers and gives to the columns that an engine runs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.leverage.asking import ground_of
from monazite.shock.leverage.grounds import counted, fit
from monazite.shock.leverage.reading import lever, levers
from monazite.shock.leverage.scenes import General, Held, scene, scope
from monazite.shock.leverage.windows import Cut
from support.shock_leverage import BAN

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Schedule

START = date(2027, 1, 1)
FIRST, LAST = date(2027, 2, 1), date(2027, 3, 31)
US = ("USA",)
GROUND = ground_of(START, 6, levers())._replace(scope=scope([lever(BAN)]))
ON = counted(GROUND, US, 6)


def schedule(*held: Held) -> Schedule:
    return fit(scene("test", GROUND, held), GROUND, ON)[0].schedule


def banned(found: Schedule, country: str) -> list[bool]:
    """By week whether anything that goes to a country is banned."""
    count = len(ON.model.countries)
    to = ON.model.trade.target[found.edges.edge] % count == ON.model.countries.index(country)
    held = found.edges.banned[:, to].max(axis=1, initial=0.0) > 0
    return [bool(one) for one in held[found.phase]]


def test_without_a_lever_no_measure_of_any_lever_holds() -> None:
    found = schedule()
    assert not any(banned(found, "USA"))
    assert not found.edges.duty.any()


def test_a_lever_begins_on_the_first_day_whatever_its_own_days_are() -> None:
    assert all(banned(schedule(Held(lever(BAN), START)), "USA"))
    assert not any(banned(schedule(Held(lever(BAN), START)), "JPN"))
    later = banned(schedule(Held(lever(BAN), START + timedelta(weeks=3))), "USA")
    assert later[:5] == [False, False, False, True, True]


def test_a_pause_takes_the_measure_away_for_its_days_alone() -> None:
    weeks = banned(schedule(Held(lever(BAN), START, (Cut(FIRST, LAST, ()),))), "USA")
    middle = [START + timedelta(weeks=week, days=3) for week in range(len(weeks))]
    assert weeks == [not FIRST <= day <= LAST for day in middle]


def test_a_lever_that_is_lifted_for_another_country_holds_on() -> None:
    assert all(banned(schedule(Held(lever(BAN), START, (Cut(FIRST, None, ("JPN",)),))), "USA"))


def test_nothing_is_settled_before_the_first_week() -> None:
    assert not schedule(Held(lever(BAN), START)).edges.settled.any()


def test_an_answer_has_no_measure_of_its_own() -> None:
    found = scene("test", GROUND, [Held(lever("jp-stock-release"), START)])
    assert found.law.add == ()
    assert found.stockpile[0].from_ == START + timedelta(days=27)


def test_a_general_licence_lets_its_share_pass_for_those_it_is_given_to() -> None:
    own = lever("cn-seven-rare-earths")
    given = General(0.4, Cut(FIRST, None, US))
    (part,) = [scene("test", GROUND, [Held(own, START, (), (given,))])]
    general = [one for one in part.friction if one.general_share]
    assert {one.destinations for one in general} == {US}
    assert {one.general_share for one in general} == {0.4}
    assert all(one.from_ >= FIRST for one in general)
    assert part.friction[-1] == general[-1]


def test_licences_in_pieces_keep_their_files() -> None:
    own = lever("cn-no-61")
    found = scene("test", GROUND, [Held(own, START, (Cut(FIRST, LAST, ()),))])
    ids = [one.id for one in found.beyond]
    assert len(ids) == len({*ids}) == 4
    assert all({*one.measures} == {*ids} for one in found.friction)


def test_a_lever_without_a_figure_cannot_be_run() -> None:
    with pytest.raises(ValueError, match="us-chips"):
        scene("test", GROUND, [Held(lever("us-chips"), START)])


def test_output_is_grouped_by_country_and_nothing_else_is_changed() -> None:
    one, other = ON.model, ON.by_country
    assert other.sectors == one.countries
    np.testing.assert_array_equal(other.users.sector, one.users.country)
    assert other.trade is one.trade


def test_every_row_between_sides_is_metered_once() -> None:
    count = len(ON.model.countries)
    source, target = ON.model.trade.source % count, ON.model.trade.target % count
    sides = np.isin(np.array(ON.model.countries), ON.sides)
    between = np.flatnonzero((sides[source] | sides[target]) & (source != target))
    assert sorted(ON.meters.edge.tolist()) == between.tolist()
