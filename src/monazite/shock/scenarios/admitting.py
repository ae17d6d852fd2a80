"""Which part of its order a user may be served, where an office refuses what it uses goods for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.scenarios.offices import STATUTORY, granted_to
from monazite.shock.scenarios.uses import PASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.holding import Asked
    from monazite.shock.scenarios.schema import Scenario


def admitted(scenario: Scenario, model: Model, asked: Sequence[Asked], phases: int) -> Floats:
    """Phases x rows of users' inputs: 1 where no use is refused more often than others.

    Of each row of trade what is filed for a use counts as often as its files are granted, against
    the use whose files are granted most often; what looks alike is held, but refused to nobody for
    its use. Markets pass on what is refused with what they send, and plants with what they make, of
    several inputs the most.
    """
    inputs = model.users.inputs
    found = np.ones((phases, len(inputs.base)))
    if any(one.uses for entry in scenario.friction for one in entry.by):
        sector = model.users.sector[owners(inputs)]
        for phase in range(phases):
            rows = _rows(scenario, model, asked, phase)
            found[phase] -= _passed_on(model, rows)[inputs.market, sector]
    return found


def _rows(scenario: Scenario, model: Model, asked: Sequence[Asked], phase: int) -> Floats:
    """Rows of trade x sectors: the part of what is sent that may not go into a use."""
    found = np.zeros((len(model.trade.base), len(model.sectors)))
    for one in asked:
        held = one.held[phase]
        if held.entry is None or held.entry == STATUTORY:
            continue
        entry = scenario.friction[held.entry]
        granted = np.array(
            [granted_to(entry, one.route.good, one.route.target, use) for use in model.sectors]
        )
        most = granted.max()
        filed = held.covered * (1 - held.banned) * (1 - held.general)
        found[one.row] = filed * (1 - granted / most if most else 0.0)
    return found


def _passed_on(model: Model, rows: Floats) -> Floats:
    """Markets x sectors: the same of what comes to a market, through every stage before it."""
    trade, makers = model.trade, model.makers
    inputs, outputs = makers.inputs, makers.outputs
    came = np.bincount(trade.target, trade.base, model.markets)
    came += np.bincount(outputs.market, outputs.base, model.markets)
    found = np.zeros((model.markets, len(model.sectors)))
    for _ in range(PASSES):
        lacks = np.zeros((len(makers.country), len(model.sectors)))
        np.maximum.at(lacks, owners(inputs), found[inputs.market])
        total = np.zeros_like(found)
        sent = rows + found[trade.source] - rows * found[trade.source]
        np.add.at(total, trade.target, trade.base[:, None] * sent)
        np.add.at(total, outputs.market, outputs.base[:, None] * lacks[owners(outputs)])
        found = np.divide(total, came[:, None], out=total, where=came[:, None] > 0)
    return found
