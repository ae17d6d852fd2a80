from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import by, owners
from monazite.shock.response.world.grouping import WITHIN, Grouped, chosen, grouped, joined
from support.shock_balance import drift, gap
from support.shock_models import chain_model

if TYPE_CHECKING:
    from monazite.shock.model.model import Model

GROUPS = {"C00": "C00", "C01": "WEST", "C02": "EAST", "C03": "WEST", "C04": "EAST", "C05": "C05"}


def model_of(seed: int) -> Model:
    return chain_model(seed, goods=3, countries=6, density=0.5)


def made(seed: int) -> tuple[Model, Grouped]:
    model = model_of(seed)
    return model, grouped(model, GROUPS)


@pytest.mark.parametrize("seed", range(5))
def test_a_grouped_model_is_in_balance_and_stays_so(seed: int) -> None:
    _, found = made(seed)
    assert gap(found.model) < 1e-9
    assert drift(found.model, weeks=60) < 1e-6


@pytest.mark.parametrize("seed", range(5))
def test_tonnes_and_value_are_kept_but_for_trade_inside_a_group(seed: int) -> None:
    model, found = made(seed)
    across = found.row != WITHIN
    assert found.model.trade.base.sum() == pytest.approx(model.trade.base[across].sum())
    one, two = found.market[model.trade.source], found.market[model.trade.target]
    assert np.array_equal(one == two, ~across)
    for old, new in (
        (model.makers.inputs, found.model.makers.inputs),
        (model.makers.outputs, found.model.makers.outputs),
        (model.users.inputs, found.model.users.inputs),
    ):
        whole = by(found.market[old.market], old.base, found.model.markets)
        assert by(new.market, new.base, found.model.markets) == pytest.approx(whole)
    value = by(found.user, model.users.value_added, len(found.model.users.sector))
    assert found.model.users.value_added == pytest.approx(value)


def test_things_of_a_kind_are_one() -> None:
    model, found = made(3)
    new = found.model
    assert new.countries == ("C00", "WEST", "EAST", "C05")
    assert len(new.makers.country) == len(new.goods) * 4  # one of each good and group
    assert len(new.users.sector) == 2 * 4
    place = found.country[model.users.country]
    assert np.array_equal(new.users.country[found.user], place)
    assert np.array_equal(new.users.sector[found.user], model.users.sector)
    keys = new.trade.target * new.markets + new.trade.source
    assert np.all(np.diff(keys) > 0)  # sorted by target, no pair twice
    inside = owners(new.users.inputs)
    assert np.array_equal(inside[found.input], found.user[owners(model.users.inputs)])


def test_weeks_and_capacities_lie_between_those_of_the_parts() -> None:
    model, found = made(1)
    for at in range(len(found.model.trade.base)):
        lags = model.trade.lag[found.row == at]
        assert lags.min() <= found.model.trade.lag[at] <= lags.max()
    for at in range(len(found.model.makers.country)):
        parts = model.makers.capacity[found.maker == at]
        assert parts.min() - 1e-9 <= found.model.makers.capacity[at] <= parts.max() + 1e-9


def test_alone_every_country_is_as_before() -> None:
    model = model_of(2)
    found = grouped(model, {name: name for name in model.countries}).model
    for one, two in zip(found.trade, model.trade, strict=True):
        assert np.asarray(one) == pytest.approx(np.asarray(two))
    assert outflow(found) == pytest.approx(outflow(model))
    assert found.makers.capacity == pytest.approx(model.makers.capacity)


def test_rows_of_owners_are_chosen_and_added() -> None:
    terms = model_of(0).users.inputs
    part, row = chosen(terms, np.array([3, 1]))
    assert part.start.tolist() == [0, 1, 2]
    assert part.base.tolist() == terms.base[row].tolist() == terms.base[[3, 1]].tolist()
    more = joined(part, np.array([0, 2]), np.array([5, 6]), np.array([1.0, 2.0]))
    assert more.start.tolist() == [0, 1, 2, 2, 4]
    assert more.market[2:].tolist() == [5, 6]
