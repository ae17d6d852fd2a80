"""What is lost in each future, with the plan and without: by year and sector, and by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.answers.naming import names
from monazite.shock.response.answers.sums import musd
from monazite.shock.response.costing import odds
from monazite.shock.response.network.answer import lost
from monazite.shock.response.results import Course, Loss
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.summing import summed

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats
    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.building import Built


TINY = 1e-9
"""Million US$ that are nothing."""


def lost_musd(built: Built, solution: Solution) -> Floats:
    """Value added lost, million US$ not discounted, futures x months x users.

    Of what is bought finished in the place of output, the part of the value that is lost all the
    same counts.
    """
    world, finished = built.setting.world, built.setting.finished
    found = lost(built.network, world, solution)
    bought = solution.values[built.purchases.bought] * finished.cost
    found = found + summed(bought, finished.user, found.shape[2])
    return np.asarray(found * world.model.users.value_added * WEEKS)


def of_planner(built: Built, amount: Floats) -> Floats:
    """Amounts by user (last), those of the planner's countries; 0 elsewhere."""
    world = built.setting.world
    return np.asarray(amount * np.isin(world.model.users.country, world.planner))


def expected(built: Built, amount: Floats) -> float:
    """The mean of the futures of what the planner's countries lose, million US$ discounted."""
    own = of_planner(built, amount).sum(axis=2)
    return musd(odds(built.setting) @ own @ built.network.discount)


def losses(built: Built, without: Floats, kept: Floats) -> tuple[Loss, ...]:
    """By future, year, sector and country of the planner, where anything is lost."""
    setting, named = built.setting, names(built.setting)
    users = setting.world.model.users
    years = np.array(named.years)
    places = np.stack([users.sector, users.country])
    pairs, at = np.unique(places, axis=1, return_inverse=True)
    found = []
    for year in np.unique(years).tolist():
        before, after = (
            summed(of_planner(built, each)[:, years == year].sum(axis=1), at.ravel(), len(pairs.T))
            for each in (without, kept)
        )
        for s, n in np.argwhere(before + after > TINY).tolist():
            sector, country = named.sectors[pairs[0, n]], named.countries[pairs[1, n]]
            both = musd(before[s, n]), musd(after[s, n])
            found.append(Loss(setting.futures[s].name, year, sector, country, *both))
    order = {future.name: n for n, future in enumerate(setting.futures)}
    return tuple(sorted(found, key=lambda row: (order[row.future], row.year, -row.without_musd)))


def course(built: Built, without: Floats, kept: Floats) -> tuple[Course, ...]:
    """By future and month, all that the planner's countries lose."""
    before, after = (of_planner(built, each).sum(axis=2) for each in (without, kept))
    return tuple(
        Course(future.name, month, musd(before[s, t]), musd(after[s, t]))
        for s, future in enumerate(built.setting.futures)
        for t, month in enumerate(names(built.setting).months)
    )
