"""Graphite: flake that is used as such, and battery-grade graphite, natural and synthetic.

What makes battery-grade graphite is known for 2024 alone (IEA); before, makers are known and their
outputs are not. Synthetic graphite enters the chain at that stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.packaged.choice import together
from monazite.chain.packaged.ladder import Ladder, Step
from monazite.chain.packaged.production import counted, rest, staged, summarised
from monazite.chain.packaged.shares import entering, recovery
from monazite.chain.packaged.steps import made, mine
from monazite.chain.packaged.traded import goods
from monazite.chain.packaged.united_states import COUNTRY, printed
from monazite.chain.packaged.used import used
from monazite.chain.packaged.users import apparent, national
from monazite.chain.packaged.ways import onward
from monazite.chain.stages import MINING, REFINING
from monazite.trade.indicators.keys import REST

if TYPE_CHECKING:
    from monazite.chain.figures import Reading

_C, _NATURAL = "GRAPHITE", "GRAPHITE_NATURAL"
_KNOWN = 2024
_CODES = ("250410", "250490")
_LEAST = 0.1
"""Dollars a kg: amorphous graphite, the cheapest, is sold for twice as much."""


def graphite(year: int, *, estimates: bool) -> Ladder:
    """The ladder of graphite in a year."""
    told = counted("Graphite", year), summarised(_C, year), staged(_NATURAL, MINING, year)
    mines, refiners = mine(_C, together(*told)), _refiners(year, estimates=estimates)
    flows = tuple(goods(_C, MINING, _CODES, year, least_usd_kg=_LEAST))
    uses = tuple(used(_C, MINING, COUNTRY, printed(_C, "consumption", "apparent", year)))
    cells = national(_C, REFINING, sum(made(refiners).values()), year)
    ways = (
        *onward(
            mines,
            refiners,
            apparent(mines, refiners, flows),
            year,
            uses=uses,
            flows=flows,
            whole=False,
        ),
        *onward(refiners, None, cells, year, uses=(), flows=(), whole=True),
    )
    return Ladder(_C, year, (mines, refiners), flows, uses, ways)


def _refiners(year: int, *, estimates: bool) -> Step:
    """Makers of battery-grade graphite."""
    others = rest(_NATURAL, REFINING, _KNOWN)
    unnamed = {REST: others} if others else {}
    known = together(staged(_NATURAL, REFINING, _KNOWN), unnamed)
    makers: dict[str, Reading | None] = dict.fromkeys(known)
    if year == _KNOWN:
        makers |= known
    synthetic = entering(_C, REFINING, year, estimates=estimates)
    return Step(_C, REFINING, makers, (_C, MINING), synthetic, recovery(_C, REFINING, year))
