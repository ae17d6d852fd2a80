"""Whether what comes to the markets of a model leaves them, and whether it stays so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.reference.run import run
from monazite.shock.engine.state import outflow
from support.shock_schedules import USUAL, schedule

if TYPE_CHECKING:
    from monazite.shock.model.model import Model


def gap(model: Model) -> float:
    """The worst difference at a market between what comes and what leaves, of what passes it."""
    comes = np.bincount(model.trade.target, model.trade.base, model.markets)
    outputs = model.makers.outputs
    comes += np.bincount(outputs.market, outputs.base, model.markets)
    leaves = outflow(model)
    return float((np.abs(comes - leaves) / np.maximum(comes, 1e-300)).max())


def drift(model: Model, weeks: int) -> float:
    """How far flows, plants and users move in a world where nothing happens, of what they were."""
    found = run(model, schedule(model, weeks=weeks, since=weeks), USUAL)
    moved = (found.shipped / model.trade.base, found.activity, found.made, found.spot / model.price)
    return max(float(np.abs(one - 1).max()) for one in moved)
