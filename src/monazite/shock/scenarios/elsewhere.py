"""What a scenario does beside measures: fear, capacity, demand, releases out of stocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.reference.making import owners
from monazite.shock.engine.schedule import Elsewhere
from monazite.shock.engine.state import outflow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.schema import Demand, Release, Scenario, Supply

    Bools = NDArray[np.bool_]

_WEEK = 7
_LEFT = "left"
"""The sector of what no figure explains: demand that a scenario changes is not of it."""


def elsewhere(scenario: Scenario, model: Model, days: Sequence[date]) -> Elsewhere:
    """Phases x goods, makers, users and markets; days: one of each phase."""
    rows = [_phase(scenario, model, day) for day in days]
    return Elsewhere(*(np.array(column) for column in zip(*rows, strict=True)))


def _phase(scenario: Scenario, model: Model, day: date) -> tuple[Floats, Floats, Floats, Floats]:
    announced = np.zeros(len(model.goods))
    for fear in (one for one in scenario.announced if one.holds(day)):
        for number, good in enumerate(model.goods):
            if any(choice.takes(*good) for choice in fear.goods):
                announced[number] = 1.0
    available, wanted = np.ones(len(model.makers.country)), np.ones(len(model.users.sector))
    for supply in (one for one in scenario.supply if one.holds(day)):
        available[makes(model, supply)] *= supply.times
    for demand in (one for one in scenario.demand if one.holds(day)):
        wanted[wants(model, demand)] *= demand.times
    released = np.zeros(model.markets)
    for release in (one for one in scenario.stockpile if one.holds(day)):
        released += _released(model, release)
    return announced, available, wanted, released


def makes(model: Model, supply: Supply) -> Bools:
    """Which makers a change of capacity reaches: those of any output that it names."""
    found = np.zeros(len(model.makers.country), bool)
    outputs = model.makers.outputs
    for maker, market in zip(owners(outputs), outputs.market, strict=True):
        good, country = divmod(int(market), len(model.countries))
        here = not supply.countries or model.countries[country] in supply.countries
        if here and any(choice.takes(*model.goods[good]) for choice in supply.goods):
            found[maker] = True
    return found


def wants(model: Model, demand: Demand) -> Bools:
    """Which users a change of demand reaches."""
    sectors = [one in demand.sectors if demand.sectors else one != _LEFT for one in model.sectors]
    countries = [not demand.countries or one in demand.countries for one in model.countries]
    users = model.users
    found = np.array(sectors, bool)[users.sector] & np.array(countries, bool)[users.country]
    return np.asarray(found)


def released_into(model: Model, release: Release) -> Bools:
    """Which markets a release reaches."""
    goods = [release.good.takes(*good) for good in model.goods]
    here = [one == release.country for one in model.countries]
    return np.asarray(np.outer(goods, here).ravel())


def _released(model: Model, release: Release) -> Floats:
    """T a week by market; among several goods as they leave the markets there."""
    weight = outflow(model) * released_into(model, release)
    days = (release.until - release.from_).days + 1
    rate = release.tonnes * _WEEK / days
    return np.asarray(weight * (rate / weight.sum() if weight.sum() else 0.0))
