"""Nobody who reads a month's tables learns what one firm sent, however they add and subtract."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from monazite.customs.statistics.publishing import (
    BEFORE,
    DESTINATION,
    FEW,
    SHOWN,
    SIDES,
    Before,
    Tables,
    tables,
)
from monazite.customs.statistics.sensitive import Limits
from monazite.customs.statistics.shares import MASS, SECOND, USD, Share, shares
from support.attacker import attacker, equating, size

pytestmark = pytest.mark.slow

LIMITS = Limits(3, 1, Decimal("0.85"), Decimal("0.10"))
UNIT = 10**6


def some(seed: int) -> list[Share]:
    """Shares of firms of very different sizes; some codes and countries have few."""
    firms, rows = ((12, 120), (30, 500))[seed % 2]
    chance = random.Random(seed)
    codes = ["28053011", "28053012", "28469011", "28469019", "28469048", "85051110", "81101010"]
    countries = ["US", "JP", "DE", "KR", "VN", "MX", "IN"]
    found = []
    for _ in range(rows):
        place = countries[min(int(chance.expovariate(0.5)), len(countries) - 1)]
        mass = int(chance.lognormvariate(6, 1.5) * UNIT)
        found.append(
            Share(
                code=codes[min(int(chance.expovariate(0.4)), len(codes) - 1)],
                destination=place,
                arrival=place if chance.random() < 0.8 else chance.choice(countries),
                firm=min(int(chance.expovariate(0.2)), firms - 1),
                mass_kg=mass,
                usd=mass * chance.randint(10, 60),
                second=mass // UNIT * UNIT if chance.random() < 0.5 else 0,
                second_unit="g",
            )
        )
    return found


def truth(given: list[Share], side: str) -> dict[tuple[str, str], list[Share]]:
    found: dict[tuple[str, str], list[Share]] = {}
    for each in given:
        place = each.destination if side == DESTINATION else each.arrival
        found.setdefault((each.code, place), []).append(each)
    return found


def by_firm(parts: list[Share], amount: int) -> dict[object, float]:
    found: dict[object, float] = {}
    for each in parts:
        found[each.firm] = found.get(each.firm, 0.0) + size(each, amount)
    return found


def needed(held: dict[object, float]) -> float:
    """How far above a sum a guess must reach, by the definitions of the three rules."""
    ranked = sorted(held.values(), reverse=True)
    largest, second, whole = ranked[0], ranked[1] if ranked[1:] else 0.0, sum(ranked)
    p, share = float(LIMITS.p), float(LIMITS.dominant_share)
    few = p * largest if len(ranked) < LIMITS.firms else 0.0
    return max(few, p * largest - (whole - largest - second), largest / share - whole, 0.0)


@pytest.mark.parametrize("amount", [MASS, USD, SECOND])
@pytest.mark.parametrize("seed", range(6))
def test_nobody_solves_for_a_sensitive_cell(seed: int, amount: int) -> None:
    given = some(seed)
    reader = attacker(tables(shares(given), LIMITS, Before()), given, amount)
    checked = 0
    for side in SIDES:
        for (code, place), parts in truth(given, side).items():
            held = by_firm(parts, amount)
            if (room := needed(held)) > 1e-3:
                low, high = reader.bounds(reader.cell(side, code, place))
                whole = sum(held.values())
                assert high >= whole + room * (1 - 1e-6)
                assert low <= whole - min(room, max(held.values())) * (1 - 1e-6)
                checked += 1
    assert checked


@pytest.mark.parametrize("seed", range(3))
def test_a_firm_that_knows_its_own_part_learns_no_other(seed: int) -> None:
    given = some(seed)
    found = tables(shares(given), LIMITS, Before())
    checked = 0
    for firm in range(4):
        reader = attacker(found, given, MASS, firm)
        for (code, place), parts in truth(given, DESTINATION).items():
            held = by_firm(parts, MASS)
            others = {name: held[name] for name in held if name != firm}
            if needed(held) > 1e-3 and others:
                low, high = reader.bounds(reader.cell(DESTINATION, code, place))
                assert high - low >= float(LIMITS.p) * max(others.values()) * (1 - 1e-6)
                checked += 1
    assert checked


def direct(seed: int) -> list[Share]:
    """A month in which 97 of 100 shipments go straight to where they are used."""
    chance, found = random.Random(seed), []
    codes = ["28053011", "28053012", "28469011", "28469019", "85051110"]
    countries = ["US", "JP", "DE", "KR", "MX"]
    for _ in range(120):
        place, mass = chance.choice(countries), chance.randint(1, 5000) * UNIT
        arrival = place if chance.random() < 0.97 else chance.choice(countries)
        firm, code = chance.randrange(8), chance.choice(codes)
        found.append(Share(code, place, arrival, firm, mass, mass * chance.randint(20, 60)))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_nobody_solves_for_a_cell_by_equating_the_tables(seed: int) -> None:
    given = direct(seed)
    reader = equating(tables(shares(given), LIMITS, Before()), given, MASS)
    checked = 0
    for side in SIDES:
        for (code, place), parts in truth(given, side).items():
            held = by_firm(parts, MASS)
            if (room := needed(held)) > 1e-3:
                low, high = reader.bounds(reader.cell(side, code, place))
                assert high - low > 1e-3
                if all(each.destination == each.arrival for each in parts):
                    whole = sum(held.values())
                    assert high >= whole + room * (1 - 1e-6)
                    assert low <= whole - min(room, max(held.values())) * (1 - 1e-6)
                checked += 1
    assert checked


def shown(found: Tables, side: str) -> dict[tuple[str, str], int]:
    return {
        (cell.code, cell.place): cell.mass_kg
        for cell in found.cells
        if cell.side == side and cell.hidden == SHOWN
    }


@pytest.mark.parametrize("seed", range(6))
def test_totals_are_what_left_to_the_milligram(seed: int) -> None:
    given = some(seed)
    found = tables(shares(given), LIMITS, Before())
    whole = sum(each.mass_kg for each in given)
    assert shown(found, "total")["", ""] == whole
    by_code = {code: mass for (code, _), mass in shown(found, "total").items() if code}
    assert sum(by_code.values()) == whole
    for side in SIDES:
        for code, mass in by_code.items():
            inside = [c for c in found.cells if c.side == side and c.code == code]
            assert not inside or sum(cell.mass_kg for cell in inside) == mass


@pytest.mark.parametrize("side", SIDES)
def test_most_of_a_month_with_many_firms_is_shown(side: str) -> None:
    given = some(3)
    cells = shown(tables(shares(given), LIMITS, Before()), side)
    wanted = {at: sum(s.mass_kg for s in p) for at, p in truth(given, side).items()}
    plain = {at: mass for at, mass in cells.items() if at in wanted}
    assert sum(plain.values()) > sum(wanted.values()) // 4
    assert all(mass == wanted[at] for at, mass in plain.items())


def even(code: str, place: str, firms: str, mass: int = 1000) -> list[Share]:
    """As much from each of these firms."""
    return [Share(code, place, place, firm, mass * UNIT, mass * UNIT) for firm in firms]


def test_a_single_firm_is_hidden_with_three_that_stand_for_it() -> None:
    given = [
        *even("28053011", "US", "ABCD"), *even("28053011", "JP", "A"),
        *even("28053012", "US", "ABCD"), *even("28053012", "JP", "BCD"),
    ]  # fmt: skip
    found = tables(shares(given), LIMITS, Before())
    hidden = {
        (c.code, c.place): c.hidden for c in found.cells if c.side == DESTINATION and c.hidden
    }
    assert hidden[("28053011", "JP")] == FEW
    assert len(hidden) == 4
    assert not found.codes


def test_a_code_of_one_firm_goes_into_the_pool_of_its_heading() -> None:
    given = [
        *even("28469011", "US", "A"), *even("28469019", "US", "BCD", 2000),
        *even("28053011", "US", "ABCD"),
    ]  # fmt: skip
    found = tables(shares(given), LIMITS, Before())
    assert found.codes == {"28469011": "284690*", "28469019": "284690*"}
    assert shown(found, "total")["284690*", ""] == 7000 * UNIT


def test_a_month_of_one_firm_shows_nothing() -> None:
    found = tables(shares(even("28469011", "US", "A")), LIMITS, Before())
    assert found.nothing
    assert not found.cells


def test_no_rate_is_no_value_and_not_zero() -> None:
    given = [*even("28053011", "US", "ABCD"), Share("28053011", "US", "US", "E", UNIT, None)]
    found = tables(shares(given), LIMITS, Before())
    assert {cell.usd for cell in found.cells} == {None}


def test_what_was_hidden_stays_hidden_in_later_vintages() -> None:
    first = [
        *even("28053011", "US", "ABCD"), *even("28053011", "JP", "A"),
        *even("28053012", "US", "ABCD"), *even("28053012", "JP", "BCD"),
    ]  # fmt: skip
    before = tables(shares(first), LIMITS, Before())
    held = Before(
        before.codes, before.places,
        frozenset((c.side, c.code, c.place) for c in before.cells if c.hidden),
    )  # fmt: skip
    later = [*first, *even("28053011", "JP", "BCDE")]
    assert not [c for c in tables(shares(later), LIMITS, Before()).cells if c.hidden]
    again = tables(shares(later), LIMITS, held)
    cell = next(
        c for c in again.cells if (c.side, c.code, c.place) == (DESTINATION, "28053011", "JP")
    )
    assert cell.hidden == BEFORE
    reader = attacker(again, later, MASS)
    low, high = reader.bounds(reader.cell(DESTINATION, "28053011", "JP"))
    assert high - low >= 100
