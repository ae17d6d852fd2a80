"""What a lever takes hold of: the goods, and whether a duty is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.leverage.needs import names

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.leverage.schema import Lever
    from monazite.shock.model.model import Model


def goods_held(model: Model, with_: Schedule, without: Schedule, holder: str) -> tuple[str, ...]:
    """Goods that leave the holder, of which more is licensed or banned than without the lever."""
    if holder not in model.countries:
        return ()
    more = _covered(model, with_, holder) - _covered(model, without, holder)
    return tuple(name for name, part in zip(names(model), more, strict=True) if part > 0)


def goods_contained(model: Model, lever: Lever) -> tuple[str, ...]:
    """Goods of the holder that a rule beyond its border looks for in what others make."""
    rules = () if lever.scenario is None else lever.scenario.beyond
    looked = [choice for one in rules if one.at_least < 1 for choice in one.containing]
    return tuple(
        name for name, good in zip(names(model), model.goods, strict=True)
        if any(choice.takes(*good) for choice in looked)
    )  # fmt: skip


def duty_differs(with_: Schedule, without: Schedule) -> bool:
    """Whether a duty is in one of the two and not in the other."""
    one, other = (_duties(each) for each in (with_, without))
    return one.shape != other.shape or not np.allclose(one, other)


def _covered(model: Model, schedule: Schedule, holder: str) -> np.ndarray:
    """Tonnes a week by good that is covered in some phase, twice what is banned."""
    edges, trade, count = schedule.edges, model.trade, len(model.countries)
    part = (edges.covered * (1.0 + edges.banned)).max(axis=0, initial=0.0)
    here = trade.source[edges.edge] % count == model.countries.index(holder)
    good = trade.source[edges.edge] // count
    amount = trade.base[edges.edge] * part * here
    return np.bincount(good, amount, len(model.goods)).round(9)


def _duties(schedule: Schedule) -> np.ndarray:
    """Weeks x rows of trade that are under a duty, in the order of the rows."""
    duty = schedule.edges.duty[schedule.phase]
    taxed = duty.any(axis=0)
    order = np.argsort(schedule.edges.edge[taxed])
    return np.asarray(duty[:, taxed][:, order])
