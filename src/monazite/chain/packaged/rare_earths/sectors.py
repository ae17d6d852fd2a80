"""What a rare earth is used for: shares of its uses, as the EU counted them, by stage and sector.

The European Commission's study counts uses in the EU; nobody counts those of the world, so the
shares stand for every country. Dysprosium has no row: all of it goes into magnets.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from monazite.chain.packaged.csvs import table as chain_table
from monazite.facts import table

if TYPE_CHECKING:
    from collections.abc import Mapping

OXIDIC, METALLIC = "refining", "metal"
MAGNETS = "magnets"
"""Sector of the table of applications for what is no end use: it goes on to makers of magnets."""
_NO_ROWS: Mapping[str, Mapping[str, float]] = {"Dy": {MAGNETS: 1.0}}


@cache
def split(element: str, stage: str) -> Mapping[str, float]:
    """By sector the part of the element's use that draws on a stage, of all its uses."""
    if element in _NO_ROWS:
        return _NO_ROWS[element] if stage == METALLIC else {}
    places = {
        one.fields["application"]: one.fields for one in chain_table("rare-earth-applications")
    }
    found: dict[str, float] = defaultdict(float)
    whole = 0.0
    for one in table("eu-use-shares"):
        if one.fields["material"] == element:
            place, share = places[one.id.split("/")[2]], float(one.fields["share_pct"])
            whole += share
            if place["stage"] == stage:
                found[place["sector"]] += share
    return {sector: share / whole for sector, share in found.items() if share > 0}
