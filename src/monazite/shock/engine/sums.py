"""Sums by an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints


def by(index: Ints, amount: Floats, size: int) -> Floats:
    """Amounts summed by their index, 0 to size - 1."""
    return np.asarray(np.bincount(index, amount, size), np.float64)
