"""Gallium: won at alumina refineries, refined further to 6N and 7N, and used.

New scrap of wafers runs in a loop between users and refiners: it adds nothing, and is left out, as
USGS leaves it out of what a country has of its own.
Low-purity gallium that nobody refines further stays in China, mostly in NdFeB magnets. What the
world refines further is known as one number a year, who does it by Monazite's estimate alone.
"""

from __future__ import annotations

from monazite.chain.figures import ESTIMATE
from monazite.chain.packaged.american_imports import american_imports
from monazite.chain.packaged.choice import together
from monazite.chain.packaged.ladder import Ladder, Step
from monazite.chain.packaged.production import counted, summarised
from monazite.chain.packaged.shares import made as shares_made
from monazite.chain.packaged.shares import outputs, recovery, total
from monazite.chain.packaged.steps import by_product, made, taken
from monazite.chain.packaged.united_states import COUNTRY, printed
from monazite.chain.packaged.used import used
from monazite.chain.packaged.users import national
from monazite.chain.packaged.ways import onward
from monazite.chain.stages import METAL, REFINING

_GA = "Ga"


def gallium(year: int, *, estimates: bool) -> Ladder:  # noqa: ARG001 - nothing to leave out here
    """The ladder of gallium in a year."""
    told = together(counted("Gallium", year), summarised(_GA, year))
    primary = by_product(_GA, REFINING, told)
    pure = _pure(year)
    uses = tuple(used(_GA, METAL, COUNTRY, printed(_GA, "consumption", "reported", year)))
    flows = tuple(american_imports(_GA, METAL, year))
    magnets = sum(made(primary).values()) - sum(taken(pure).values())
    low = national(_GA, REFINING, magnets, year)
    high = national(_GA, METAL, sum(made(pure).values()), year)
    ways = (
        *onward(primary, pure, low, year, uses=(), flows=(), whole=True),
        *onward(pure, None, high, year, uses=uses, flows=flows, whole=True),
    )
    return Ladder(_GA, year, (primary, pure), flows, uses, ways)


def _pure(year: int) -> Step:
    """Makers of high-purity gallium: the world's output by the shares that Monazite estimates."""
    world = total(_GA, METAL, year)
    makers = outputs(shares_made(_GA, METAL, year), world.value, confidence=ESTIMATE)
    return Step(_GA, METAL, makers, (_GA, REFINING), {}, recovery(_GA, METAL, year))
