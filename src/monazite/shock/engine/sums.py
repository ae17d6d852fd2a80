"""Sums by an index, and the index of rows that several share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints, Terms


def by(index: Ints, amount: Floats, size: int) -> Floats:
    """Amounts summed by their index, 0 to size - 1."""
    return np.asarray(np.bincount(index, amount, size), np.float64)


def owners(terms: Terms) -> Ints:
    """The maker or user of each row."""
    return np.repeat(np.arange(len(terms.start) - 1), np.diff(terms.start))
