"""Gaps in stocks: what is lacking is ordered soon, what is there beyond need is run down slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.model.model import Floats


def mended(gap: Floats, knobs: Knobs) -> Floats:
    """What of a gap (below 0: of a hoard) orders take in a week, t."""
    slower = np.where(gap < 0, knobs.unwinding, 1.0)
    return np.asarray(gap / (knobs.order_weeks * slower))
