"""Ways round a measure: through a third country, part of it seized."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Edges, Hubs
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Ints, Model


class Round(NamedTuple):
    """t a week by hub: what left for it, what of it was seized."""

    left: Floats
    seized: Floats


def seek_round(
    model: Model, at: Edges, hubs: Hubs, knobs: Knobs, blocked: Floats
) -> tuple[Floats, Ints]:
    """What is asked for ways round: a part of what is blocked, together no more than it.

    By way, t, and the market that it is asked of.
    """
    share = knobs.smuggled * hubs.share
    share = share / np.maximum(1.0, by(hubs.row, share, len(at.edge)))[hubs.row]
    return share * blocked[hubs.row], model.trade.source[at.edge[hubs.row]]


def send_round(
    model: Model, at: Edges, hubs: Hubs, knobs: Knobs, state: State, sent: Floats
) -> Round:
    """Put on its way what was got for ways round, less what is seized; moves `state.coming`."""
    edge = at.edge[hubs.row]
    seized = sent * np.minimum(1.0, knobs.seized * hubs.seized)
    arrives = (model.trade.lag[edge] + hubs.lag, model.trade.target[edge])
    np.add.at(state.coming, arrives, sent - seized)
    return Round(sent, seized)
