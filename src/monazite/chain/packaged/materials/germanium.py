"""Germanium: won from zinc residues and coal ash, refined, and used as metal, oxide and chloride.

World Mining Data counts refined germanium. Belgium and Germany, which it does not have, are known
by the European study's shares; Canada's output is not published by anybody: at least what the
United States bought there was made, which is taken as an estimate of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.chain.figures import ESTIMATE
from monazite.chain.packaged.american_imports import american_imports
from monazite.chain.packaged.choice import choose, together
from monazite.chain.packaged.ladder import Ladder
from monazite.chain.packaged.production import counted
from monazite.chain.packaged.shares import outputs, processed
from monazite.chain.packaged.steps import by_product, made
from monazite.chain.packaged.users import national
from monazite.chain.packaged.ways import onward
from monazite.chain.stages import REFINING

if TYPE_CHECKING:
    from monazite.chain.figures import Reading

_GE = "Ge"
_UNPUBLISHED = "CAN"


def germanium(year: int, *, estimates: bool) -> Ladder:  # noqa: ARG001 - nothing to leave out here
    """The ladder of germanium in a year."""
    flows = tuple(american_imports(_GE, REFINING, year))
    least = [
        choose([replace(one.amount, confidence=ESTIMATE)])
        for one in flows
        if one.seller == _UNPUBLISHED
    ]
    canada = least[0] if least else None
    refiners = by_product(_GE, REFINING, {**_refiners(year), _UNPUBLISHED: canada})
    users = national(_GE, REFINING, sum(made(refiners).values()), year)
    ways = onward(refiners, None, users, year, uses=(), flows=flows, whole=True)
    return Ladder(_GE, year, (refiners,), flows, (), tuple(ways))


def _refiners(year: int) -> dict[str, Reading]:
    """Counted refiners, and those that the study alone has, by their shares beside the others."""
    known, shares = counted("Germanium", year), processed(_GE)
    of_known = sum(one.value for place, one in shares.items() if place in known)
    counted_whole = sum(one.value for place, one in known.items() if place in shares)
    missing = {place: one for place, one in shares.items() if place not in known}
    total = counted_whole / of_known * sum(one.value for one in missing.values())
    return together(known) | outputs(missing, total, confidence="derived-weak")
