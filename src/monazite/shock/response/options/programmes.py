"""Substitution programmes and finished goods, by sector and country of the planner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.model.draft import LEFT, OTHER
from monazite.shock.response.options.ground import YEAR
from monazite.shock.response.setting import WEEKS, Finished, Programmes

if TYPE_CHECKING:
    from monazite.shock.response.assumptions.assumptions import Programme
    from monazite.shock.response.options.ground import Ground


def programmes(ground: Ground) -> Programmes:
    """One for each sector of a country of the planner whose output has a known value."""
    users, of = ground.model.users, owners(ground.model.users.inputs)
    known = {one.sector: one for one in ground.assumptions.programmes}
    found: list[tuple[str, np.ndarray, float, int, float]] = []
    for country in ground.planner.tolist():
        for sector, name in enumerate(ground.model.sectors):
            here = (users.country == country) & (users.sector == sector)
            value = float(users.value_added[here].sum()) * WEEKS * YEAR
            told: Programme | None = known.get(name, known.get(OTHER))
            if value > 0 and told is not None and name != LEFT:
                rows, ready = np.flatnonzero(here[of]), round(told.value("ready"))
                cost = told.value("cost") * value
                found.append((told.what.en, rows, told.value("share"), ready, cost))
    return Programmes(
        tuple(one[0] for one in found),
        tuple(one[1] for one in found),
        np.array([one[2] for one in found], float),
        np.array([one[3] for one in found], np.int64),
        np.array([one[4] for one in found], float),
    )


def finished(ground: Ground) -> Finished:
    """Users of the planner whose goods can be bought finished: more, if it is arranged for."""
    users, told = ground.model.users, ground.assumptions.finished
    here = np.isin(users.country, ground.planner) & (users.value_added > 0) & (users.leak > 0)
    user = np.flatnonzero(here)
    year = users.value_added[user] * WEEKS * YEAR
    return Finished(
        user,
        np.minimum(1.0, told["times"].value * users.leak[user]),
        np.full(len(user), told["lost"].value),
        np.full(len(user), round(told["ready"].value), np.int64),
        told["arranging"].value * year,
    )
