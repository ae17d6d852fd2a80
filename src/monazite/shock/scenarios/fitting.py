"""Whether a scenario and a model go together: problems that stop a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.model.model import LONGEST
from monazite.shock.scenarios.offices import STATUTORY
from monazite.shock.scenarios.parties import buys
from monazite.shock.scenarios.problems import Problem
from monazite.shock.scenarios.tables import entries, files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from monazite.shock.engine.schedule import Hubs
    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.holding import Asked
    from monazite.shock.scenarios.schema import Scenario

    Sets = tuple[frozenset[int], ...]


_ROUNDING = 1e-9


def unfed(model: Model) -> Iterator[Problem]:
    """Users of a market that neither makers nor trade bring anything to."""
    inputs, count = model.users.inputs, len(model.countries)
    came = np.bincount(model.trade.target, model.trade.base, model.markets)
    came += np.bincount(model.makers.outputs.market, model.makers.outputs.base, model.markets)
    for user, market in zip(owners(inputs).tolist(), inputs.market.tolist(), strict=True):
        if came[market] <= 0:
            told = {
                "good": "/".join(model.goods[market // count]),
                "country": model.countries[market % count],
            }
            sector = model.sectors[model.users.sector[user]]
            yield Problem(f"model.users[{user}]", sector, "unfed", told)


def too_long(
    scenario: Scenario, model: Model, asked: Sequence[Asked], hubs: Hubs
) -> Iterator[Problem]:
    """Ways round that take longer than a run can follow."""
    slowest: dict[str, int] = {}
    for row, country in zip(hubs.row.tolist(), hubs.country.tolist(), strict=True):
        lag = int(model.trade.lag[asked[row].row])
        through = model.countries[country]
        slowest[through] = max(lag, slowest.get(through, 0))
    for number, hub in enumerate(scenario.hubs):
        lag = slowest.get(hub.through, 0)
        if lag + hub.weeks > LONGEST:
            told = {"most": str(LONGEST), "lag": str(lag)}
            yield Problem(f"hubs[{number}].weeks", hub.through, "hub", told)


def crowded(scenario: Scenario, model: Model, days: Sequence[date]) -> Iterator[Problem]:
    """Lists of parties that together buy more than all of what a sector buys on a day."""
    bought = [one.share * buys(model, one) for one in scenario.parties]
    for day in days:
        held = [number for number, one in enumerate(scenario.parties) if one.holds(day)]
        total = sum((bought[number] for number in held), np.zeros(len(model.users.inputs.base)))
        if total.max(initial=0.0) > 1.0 + _ROUNDING:
            row = int(total.argmax())
            paths = [f"parties[{number}]" for number in held if bought[number][row]]
            shown = f"{100 * total[row]:.3g} %"
            yield Problem(f"{paths[-1]}.share", shown, "crowded", {"others": ", ".join(paths)})
            return


def overlapping(asked: Sequence[Asked]) -> Iterator[Problem]:
    """Quotas on rows that differ, and quotas whose files are not all handled alike."""
    groups: dict[Sets, list[Asked]] = {}
    for one in asked:
        groups.setdefault(tuple(held.quotas for held in one.held), []).append(one)
    for numbers in sorted(_split(groups)):
        others = ", ".join(f"quotas[{number}]" for number in numbers)
        yield Problem(f"quotas[{numbers[-1]}]", "", "quotas", {"others": others})
    for key, rows in groups.items():
        handled = {entries(one) for one in rows if files(one)}
        if any(key) and len(handled) > 1:
            first = min(number for numbers in key for number in numbers)
            every = sorted({entry for each in handled for entry in each if entry != STATUTORY})
            paths = ", ".join(f"friction[{entry}]" for entry in every)
            yield Problem(f"quotas[{first}]", "", "quota_offices", {"paths": paths})


def _split(groups: Iterable[Sets]) -> set[tuple[int, ...]]:
    """Quotas that share some of their rows and not all."""
    holders: dict[tuple[int, int], set[Sets]] = {}
    for key in groups:
        for phase, numbers in enumerate(key):
            for number in numbers:
                holders.setdefault((phase, number), set()).add(key)
    return {
        tuple(sorted({number for key in keys for numbers in key for number in numbers}))
        for keys in holders.values()
        if len(keys) > 1
    }
