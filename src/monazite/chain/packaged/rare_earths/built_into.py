"""What magnets of an alloy are built into, by country: shares of sectors.

The shares of the world (table `magnet-uses`) are weighed by what a country builds more or less of
than others (table `magnet-use-weights`, 1 where it has no row) and brought to a sum of 1:

    share[c, s] = world[s] weight[c, s] / sum_r world[r] weight[c, r].

Both are Monazite's own estimates: nobody prints uses of magnets by country.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.rare_earths.elements import ELEMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.rare_earths.elements import Floats


@cache
def uses_of(alloy: str, country: str) -> Mapping[str, Floats]:
    """By sector its part of the magnets of an alloy that a country builds in, of each element."""
    weights = _weights()
    parts = {
        one.fields["sector"]: float(one.fields["share_pct"])
        * weights.get((country, one.fields["sector"]), 1.0)
        for one in table("magnet-uses")
        if one.fields["alloy"] == alloy
    }
    whole = sum(parts.values())
    return {sector: np.full(len(ELEMENTS), part / whole) for sector, part in parts.items()}


@cache
def _weights() -> Mapping[tuple[str, str], float]:
    return {
        (one.fields["country"], one.fields["sector"]): float(one.fields["weight"])
        for one in table("magnet-use-weights")
    }
