"""Users that may not be served: whole plants of theirs, as files and lists are of firms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.state import BINS
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Model

TURN = (0.0, 2.0, 4.0, 3.0, 1.0)
"""Which fifth of the plants is served first where not all may be, from thin stocks to thick: both
ends before the middle, so that those who are left out have stocks of the usual size."""

WHOLE = 0.999
"""The part from which a plant counts as served whole: rounding is not to decide it."""


def admit(model: Model, order: Floats, part: Floats) -> tuple[Floats, Floats]:
    """What users may be served of their orders, and by market what they are refused, t.

    part: of each row of users' inputs. A plant that is served in part gets no more than that part
    of what it used. A market still counts as claimed what users are refused, as far as it was
    usual: it is filed for with the rest, and what is granted of all is then enough for the others.
    """
    inputs = model.users.inputs
    plants = np.clip(part[:, None] * BINS - np.array(TURN), 0.0, 1.0)
    most = np.where(plants < WHOLE, plants * inputs.base[:, None] / BINS, np.inf)
    served = np.minimum(order, most)
    lacks = (order - served).sum(axis=1)
    refused = np.minimum(lacks, (1 - part) * inputs.base)
    return served, by(inputs.market, refused, model.markets)
