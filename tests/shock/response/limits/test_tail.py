"""Conditional value at risk of futures that are made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.response_by_hand import by_hand, limits, solved, stop, store

if TYPE_CHECKING:
    from monazite.shock.response.setting import Setting

MONTHS = 12


def _rare(
    weight: float, tail: float, chances: tuple[float, ...] = (0.1,), price: float = 60.0
) -> Setting:
    """Stops of 6, 3, … months, each with its chance; else nothing happens."""
    world = by_hand(MONTHS).world
    stops = [
        stop(world, MONTHS, range(6, 12 - 3 * n), f"stop {n}", chance)
        for n, chance in enumerate(chances)
    ]
    calm = stop(world, MONTHS, (), "calm", 1 - sum(chances))
    stores = store(month_t=10)
    return by_hand(
        MONTHS,
        futures=(*stops, calm),
        stores=stores._replace(price=stores.price * price / 60),
        limits=limits(tail_weight=weight, tail=tail),
    )


@pytest.mark.parametrize(
    ("tail", "worst"),
    [(0.1, 600.0), (0.05, 600.0), (0.2, 300.0), (0.5, 120.0), (1.0, 60.0)],
)
def test_it_is_the_mean_of_the_worst_part_of_futures(tail: float, worst: float) -> None:
    """600 are lost with a chance of .1: with a tail of .2, the other half loses nothing."""
    _, found = solved(_rare(0.5, tail, price=1e9))
    assert found.objective == pytest.approx(60 + 0.5 * worst)


def test_futures_are_taken_worst_first() -> None:
    """600 with .1 and 300 with .1: of the worst .15, two thirds lose 600 and one third 300."""
    _, found = solved(_rare(1.0, 0.15, chances=(0.1, 0.1), price=1e9))
    assert found.objective == pytest.approx(90 + (0.1 * 600 + 0.05 * 300) / 0.15)


def test_who_minds_the_worst_buys_for_it() -> None:
    """2 million US$ a t save 10 with a chance of .1: too dear for the mean, not for the worst."""
    _, mean = solved(_rare(0.0, 0.1, price=2000.0))
    made, worst = solved(_rare(1.0, 0.1, price=2000.0))
    assert mean.objective == pytest.approx(60)
    assert worst.values[made.stockpile.buy].sum() == pytest.approx(60)
    assert worst.objective == pytest.approx(120)
