"""Markets hand out what they have: contracts first, then the rest in proportion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints


class Filled(NamedTuple):
    """The part of first and second claims that each market fills."""

    first: Floats
    second: Floats

    def of(self, market: Ints, first: Floats, second: Floats) -> Floats:
        """What claims get, t."""
        return self.first[market] * first + self.second[market] * second


def fill(available: Floats, first: Floats, second: Floats) -> Filled:
    """How far what is there goes, by market."""
    with np.errstate(divide="ignore", invalid="ignore"):
        top = np.where(first > available, available / first, 1.0)
        left = np.maximum(0.0, available - first)
        rest = np.where(second > left, left / second, 1.0)
    return Filled(top, rest)


def tranches(claim: Floats, base: Floats, contract: float) -> tuple[Floats, Floats]:
    """What of a claim is under contract, and what is not."""
    first = np.minimum(claim, contract * base)
    return first, claim - first
