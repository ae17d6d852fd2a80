from __future__ import annotations

from datetime import date

import pytest

from monazite.shock.leverage.windows import Cut, moved, without
from monazite.shock.scenarios.schema import Announced, Control, Destined, Duty, Release, Window
from monazite.shock.scenarios.words import choice

JAN, MAR, JUN, DEC = (date(2027, month, 1) for month in (1, 3, 6, 12))


def ban(*, to: tuple[str, ...] = (), until: date | None = None) -> Control:
    return Control.model_validate(
        {"goods": ["Ga"], "origins": ["CN"], "destinations": to, "from": JAN, "until": until}
    )


def reached(entries: list[Window], country: str, day: date) -> bool:
    return any(isinstance(one, Destined) and one.reaches(country, day) for one in entries)


def test_what_rests_for_all_holds_before_and_after() -> None:
    left = list(without(ban(), Cut(MAR, date(2027, 5, 31), ())))
    days = [date(2027, 2, 28), MAR, date(2027, 5, 31), JUN]
    assert [reached(left, "USA", day) for day in days] == [True, False, False, True]


def test_what_rests_for_one_holds_for_all_others_throughout() -> None:
    left = list(without(ban(), Cut(MAR, JUN, ("USA",))))
    assert [reached(left, "USA", day) for day in (JAN, MAR, JUN, DEC)] == [True, False, False, True]
    assert all(reached(left, "JPN", day) for day in (JAN, MAR, JUN, DEC))


def test_what_is_for_one_alone_is_gone_when_it_rests_for_that_one() -> None:
    left = list(without(ban(to=("USA",)), Cut(MAR, None, ("USA",))))
    assert [one.until for one in left] == [date(2027, 2, 28)]


@pytest.mark.parametrize("cut", [Cut(JUN, None, ()), Cut(MAR, JUN, ("JPN",))])
def test_a_cut_that_misses_changes_nothing(cut: Cut) -> None:
    entry = ban(to=("USA",), until=date(2027, 2, 1))
    assert list(without(entry, cut)) == [entry]


def test_fear_cannot_be_taken_from_one_country_alone() -> None:
    fear = Announced(goods=(choice("Ga"),), **{"from": JAN})
    assert list(without(fear, Cut(MAR, None, ("USA",)))) == [fear]
    assert [one.until for one in without(fear, Cut(MAR, None, ()))] == [date(2027, 2, 28)]


def test_a_duty_is_aimed_at_those_whose_goods_it_taxes() -> None:
    duty = Duty.model_validate(
        {"origins": ["CN"], "destinations": ["US"], "from": JAN, "rate": 0.24}
    )
    assert [one.until for one in without(duty, Cut(MAR, None, ("CHN",)))] == [date(2027, 2, 28)]
    assert list(without(duty, Cut(MAR, None, ("JPN",)))) == [duty]


def test_tonnes_of_a_release_are_cut_by_days() -> None:
    whole = Release.model_validate(
        {"good": "Dy/metal", "country": "JP", "tonnes": 10, "from": JAN, "until": date(2027, 1, 10)}
    )
    left = list(without(whole, Cut(date(2027, 1, 4), date(2027, 1, 6), ())))
    assert [one.tonnes for one in left if isinstance(one, Release)] == [3, 4]


def test_days_are_moved_in_all_that_an_entry_holds() -> None:
    entry = moved(ban(until=MAR), 10)
    assert (entry.from_, entry.until) == (date(2027, 1, 11), date(2027, 3, 11))
    assert moved(moved(ban(until=MAR), 10), -10) == ban(until=MAR)
    assert isinstance(entry, Window)
