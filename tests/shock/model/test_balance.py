"""Balance: a rounding goes to who is there, the rest is told as left."""

from __future__ import annotations

import pytest

from monazite.shock.model.balance import close
from monazite.shock.model.draft import LEFT, Draft, Maker, User
from monazite.shock.model.model import Good
from monazite.shock.model.worth import WEEKS

ORE = Good("W", "mining")
MINE = Maker("mining/W", "CHN", fixed=False)
USER = User("steel", "CHN", "")


def _draft(made: float, used: float) -> Draft:
    draft = Draft()
    draft.given[MINE, ORE] = made * WEEKS
    draft.used[USER, ORE] = used * WEEKS
    return draft


def test_what_balances_stays() -> None:
    draft = _draft(5, 5)
    close(draft)
    assert dict(draft.used) == {(USER, ORE): pytest.approx(5)}
    assert dict(draft.given) == {(MINE, ORE): pytest.approx(5)}


def test_a_rounding_goes_to_the_user() -> None:
    draft = _draft(5.0001, 5)
    close(draft)
    assert dict(draft.used) == {(USER, ORE): pytest.approx(5.0001)}


def test_what_is_over_is_left() -> None:
    draft = _draft(8, 5)
    close(draft)
    assert draft.used[User(LEFT, "CHN", "mining/W"), ORE] == pytest.approx(3)


def test_what_lacks_comes_from_a_maker_that_is_fixed() -> None:
    draft = _draft(5, 8)
    close(draft)
    assert draft.given[Maker("left/mining/W", "CHN", fixed=True), ORE] == pytest.approx(3)


def test_who_makes_nothing_of_what_it_takes_is_no_maker() -> None:
    draft = _draft(8, 5)
    draft.taken[Maker("refining/W", "CHN", fixed=False), ORE] = 3 * WEEKS
    close(draft)
    assert not draft.taken
    assert draft.used[User(LEFT, "CHN", "mining/W"), ORE] == pytest.approx(3)


def test_trade_counts_at_both_ends() -> None:
    draft = _draft(8, 5)
    draft.trade[ORE, "CHN", "JPN"] = 3 * WEEKS
    close(draft)
    assert draft.used[User(LEFT, "JPN", "mining/W"), ORE] == pytest.approx(3)
    assert (User(LEFT, "CHN", "mining/W"), ORE) not in draft.used
