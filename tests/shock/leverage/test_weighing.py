"""Numbers of sides, of readings made by hand: who loses what, and why some are unknown."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.leverage.grounds import REST, WORLD, on_model
from monazite.shock.leverage.results import Number
from monazite.shock.leverage.running import Reading
from monazite.shock.leverage.weighing import Scale, added, gain, number, shared, side
from support.shock_leverage import middle
from support.shock_models import chain_model

MODEL = chain_model(seed=7, goods=3, countries=4, density=1.0)
ON = on_model(MODEL, ("C00", "C01"), 2024, 2)
MONTHS, DRAWS = 2, 5


def made(seed: int) -> Reading:
    random = np.random.default_rng(seed)
    goods, ways = len(MODEL.goods), len(ON.ways.good)
    countries = len(MODEL.countries)
    return Reading(
        lost=random.uniform(0, 9, (MONTHS, countries, DRAWS)),
        output=random.uniform(0.5, 1, (9, countries, DRAWS)),
        halted=random.integers(1, 9, (countries, DRAWS)).astype(float),
        tonnes=random.uniform(0, 9, (MONTHS, ways, DRAWS)),
        inner=random.uniform(1, 9, (MONTHS, goods, DRAWS)),
        abroad=random.uniform(1, 9, (MONTHS, goods, DRAWS)),
    )


def scale(*, duty: bool = False) -> Scale:
    return Scale(ON, made(1), made(2), duty)


def test_what_the_world_buys_is_what_its_parts_buy() -> None:
    whole = scale().loss("C00", WORLD).change
    parts = [scale().loss("C00", name).change for name in ("C01", REST)]
    assert whole is not None
    for name in ("unsold", "price", "revenue"):
        total = sum(getattr(one, name) for one in parts if one is not None)
        np.testing.assert_allclose(getattr(whole, name), total)


def test_what_the_world_loses_is_what_all_others_lose() -> None:
    found = scale().loss(WORLD, "C00").lost
    parts = [scale().loss(name, "C00").lost for name in MODEL.countries[1:]]
    assert found is not None
    np.testing.assert_allclose(found, np.sum([one for one in parts if one is not None], axis=0))


def test_a_run_held_against_itself_changes_nothing() -> None:
    same = Scale(ON, made(1), made(1), duty=False)
    found = side(same.loss("C00", "C01"), 2)
    assert [middle(getattr(found, name)) for name in ("lost", "unsold", "price", "revenue")] == [
        0
    ] * 4
    assert shared(same.loss("C00", "C01"), same.loss("C01", "C00"), 2) == (0.0, 0.0)


def test_turning_the_runs_round_turns_losses_into_gains() -> None:
    back = Scale(ON, made(2), made(1), duty=False)
    losses, gains = side(scale().loss("C00", "C01"), 2), gain(back.loss("C00", "C01"), 2)
    assert middle(gains.output) == pytest.approx(middle(losses.lost))
    assert middle(gains.revenue) == pytest.approx(middle(losses.revenue))


def test_under_a_duty_the_price_is_not_known_but_the_tonnes_are() -> None:
    found = side(scale(duty=True).loss("C00", "C01"), 1)
    assert (found.price, found.revenue) == (Number(None, "duty"), Number(None, "duty"))
    assert middle(found.unsold) == middle(side(scale().loss("C00", "C01"), 1).unsold)
    for seller in ("C01", WORLD):
        assert side(scale(duty=True).loss(seller, "C00"), 1).price.reason is None
    assert side(scale(duty=True).loss(WORLD, "C01"), 1).price.reason == "duty"
    together = (scale(duty=True).loss("C00", "C01"), scale(duty=True).loss("C01", "C00"))
    assert added(together, 1).band is not None


def test_a_country_whose_plants_stand_elsewhere_is_not_known() -> None:
    some = Scale(ON._replace(unknown=frozenset({"C01"})), made(1), made(2), duty=False)
    assert side(some.loss("C01", "C00"), 1).lost.reason == "pooled"
    assert some.output("C01") == some.halted("C01") == "pooled"
    assert added((some.loss("C00", "C01"), some.loss("C01", "C00")), 1).reason == "pooled"
    assert shared(some.loss("C00", "C01"), some.loss("C01", "C00"), 1) == (None, None)


def test_a_country_that_is_not_there_is_told_so() -> None:
    found = side(scale().loss("ATL", "C00"), 1)
    assert found.lost.reason == "no_model"
    assert {found.unsold.reason, found.price.reason, found.revenue.reason} == {"no_flow"}


def test_what_comes_in_no_draw_is_told_so_and_zero_has_no_sign() -> None:
    assert number(np.full(3, np.nan)) == Number(None, "no_draw")
    found = number(np.array([-0.0, -0.0]))
    assert found.band is not None
    assert not np.signbit(found.band.p50)
