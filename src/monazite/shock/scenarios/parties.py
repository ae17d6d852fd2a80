"""Lists of parties: what those who are named on them may not be served."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.scenarios.origins import content, made_in
from monazite.shock.scenarios.vocabulary import Choice, meant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.schema import Party

_ANY = Choice("*", "*")


def served(model: Model, parties: Sequence[Party], days: Sequence[date]) -> Floats:
    """Phases x rows of users' inputs: the part that may be served, 1 where nobody is named.

    Of a sector's purchases the parties' share stays without the part of the market's goods that was
    made in the countries that named them, or holds it; parties of several lists are others.
    """
    found = np.ones((len(days), len(model.users.inputs.base)))
    for one in parties:
        refused = one.share * reached(model, one)
        for phase, day in enumerate(days):
            if one.holds(day):
                found[phase] -= refused
    return np.maximum(0.0, found)


def reached(model: Model, one: Party) -> Floats:
    """By row of users' inputs the part of the goods that a list is about."""
    return buys(model, one) * _origin(model, one)


def held_at_all(model: Model, one: Party) -> Floats:
    """The same, were goods enough that hold ever so little of what the list's countries made."""
    every = content(model, [_ANY], one.origins, 0.0).holds
    return buys(model, one) * every[model.users.inputs.market]


def buys(model: Model, one: Party) -> Floats:
    """1 for the rows of users' inputs that a list is about, else 0."""
    inputs, users = model.users.inputs, model.users
    sectors = np.isin(model.sectors, one.sectors)[users.sector]
    countries = np.isin(model.countries, one.countries)[users.country]
    goods = np.array([meant(one.goods, good) for good in model.goods])[
        inputs.market // len(model.countries)
    ]
    return np.asarray((sectors & countries)[owners(inputs)] & goods, float)


def _origin(model: Model, one: Party) -> Floats:
    market = model.users.inputs.market
    if one.at_least is None:
        return made_in(model, one.origins)[market]
    return content(model, [_ANY], one.origins, one.at_least).holds[market]
