"""What goods of a market are used for in the end, by sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import owners

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Model

PASSES = 60
"""Goods pass fewer stages and borders than this."""


def uses(model: Model) -> Floats:
    """Markets x sectors: parts of what leaves a market, each followed to its use."""
    total = np.maximum(outflow(model), np.finfo(float).tiny)
    own = np.zeros((model.markets, len(model.sectors)))
    inputs = model.users.inputs
    np.add.at(own, (inputs.market, model.users.sector[owners(inputs)]), inputs.base)
    found = own / total[:, None]
    for _ in range(PASSES):
        found = (own + _passed(model, found)) / total[:, None]
    return np.asarray(found)


def _passed(model: Model, found: Floats) -> Floats:
    """What trade and plants carry on, t by sector."""
    trade, makers = model.trade, model.makers
    passed = np.zeros_like(found)
    np.add.at(passed, trade.source, trade.base[:, None] * found[trade.target])
    outputs = makers.outputs
    made = np.bincount(owners(outputs), outputs.base, len(makers.country))
    mix = np.zeros((len(made), found.shape[1]))
    np.add.at(mix, owners(outputs), outputs.base[:, None] * found[outputs.market])
    mix /= np.maximum(made, np.finfo(float).tiny)[:, None]
    np.add.at(
        passed, makers.inputs.market, makers.inputs.base[:, None] * mix[owners(makers.inputs)]
    )
    return passed
