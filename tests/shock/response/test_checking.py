"""Settings that cannot be planned for: the place, the value, the remedy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.shock.response.building import built
from monazite.shock.response.checking import checked
from support.response_by_hand import by_hand, finished, limits, plant, programme, stop, store

if TYPE_CHECKING:
    from monazite.shock.response.setting import Setting


def _users(value: float) -> Setting:
    given = by_hand(6)
    users = given.world.model.users._replace(value_added=np.array([value]))
    model = replace(given.world.model, users=users)
    return replace(given, world=given.world._replace(model=model))


def _future(**other: object) -> Setting:
    given = by_hand(6)
    return replace(given, futures=(replace(given.futures[0], **other),))  # type: ignore[arg-type]


CASES = [
    (by_hand(6, limits=limits(budget=-1.0)), "limits.budget", "-1", "0 or more million US$"),
    (by_hand(6, plants=plant(ready=-1)), "plants[plant].ready", "-1", "no plant works before"),
    (_users(-2.0), "users[traction in JPN].value_added", "-2", "0 or more"),
    (by_hand(6, limits=limits(cap=1.5)), "limits.cap", "1.5", "0 to 1"),
    (by_hand(6, limits=limits(tail=0.0)), "limits.tail", "0", "above 0"),
    (by_hand(6, limits=limits(service=np.array([3]))), "limits.service", "3", "0 to 0"),
    (by_hand(6, plants=plant(least=11.0)), "plants[plant].most", "10", "least or more"),
    (by_hand(6, plants=plant(capex=-0.1)), "plants[plant].capex", "-0.1", "0 or more"),
    (by_hand(6, plants=plant(floor=-3.0)), "plants[plant].floor", "-3", "US$ a kg"),
    (
        by_hand(6, plants=plant(from_month=5, until_month=2)),
        "plants[plant].until_month",
        "2",
        "from_month",
    ),
    (by_hand(6, plants=plant(inputs=((7, 1.0),))), "plants[plant].inputs.market", "7", "a market"),
    (by_hand(6, plants=plant(market=2)), "plants.market", "2", "0 to 1"),
    (
        by_hand(6, programmes=programme(share=1.2)),
        "programmes[without magnets].share",
        "1.2",
        "0 to 1",
    ),
    (
        by_hand(6, programmes=programme(ready=-2)),
        "programmes[without magnets].ready",
        "-2",
        "months",
    ),
    (by_hand(6, finished=finished(most=-0.3)), "finished.most", "-0.3", "0 to 1"),
    (by_hand(6, stores=store(month_t=-1.0)), "stores.month_t", "-1", "0 or more"),
    (_future(probability=0.5), "futures.probability", "0.5 in all", "add up to 1"),
    (_future(wanted=np.ones((5, 1))), "futures[stop].wanted", "5 x 1", "6 x 1"),
    (_future(permit=np.full((6, 1), np.nan)), "futures[stop].permit", "nan", "0 or more"),
    (by_hand(6, futures=()), "futures", "", "at least one future"),
]


@pytest.mark.parametrize(("given", "field", "value", "accepted"), CASES, ids=[c[1] for c in CASES])
def test_what_cannot_be_is_named_with_its_remedy(
    given: Setting, field: str, value: str, accepted: str
) -> None:
    with pytest.raises(InputError) as told:
        built(given)
    assert told.value.field == field
    assert told.value.value == value
    assert accepted in told.value.accepted


def test_what_can_be_is_handed_on() -> None:
    given = by_hand(6, plants=plant(), stores=store(), finished=finished(), programmes=programme())
    assert checked(given) is given
    assert checked(by_hand(6, limits=limits(budget=0.0))).limits.budget == 0
    assert stop(given.world, 6, ()).name == "stop"
