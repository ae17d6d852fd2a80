"""Networks small enough to be followed by hand: Japan needs 10 t a month, worth 100 million US$."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from monazite.shock.response.network.answer import licensed, lost
from monazite.shock.response.setting import Money
from support.networks import run
from support.response_by_hand import by_hand

if TYPE_CHECKING:
    from monazite.shock.response.setting import Setting


def with_world(setting: Setting, **other: Any) -> Setting:
    """Other fields of the world."""
    return replace(setting, world=setting.world._replace(**other))


def with_future(setting: Setting, **other: Any) -> Setting:
    """Other fields of its only future."""
    return replace(setting, futures=(replace(setting.futures[0], **other),))


def test_a_stop_of_six_months_costs_six_months() -> None:
    """What was free before and did not leave is no licence for later: 6 x 100."""
    assert run(by_hand(12, range(6, 12))).solution.objective == pytest.approx(600)


def test_what_is_on_the_way_still_comes() -> None:
    """Two months at sea: what left in month 5 comes in month 7; months 8 to 11 are lost."""
    given = with_world(by_hand(12, range(6, 12)), lag=np.array([2]))
    found = run(given)
    assert found.solution.objective == pytest.approx(400)
    gone = lost(found.network, given.world, found.solution)[0, :, 0]
    assert gone == pytest.approx([0] * 8 + [1] * 4)


def test_stocks_are_used_up_and_made_up_again() -> None:
    """25 t last two months and a half of twelve: 950, and 25 t at 50 US$ a kg: 1.25."""
    given = with_world(by_hand(12, range(12), money=Money(0.0, 1.0)), stock=np.array([0.0, 25.0]))
    found = run(given)
    assert found.solution.objective == pytest.approx(951.25)
    assert found.solution.column("short")[0] == pytest.approx([0, 25])


def test_a_market_piles_up_no_more_than_it_held() -> None:
    """With 3 times the flow and foresight it could fill any store before the stop: 5 t, not 60."""
    given = with_world(by_hand(12, range(6, 12)), stock=np.array([0.0, 5.0]))
    assert run(given).solution.objective == pytest.approx(550)


def test_licences_are_kept_until_they_are_needed() -> None:
    """20 t licensed in the first month serve two; each t more would be worth 10 million US$."""
    given = by_hand(12, range(12))
    permit = np.zeros((12, 1))
    permit[0] = 20.0
    given = with_future(given, permit=permit)
    found = run(given)
    assert found.solution.objective == pytest.approx(1000)
    assert found.solution.dual("permit")[0, :, 0] == pytest.approx([-10] * 12)
    used = licensed(found.network, given.world, found.solution)
    assert used.sum() == pytest.approx(20)


def test_licences_do_not_come_before_they_are_granted() -> None:
    """40 t licensed in the last month serve that month alone."""
    permit = np.zeros((12, 1))
    permit[-1] = 40.0
    given = with_future(by_hand(12, range(12)), permit=permit)
    assert run(given).solution.objective == pytest.approx(1100)


def test_overtime_makes_up_for_what_is_still_waited_for() -> None:
    """Nothing in month 0; then a fifth more; half of what is owed is given up each month.

    Month 0 owes 1: .5 is lost, .5 waited for. Month 1 makes 1.2 and owes .5 + 1 - 1.2 = .3: .15 is
    lost. Month 2 makes 1.15 and owes nothing. Lost .65 of a month: 65.
    """
    given = with_world(by_hand(3, [0]), overtime=0.2, kept=0.5)
    found = run(given)
    assert found.solution.objective == pytest.approx(65)
    assert found.solution.column("use")[0, :, 0] == pytest.approx([0, 1.2, 1.15])
    gone = lost(found.network, given.world, found.solution)[0, :, 0]
    assert gone == pytest.approx([0.5, 0.15, 0])


def test_what_is_owed_at_the_end_is_lost() -> None:
    """Nothing in the last month of two, half still waited for then: all of it is lost, 100."""
    given = with_world(by_hand(2, [1]), overtime=0.2, kept=0.5)
    assert run(given).solution.objective == pytest.approx(100)


def test_another_grade_stands_in() -> None:
    """3 t of 10 a month give way by themselves: .7 x 4 months are lost."""
    given = with_world(by_hand(4, range(4)), replaced=np.full((4, 1), 3.0))
    found = run(given)
    assert found.network.replaceable.tolist() == [0]
    assert found.solution.objective == pytest.approx(280)


def test_no_more_is_replaced_than_needed() -> None:
    """Where 2 t are wanted, 3 that could give way are 2: no magnets come of it."""
    given = with_world(by_hand(2, [1]), replaced=np.full((2, 1), 3.0), stock=np.array([0.0, 1.0]))
    given = with_future(given, wanted=np.full((2, 1), 0.2))
    found = run(given)
    assert found.solution.objective == pytest.approx(0)
    assert found.solution.column("replaced").max() <= 2 + 1e-9


def test_fixed_makers_make_no_more_than_ever() -> None:
    """Half as much again is wanted, and could be made by others: half a month is lost in each."""
    given = with_future(by_hand(2), wanted=np.full((2, 1), 1.5))
    assert run(given).solution.objective == pytest.approx(0)
    makers = given.world.model.makers._replace(fixed=np.array([True]))
    model = replace(given.world.model, makers=makers)
    assert run(with_world(given, model=model)).solution.objective == pytest.approx(100)


def test_others_count_less_and_later_money_too() -> None:
    """A user that counts for a tenth, 12 months later at 21 % a year: 100 x .1 / 1.21."""
    given = with_world(by_hand(13, [12], money=Money(0.21, 0.0)), weight=np.array([0.1]))
    assert run(given).solution.objective == pytest.approx(100 * 0.1 / 1.21)
