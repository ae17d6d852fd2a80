"""Whether a scenario and a model go together: problems that stop a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.reference.making import owners
from monazite.shock.model.model import LONGEST
from monazite.shock.scenarios.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.shock.engine.schedule import Hubs
    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.holding import Asked
    from monazite.shock.scenarios.schema import Scenario


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
