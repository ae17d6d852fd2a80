"""The plan: what is bought, begun and arranged in each year, and what public money it takes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.answers.naming import names
from monazite.shock.response.answers.sums import musd
from monazite.shock.response.costing import odds
from monazite.shock.response.results import Step
from monazite.shock.response.setting import WAYS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from monazite.shock.model.model import Floats
    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.answers.naming import Names
    from monazite.shock.response.building import Built
    from monazite.shock.response.costing import Costs
    from monazite.shock.response.setting import Way

SMALL = 1e-6
"""t, or parts of a use, below which a plan is none: the solver's own leeway."""


class _What(NamedTuple):
    """What a step is about; steps of a year that agree in this are one."""

    way: Way
    what: str
    sector: str | None
    country: str
    project: str | None
    name: str | None
    unit: Literal["t", "t/a", "part"]


class _Part(NamedTuple):
    """A step of a month: months after the first, ready None where it helps at once."""

    what: _What
    month: int
    ready: int | None
    amount: float
    cost: float


def plan(built: Built, solution: Solution) -> tuple[Step, ...]:
    """Steps by year and policy, the dearest first; their costs add up to what is spent."""
    named = names(built.setting)
    values = solution.values
    parts = [
        *_stockpile(built, values, named),
        *_plants(built, values, named),
        *_programmes(built, values, named),
        *_purchases(built, values, named),
    ]
    steps = [_step(group, named) for group in _grouped(parts, named)]
    return tuple(sorted(steps, key=lambda s: (s.year, WAYS.index(s.way), -s.cost_musd)))


def spent(costs: Costs, values: Floats, likely: Floats) -> float:
    """Public money, million US$ discounted: paid at once, and the mean of what futures take."""
    later = costs.public * costs.later_value * values[costs.later]
    return float(costs.first_value @ values[costs.first] + likely @ later.sum(axis=1))


def _stockpile(built: Built, values: Floats, named: Names) -> Iterator[_Part]:
    """What holding costs goes to the months of buying, by t."""
    stockpile, bought = built.stockpile, values[built.stockpile.buy]
    cost = (stockpile.costs.first_value * values[stockpile.costs.first]).reshape(bought.shape)
    holding = stockpile.costs.later_value * values[stockpile.costs.later]
    mean = (odds(built.setting) @ holding).reshape(bought.shape).sum(axis=0)
    total = bought.sum(axis=0)
    cost = cost + bought * np.divide(mean, total, out=np.zeros_like(mean), where=total > 0)
    for month, store in np.argwhere(bought > SMALL).tolist():
        good, country = named.place(built.setting.stores.market[store])
        what = _What("stockpile", good, None, country, None, None, "t")
        yield _Part(what, month, None, float(bought[month, store]), float(cost[month, store]))


def _plants(built: Built, values: Floats, named: Names) -> Iterator[_Part]:
    plants, costs = built.setting.plants, built.plants.costs
    now = _by_column(costs.first, costs.first_value * values[costs.first], len(values))
    mean = odds(built.setting) @ (costs.public * costs.later_value * values[costs.later])
    floors = _by_column(costs.later[0], mean, len(values))
    for begins, bound in ((built.plants.built, False), (built.plants.offtaken, True)):
        for n in np.flatnonzero(values[begins.size] > SMALL).tolist():
            k, month = int(begins.plant[n]), int(begins.month[n])
            good, country = named.place(plants.market[k])
            way: Way = "offtake" if bound else plants.way[k]
            project = plants.project[k] or None
            what = _What(way, good, None, country, project, plants.name[k], "t/a")
            column = begins.size[n]
            cost = floors[column] if bound else now[column] + now[begins.chosen[n]]
            size = 12 * float(values[column])
            yield _Part(what, month, month + int(plants.ready[k]), size, float(cost))


def _programmes(built: Built, values: Floats, named: Names) -> Iterator[_Part]:
    """A programme of several inputs is told by the one of which it replaces most."""
    programmes, users = built.setting.programmes, built.setting.world.model.users
    begun = values[built.substitution.begin]
    cost = built.substitution.costs.first_value.reshape(begun.shape)
    for month, q in np.argwhere(begun > SMALL).tolist():
        row = programmes.input[q][np.argmax(users.inputs.base[programmes.input[q]])]
        user = int(np.searchsorted(users.inputs.start, row, side="right")) - 1
        good, country = named.place(users.inputs.market[row])
        sector = named.sectors[users.sector[user]]
        name = programmes.name[q]
        what = _What("substitution", good, sector, country, None, name, "part")
        part = float(begun[month, q])
        ready = month + int(programmes.ready[q])
        amount = part * float(programmes.share[q])
        yield _Part(what, month, ready, amount, part * float(cost[month, q]))


def _purchases(built: Built, values: Floats, named: Names) -> Iterator[_Part]:
    finished, users = built.setting.finished, built.setting.world.model.users
    arranged = values[built.purchases.arrange]
    cost = built.purchases.costs.first_value.reshape(arranged.shape)
    for month, f in np.argwhere(arranged > SMALL).tolist():
        user = finished.user[f]
        country = named.countries[users.country[user]]
        sector = named.sectors[users.sector[user]]
        what = _What("finished", sector, None, country, None, None, "part")
        part = float(arranged[month, f])
        yield _Part(what, month, month + int(finished.ready[f]), part, part * float(cost[month, f]))


def _by_column(columns: np.ndarray, amounts: Floats, size: int) -> Floats:
    return np.bincount(columns, amounts, size).astype(np.float64)


def _grouped(parts: list[_Part], named: Names) -> Iterator[list[_Part]]:
    """Parts of one thing in one year."""

    def key(part: _Part) -> tuple[int, tuple[str, ...]]:
        return named.years[part.month], tuple(each or "" for each in part.what)

    for _, group in groupby(sorted(parts, key=lambda part: (key(part), part.month)), key):
        yield list(group)


def _step(group: list[_Part], named: Names) -> Step:
    """One step out of its parts, in order of months; what is ready at once has no `ready`."""
    first = group[0]
    way, what, sector, country, project, name, unit = first.what
    ready = None if first.ready in {None, first.month} else first.ready
    return Step(
        year=named.years[first.month],
        way=way,
        what=what,
        sector=sector,
        country=country,
        project=project,
        name=name,
        amount=sum(part.amount for part in group),
        unit=unit,
        begun=named.months[first.month],
        ready=None if ready is None else named.months[ready],
        cost_musd=musd(sum(part.cost for part in group)),
    )
