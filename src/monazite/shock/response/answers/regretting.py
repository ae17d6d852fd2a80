"""Regret: what the plan costs in each future, beside the best of it, others and nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.answers.losing import lost_musd, of_planner
from monazite.shock.response.answers.plan import SMALL
from monazite.shock.response.answers.solving import freed
from monazite.shock.response.answers.sums import musd
from monazite.shock.response.building import switched
from monazite.shock.response.results import Regret
from monazite.shock.response.setting import WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Floats
    from monazite.shock.programme.programme import Programme, Solution
    from monazite.shock.response.building import Built
    from monazite.shock.response.results import Portfolio
    from monazite.shock.response.setting import Way


class Spending(NamedTuple):
    """By future (S), million US$ discounted: public money, value lost by the planner, all cost.

    cost is what the programme counts, F + C_s of `building`.
    """

    spent: Floats
    lost: Floats
    cost: Floats


def spending(built: Built, solution: Solution) -> Spending:
    """What a solution costs in each future."""
    costs, network, values = built.costs, built.network, solution.values
    first = float(costs.first_value @ values[costs.first])
    later = costs.later_value * values[costs.later]
    flow = (network.cost_value * values[network.cost_column]).sum(axis=1)
    own = of_planner(built, lost_musd(built, solution)).sum(axis=2)
    return Spending(
        first + later @ costs.public, own @ network.discount, first + later.sum(axis=1) + flow
    )


def used(built: Built, solution: Solution) -> set[Way]:
    """The policies of which a solution takes anything."""
    return {
        way
        for way, columns in built.deciding.items()
        if solution.values[columns].max(initial=0.0) > SMALL
    }


def portfolios(built: Built) -> dict[Portfolio, Programme]:
    """The programme with each allowed policy alone, and freed of its wishes if it has any."""
    ways = [way for way in WAYS if way in built.setting.ways]
    alone: dict[Portfolio, Programme] = {
        way: switched(built.programme, built.deciding, frozenset({way})) for way in ways
    }
    return alone | ({"freed": freed(built.programme)} if wished(built) else {})


def wished(built: Built) -> bool:
    """Whether anything is asked for that the plan must keep: cap or service."""
    return bool(built.service.size + built.cap.row.size)


def regrets(built: Built, solved: Mapping[Portfolio, Solution]) -> tuple[Regret, ...]:
    """By future and portfolio, the cheapest first."""
    found = {name: spending(built, solution) for name, solution in solved.items()}
    best = np.min([each.cost for each in found.values()], axis=0)
    rows = [
        Regret(
            name,
            future.name,
            musd(each.spent[s]),
            musd(each.lost[s]),
            musd(each.cost[s]),
            musd(each.cost[s] - best[s]),
        )
        for s, future in enumerate(built.setting.futures)
        for name, each in sorted(found.items(), key=lambda item, s=s: item[1].cost[s])  # type: ignore[misc]
    ]
    return tuple(rows)
