"""What a scenario does beside measures: fear, capacity, use, releases, what is not served."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.schedule import Elsewhere
from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import owners
from monazite.shock.model.draft import LEFT
from monazite.shock.scenarios.hosting import hosted, won
from monazite.shock.scenarios.parties import served
from monazite.shock.scenarios.schema import Demand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.hosting import Won
    from monazite.shock.scenarios.schema import (
        Finished,
        Missing,
        Release,
        Scenario,
        Supply,
    )

    Bools = NDArray[np.bool_]

_WEEK = 7


def elsewhere(
    scenario: Scenario, model: Model, days: Sequence[date], admitted: Floats
) -> Elsewhere:
    """Phases x goods, makers, users, markets, users' inputs; days: one of each phase.

    admitted: what offices let users have; those who are named on a list have less of it.
    """
    by_products = won(model)
    asked = np.array([_asked(scenario, model, day) for day in days])
    stands = np.array([_stands(scenario, model, day) for day in days])
    return Elsewhere(
        announced=np.array([_announced(scenario, model, day) for day in days]),
        available=np.array([_available(scenario, model, by_products, day) for day in days]),
        wanted=asked * (1 - stands),
        released=np.array([_released(scenario, model, day) for day in days]),
        admitted=admitted * served(model, scenario.parties, days),
        missing=asked * stands,
        leak=np.array([_leak(scenario, model, day) for day in days]),
    )


def _announced(scenario: Scenario, model: Model, day: date) -> Floats:
    feared = [choice for one in scenario.announced if one.holds(day) for choice in one.goods]
    return np.array([any(one.takes(*good) for one in feared) for good in model.goods], float)


def _available(scenario: Scenario, model: Model, by_products: Sequence[Won], day: date) -> Floats:
    built = np.ones(len(model.makers.country))
    for supply in (one for one in scenario.supply if one.holds(day)):
        built[makes(model, supply)] *= supply.times
    return hosted(model, by_products, [one for one in scenario.hosts if one.holds(day)], built)


def _asked(scenario: Scenario, model: Model, day: date) -> Floats:
    """Times the use of each user, were every input there."""
    found = np.ones(len(model.users.sector))
    for demand in (one for one in scenario.demand if one.holds(day)):
        found[wants(model, demand)] *= demand.times
    return found


def _stands(scenario: Scenario, model: Model, day: date) -> Floats:
    """The part of each user's output that stands for want of inputs outside the model."""
    runs = np.ones(len(model.users.sector))
    for one in (one for one in scenario.inputs if one.holds(day)):
        runs[wants(model, one)] *= 1 - one.share
    return np.asarray(1 - runs)


def _leak(scenario: Scenario, model: Model, day: date) -> Floats:
    """The part of lost output that is bought finished; the last entry that fits holds."""
    found = model.users.leak.copy()
    for one in (one for one in scenario.finished if one.holds(day)):
        found[wants(model, one)] = one.share
    return found


def _released(scenario: Scenario, model: Model, day: date) -> Floats:
    """T a week by market; among several goods as they leave the markets there."""
    found = np.zeros(model.markets)
    for release in (one for one in scenario.stockpile if one.holds(day)):
        weight = outflow(model) * released_into(model, release)
        days = (release.until - release.from_).days + 1
        rate = release.tonnes * _WEEK / days
        found += weight * (rate / weight.sum() if weight.sum() else 0.0)
    return found


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


def wants(model: Model, demand: Demand | Missing | Finished) -> Bools:
    """Which users an entry about sectors and countries reaches.

    What no figure explains only demand of everybody reaches: of no named sector or country.
    """
    everybody = isinstance(demand, Demand) and not demand.countries
    sectors = [
        one in demand.sectors if demand.sectors else everybody or one != LEFT
        for one in model.sectors
    ]
    countries = [not demand.countries or one in demand.countries for one in model.countries]
    users = model.users
    found = np.array(sectors, bool)[users.sector] & np.array(countries, bool)[users.country]
    return np.asarray(found)


def released_into(model: Model, release: Release) -> Bools:
    """Which markets a release reaches."""
    goods = [release.good.takes(*good) for good in model.goods]
    here = [one == release.country for one in model.countries]
    return np.asarray(np.outer(goods, here).ravel())
