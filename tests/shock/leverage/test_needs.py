"""What countries need and when they are free, on a small chain made by hand.

Ore -> oxide (2 t of ore each) -> magnet (half a tonne of oxide each), used in A and B. C digs, makes
and sells; A makes some magnets of oxide that it buys.
"""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.leverage.freedom import Planned, freedom
from monazite.shock.leverage.needs import made, needed, sold, upstream
from monazite.shock.model.model import Good, Makers, Model, Terms, Trade, Users
from monazite.shock.model.worth import WEEKS

ORE, OXIDE, MAGNET = "Sb/mining", "Sb/refining", "SmCo/magnet"
C, A, B = 0, 1, 2


def terms(*rows: list[tuple[int, float]]) -> Terms:
    flat = [each for row in rows for each in row]
    start = np.cumsum([0, *(len(row) for row in rows)])
    return Terms(start, np.array([m for m, _ in flat], int), np.array([t for _, t in flat], float))


def market(good: int, country: int) -> int:
    return good * 3 + country


MODEL = Model(
    goods=(Good("Sb", "mining"), Good("Sb", "refining"), Good("SmCo", "magnet")),
    countries=("CCC", "AAA", "BBB"),
    sectors=("wind",),
    home=C,
    trade=Trade(
        np.array([market(1, C), market(2, C), market(2, C)]),
        np.array([market(1, A), market(2, A), market(2, B)]),
        np.array([1.0, 6.0, 4.0]),
        np.array([1, 1, 1]),
    ),
    makers=Makers(
        np.array([C, C, C, A]),
        np.array([1.0, 1.0, 1.0, 1.5]),
        np.zeros(4, bool),
        terms([], [(market(0, C), 12.0)], [(market(1, C), 5.0)], [(market(1, A), 1.0)]),
        terms(
            [(market(0, C), 12.0)], [(market(1, C), 6.0)], [(market(2, C), 10.0)],
            [(market(2, A), 2.0)],
        ),
    ),
    users=Users(
        np.array([0, 0]), np.array([A, B]), np.array([1.0, 1.0]), np.zeros(2),
        terms([(market(2, A), 8.0)], [(market(2, B), 4.0)]), np.zeros(2), np.zeros(2),
    ),
    price=np.ones(3),
    qualify=np.ones(3),
)  # fmt: skip


def test_need_goes_up_the_chain_to_the_ore() -> None:
    found = needed(MODEL, ["AAA", "BBB"])
    assert [found[name] / WEEKS for name in (MAGNET, OXIDE, ORE)] == pytest.approx([12, 6, 12])
    assert needed(MODEL, ["BBB"])[ORE] / WEEKS == pytest.approx(4)
    assert needed(MODEL, ["CCC"])[MAGNET] == 0


def test_what_is_made_and_what_stands_idle() -> None:
    assert made(MODEL, ["AAA", "BBB"], MAGNET) == pytest.approx((2 * WEEKS, 1 * WEEKS))
    assert made(MODEL, ["AAA", "BBB"], OXIDE) == (0, 0)


def test_what_goes_into_a_good_and_how_much_of_it_is_bought() -> None:
    assert upstream(MODEL, MAGNET) == (OXIDE,)
    assert upstream(MODEL, OXIDE) == (ORE,)
    assert sold(MODEL, OXIDE, "CCC", ["AAA", "BBB"]) == 1
    assert sold(MODEL, ORE, "CCC", ["AAA", "BBB"]) == 0


def free(*projects: Planned, held: tuple[str, ...] = (MAGNET,), targets: tuple[str, ...] = ()):  # type: ignore[no-untyped-def] # noqa: ANN201
    return freedom(MODEL, 2024, "2027-01", held, "CCC", targets, projects)


def plant(good: str, tonnes: float | None, year: int | None, country: str = "AAA") -> Planned:
    weekly = None if tonnes is None else tonnes * WEEKS
    return Planned(f"{good} {year}", good, country, weekly, year)


def test_magnets_alone_wait_for_magnet_plants() -> None:
    found = free(plant(MAGNET, 4, 2026), plant(MAGNET, 6, 2029))
    assert (found.month, found.slowest, found.reason) == ("2029-12", MAGNET, None)
    assert [one.good for one in found.stages] == [MAGNET]


def test_the_slowest_stage_decides() -> None:
    # Oxide is held too, and ore, which nobody sells, must then be dug outside.
    plants = [plant(MAGNET, 9, 2027), plant(OXIDE, 6, 2028), plant(ORE, 12, 2033)]
    found = free(*plants, held=(MAGNET, OXIDE))
    assert (found.month, found.slowest) == ("2033-12", ORE)
    assert {one.good: one.month for one in found.stages}[OXIDE] == "2028-12"


def test_a_single_target_needs_less() -> None:
    found = free(plant(MAGNET, 1, 2025), targets=("BBB",))
    assert found.month == "2027-01"


def test_never_is_an_answer_and_so_is_unknown() -> None:
    assert free(plant(MAGNET, 1, 2026)).reason == "never"
    unsaid = free(plant(MAGNET, 1, 2026), plant(MAGNET, None, 2028))
    assert (unsaid.reason, unsaid.lacking) == ("unknown", (f"{MAGNET} 2028",))
    assert free().reason == "unknown"


def test_plants_of_the_holder_free_nobody() -> None:
    assert free(plant(MAGNET, 1, 2026), plant(MAGNET, 50, 2026, "CCC")).reason == "never"


def test_a_lever_that_holds_no_goods_back_leaves_nothing_to_replace() -> None:
    found = free(held=())
    assert (found.month, found.reason, found.stages) == (None, "not_supply", ())


def test_more_plants_never_make_it_later() -> None:
    plants = [plant(MAGNET, 4, 2026), plant(MAGNET, 6, 2029)]
    more = free(*plants, plant(MAGNET, 8, 2027)).month
    assert more is not None
    assert more <= str(free(*plants).month)
