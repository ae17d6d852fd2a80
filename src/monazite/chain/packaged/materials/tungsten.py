"""Tungsten: mines, refiners (ammonium paratungstate, oxide), powder and carbide, and their uses.

Refiners are known by the European study's shares of 2016 to 2020, makers of powder by Monazite's
estimate alone. About a third of the supply comes from scrap.
"""

from __future__ import annotations

from monazite.chain.figures import ESTIMATE
from monazite.chain.packaged.choice import together
from monazite.chain.packaged.ladder import Ladder
from monazite.chain.packaged.production import counted, summarised
from monazite.chain.packaged.shares import entering, processed, recovery
from monazite.chain.packaged.shares import made as shares_made
from monazite.chain.packaged.steps import following, made, mine
from monazite.chain.packaged.traded import concentrates, goods
from monazite.chain.packaged.users import apparent, national
from monazite.chain.packaged.ways import onward
from monazite.chain.stages import METAL, REFINING

_W = "W"
_LEAST = 5.0
"""Dollars a kg: powder of tungsten is sold for more than the 25 to 30 that it costs in ore."""


def tungsten(year: int, *, estimates: bool) -> Ladder:
    """The ladder of tungsten in a year."""
    mines = mine(_W, together(counted("Tungsten (W)", year), summarised(_W, year)))
    refiners = following(
        mines, REFINING, processed(_W), entering(_W, REFINING, year, estimates=estimates),
        recovery(_W, REFINING, year), {}, confidence="derived-weak",
    )  # fmt: skip
    powder = following(
        refiners, METAL, shares_made(_W, METAL, year), {}, recovery(_W, METAL, year), {},
        confidence=ESTIMATE,
    )  # fmt: skip
    flows = (
        *concentrates(_W, "261100", year),
        *goods(_W, METAL, ("810110",), year, least_usd_kg=_LEAST),
    )
    # Ore that goes where no refiner is known: straight into steel, or to refiners nobody counts.
    elsewhere = apparent(mines, refiners, flows, leave=refiners.makers)
    # Trade in carbide and articles is not carried: apparent use counts where nothing else is said.
    parts = national(_W, METAL, sum(made(powder).values()), year)
    users = apparent(powder, None, flows) | parts
    ways = (
        *onward(mines, refiners, elsewhere, year, uses=(), flows=flows, whole=False),
        *onward(refiners, powder, {}, year, uses=(), flows=flows, whole=False),
        *onward(powder, None, users, year, uses=(), flows=flows, whole=False),
    )
    return Ladder(_W, year, (mines, refiners, powder), flows, (), ways)
