"""Sums of amounts by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints


def summed(amount: Floats, group: Ints, size: int) -> Floats:
    """Amounts (…, n) added up over the last axis by their group, 0 to size - 1, (…, size)."""
    return np.asarray(amount @ (np.asarray(group)[:, None] == np.arange(size)).astype(np.float64))
