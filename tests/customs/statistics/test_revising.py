"""Nobody who subtracts a month's vintages learns what one firm changed in between."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from monazite.customs.statistics.publishing import SIDES, Before, Tables, tables
from monazite.customs.statistics.revising import Earlier, Revised, revised
from monazite.customs.statistics.sensitive import Limits
from monazite.customs.statistics.shares import MASS, Share, shares
from support.attacker import change_reader

LIMITS = Limits(3, 1, Decimal("0.85"), Decimal("0.10"))
UNIT = 10**6
Key = tuple[str, str, str]


def sent(code: str, place: str, firms: str, mass: int = 1000) -> list[Share]:
    """As much from each of these firms."""
    return [Share(code, place, place, firm, mass * UNIT, mass * 50 * UNIT) for firm in firms]


def six() -> list[Share]:
    return [each for place in ("US", "JP", "DE") for each in sent("28053011", place, "ABCDEF")]


def first(given: list[Share]) -> Revised:
    return Revised(tables(shares(given), LIMITS, Before()), given, ())


def later(now: list[Share], *before: Revised) -> Revised:
    told = before[-1].tables
    hidden = frozenset(at(c) for each in before for c in each.tables.cells if c.hidden)
    counted = tuple(each.counted for each in before)
    return revised(now, Earlier(counted, told, Before(told.codes, told.places, hidden)), LIMITS)


def at(cell: object) -> Key:
    return cell.side, cell.code, cell.place  # type: ignore[attr-defined]


def shown(found: Tables) -> dict[Key, int]:
    return {at(cell): cell.mass_kg for cell in found.cells if not cell.hidden}


def test_the_late_shipment_of_one_firm_waits() -> None:
    before = first(six())
    after = later([*six(), *sent("28053011", "US", "A", 37)], before)
    assert after.tables == before.tables
    assert after.waiting == ("28053011",)


def test_what_waited_comes_out_when_more_firms_have_changed() -> None:
    before = first(six())
    again = later([*six(), *sent("28053011", "US", "A", 37)], before)
    now = [*six(), *sent("28053011", "US", "ABCD", 37)]
    after = later(now, before, again)
    assert after.waiting == ()
    assert shown(after.tables)["total", "", ""] == sum(each.mass_kg for each in now)


def test_changes_that_leave_one_firms_alone_wait() -> None:
    """The first and the third vintage, subtracted: not only neighbours."""
    before = first(six())
    more = later([*six(), *sent("28053011", "US", "ABCD", 37)], before)
    back = later([*six(), *sent("28053011", "US", "A", 37)], before, more)
    assert more.waiting == ()
    assert back.waiting == ("28053011",)
    assert shown(back.tables) == shown(more.tables)


def test_one_code_waits_and_the_others_do_not() -> None:
    given = [*six(), *sent("85051110", "US", "ABCDEF"), *sent("85051110", "JP", "ABCDEF")]
    late = [*sent("28053011", "US", "A", 37), *sent("85051110", "US", "ABCDE", 11)]
    after = later([*given, *late], first(given))
    assert after.waiting == ("28053011",)
    assert shown(after.tables)["total", "85051110", ""] == (12000 + 55) * UNIT


def test_without_a_change_nothing_is_said_otherwise() -> None:
    before = first(some(random.Random(1), 200))
    assert later(list(before.counted), before) == before


def some(chance: random.Random, rows: int, firms: int = 9) -> list[Share]:
    codes = ["28053011", "28053012", "28469011", "85051110"]
    found = []
    for _ in range(rows):
        place = chance.choice(["US", "JP", "DE", "KR"])
        arrival = place if chance.random() < 0.97 else "NL"
        mass = chance.randint(1, 5000) * UNIT
        firm = chance.randrange(firms)
        found.append(Share(chance.choice(codes), place, arrival, firm, mass, mass * 40))
    return found


@pytest.mark.parametrize("seed", range(24))
def test_nobody_solves_for_a_change_of_too_few(seed: int) -> None:
    """Every vintage against every other: the least and the most of each firm's own change."""
    chance = random.Random(seed)
    now = some(chance, 160)
    made = [first(now)]
    for _ in range(3):
        kept = [each for each in now if chance.random() > chance.choice((0.0, 0.02, 0.3))]
        now = [*kept, *some(chance, chance.choice((1, 4, 60)))]
        made.append(later(now, *made))
    for n, before in enumerate(made):
        for after in made[n + 1 :]:
            for side in SIDES:
                reader = change_reader(before, after, side, MASS)
                assert not [key for key in reader.few(LIMITS) if reader.follows(key)]


def test_something_comes_out_in_spite_of_all() -> None:
    changed = 0
    for seed in range(24):
        chance = random.Random(seed)
        now = some(chance, 160)
        before = first(now)
        after = later([*now, *some(chance, 120)], before)
        changed += shown(before.tables) != shown(after.tables)
    assert changed > 6
