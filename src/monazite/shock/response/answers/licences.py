"""The value of a licence: the dual of what is licensed in a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.answers.naming import names
from monazite.shock.response.costing import TONNE, odds
from monazite.shock.response.results import Licence

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats
    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.building import Built

WORTHLESS = 1e-6
"""US$ a kg that are the solver's own leeway."""


def licences(built: Built, solution: Solution) -> tuple[Licence, ...]:
    """Rows of trade into the planner's countries, where and when a licence is worth anything.

    As the simulation and statistics have their prices is left open: null.
    """
    setting, named = built.setting, names(built.setting)
    world, trade = setting.world, setting.world.model.trade
    value = licence_values(built, solution)
    ours = np.isin(trade.target[world.licensed] % len(named.countries), world.planner)
    found = []
    for s, row, t in np.argwhere((value * ours > WORTHLESS).transpose(0, 2, 1)).tolist():
        good, country = named.place(trade.target[world.licensed[row]])
        _, origin = named.place(trade.source[world.licensed[row]])
        future, usd_kg = setting.futures[s].name, float(value[s, t, row])
        found.append(Licence(future, good, origin, country, named.months[t], usd_kg, None, None))
    return tuple(found)


def licence_values(built: Built, solution: Solution) -> Floats:
    """US$ a kg of the month, as if the future came, (S, T, L); 0 in one that cannot come."""
    weight = np.outer(odds(built.setting), built.network.discount)[:, :, None] * TONNE
    saved = permit_worth(built, solution)
    return np.divide(saved, weight, out=np.zeros_like(saved), where=weight > 0)


def permit_worth(built: Built, solution: Solution) -> Floats:
    """Million US$ that a t more licensed in a month saves, x the future's probability, (S, T, L).

    One more may be shipped in the month, and may lie in the bank at the end of it and of all later
    ones, which the programme bounds by all that was licensed until then.
    """
    network = built.network
    shipped = np.maximum(0.0, -solution.duals[network.permit])
    banked = np.maximum(0.0, -solution.reduced[network.bank])
    return np.asarray(shipped + banked[:, ::-1].cumsum(axis=1)[:, ::-1])
