"""What a shipment of several rare earths holds, read from the price that was paid for it.

One code covers lanthanum at 1 and terbium at 800 dollars a kilogram. Of all mixtures that are worth
what was paid, the one nearest to what the seller has (least relative entropy) is

    x_e = m_e exp(l p_e) / sum_f m_f exp(l p_f),   sum_e x_e p_e = unit value,

with m the seller's own mixture and p the prices. It is a guess and marked as one: processed goods
cost more than what they hold. Monazite's own; the principle is Kullback's (1959).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.rare_earths.elements import vector

if TYPE_CHECKING:
    from monazite.chain.packaged.rare_earths.elements import Floats

_HALVINGS = 60
_STEEPEST = 1e4
"""Largest l, in units of one over the span of prices: a mixture is then one element."""


@cache
def prices(year: int) -> Floats:
    """Dollars for a kilogram of the oxide of each element, on average over the year."""
    return vector(
        {
            one.fields["element"]: float(one.fields["usd_per_kg_oxide"])
            for one in table("rare-earth-prices")
            if one.fields["year"] == str(year)
        }
    )


def mixes(own: Floats, each: Floats, paid: Floats) -> Floats:
    """Mass shares of each element in each shipment.

    Args:
        own: shipments x elements, the sellers' own mixtures; 0 for what a seller has not.
        each: price of each element.
        paid: unit value of each shipment, in the same unit; beyond what any mixture is worth, the
            nearest is taken.
    """
    scaled = (each - each.min()) / (each.max() - each.min())
    low, high = np.full(len(paid), -_STEEPEST), np.full(len(paid), _STEEPEST)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        worth = _tilted(own, scaled, middle) @ each
        low, high = np.where(worth < paid, middle, low), np.where(worth < paid, high, middle)
    return _tilted(own, scaled, (low + high) / 2)


def _tilted(own: Floats, scaled: Floats, by: Floats) -> Floats:
    # Only differences matter: the largest exponent of what there is is brought to 0.
    exponent = np.where(own > 0, by[:, None] * scaled[None, :], -np.inf)
    weighed = own * np.exp(exponent - exponent.max(axis=1, keepdims=True))
    return np.asarray(weighed / weighed.sum(axis=1, keepdims=True), dtype=np.float64)
