"""A market that loses a part of its supply for a year: constant elasticities on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats


class Shortage(NamedTuple):
    """price: times what it was; missing: the part of what was used that is used no more."""

    price: Floats
    missing: Floats


def shortage(lost: Floats, supply: Floats, demand: Floats) -> Shortage:
    """What clears the market: (1 - lost) p^supply = p^-demand.

    lost: part of supply that stops, below 1; supply, demand: elasticities, above 0 together.
    """
    price = (1 - lost) ** (-1 / (supply + demand))
    return Shortage(np.asarray(price), np.asarray(1 - price**-demand))
