"""Ways round a measure: through a third country, part of it seized."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Edges, Hubs
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model


class Round(NamedTuple):
    """t a week by hub: what left for it, what of it was seized; by market: what was drawn."""

    left: Floats
    seized: Floats
    drawn: Floats


def send_round(
    model: Model,
    at: Edges,
    hubs: Hubs,
    knobs: Knobs,
    state: State,
    blocked: Floats,
    left: Floats,
) -> Round:
    """Send a part of what is blocked round, as far as goods are left; moves `state.coming`."""
    edge = at.edge[hubs.row]
    source, target = model.trade.source[edge], model.trade.target[edge]
    share = knobs.smuggled * hubs.share
    share = share / np.maximum(1.0, by(hubs.row, share, len(at.edge)))[hubs.row]
    wish = share * blocked[hubs.row]
    total = by(source, wish, model.markets)
    scale = np.divide(left, total, out=np.ones(len(left)), where=total > left)
    sent = wish * scale[source]
    seized = sent * np.minimum(1.0, knobs.seized * hubs.seized)
    np.add.at(state.coming, (model.trade.lag[edge] + hubs.lag, target), sent - seized)
    return Round(sent, seized, by(source, sent, model.markets))
