"""Antimony: mines, smelters, makers of oxide from bought metal, and what uses it.

The European study's shares of processing, averages of 2016 to 2020, count smelters of ore and
makers of oxide together. Smelters are laid on what the mines of the year gave, makers of oxide
beside them; smelters of the United States are those of USGS. Oxide that a smelter makes itself
stands with its metal. No open table of trade in metal and oxide by all partners is carried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.packaged.american_imports import american_imports
from monazite.chain.packaged.choice import together
from monazite.chain.packaged.ladder import Ladder, Step
from monazite.chain.packaged.materials.antimony_use import american
from monazite.chain.packaged.production import counted, remembered, summarised
from monazite.chain.packaged.shares import entering, outputs, processed, recovery
from monazite.chain.packaged.steps import following, made, mine, taken
from monazite.chain.packaged.traded import concentrates
from monazite.chain.packaged.united_states import COUNTRY, added, part, printed
from monazite.chain.packaged.users import apparent, national
from monazite.chain.packaged.ways import onward
from monazite.chain.stages import INTERMEDIATE, MINING, REFINING

if TYPE_CHECKING:
    from monazite.chain.figures import Figure

_SB = "Sb"
_FROM_METAL = frozenset({"BEL", "DEU", "ESP", "FRA", "GBR", "ITA", "JPN", "KOR", "NLD"})
"""Countries of the study that smelt no ore: they make oxide of metal that they buy (memory)."""


def antimony(year: int, *, estimates: bool) -> Ladder:
    """The ladder of antimony in a year."""
    told = counted("Antimony", year), summarised(_SB, year), remembered(_SB, MINING, year)
    mines = mine(_SB, together(*told))
    smelters = _smelters(mines, year, estimates=estimates)
    oxide = _oxide(mines, year, estimates=estimates)
    bought = american(american_imports(_SB, REFINING, year), oxide.makers)
    flows = (*concentrates(_SB, "261710", year), *bought.flows)
    uses = bought.uses(printed(_SB, "consumption", "apparent", year))
    # Ore that goes where no smelter is known: to friction linings, or to smelters nobody counts.
    elsewhere = apparent(mines, smelters, flows, leave=smelters.makers)
    metal = sum(made(smelters).values()) - sum(taken(oxide).values())
    users = national(_SB, REFINING, metal, year)
    of_oxide = national(_SB, INTERMEDIATE, sum(made(oxide).values()), year)
    ways = (
        *onward(mines, smelters, elsewhere, year, uses=(), flows=flows, whole=False),
        *onward(smelters, oxide, users, year, uses=uses, flows=flows, whole=True),
        *onward(oxide, None, of_oxide, year, uses=uses, flows=flows, whole=True),
    )
    return Ladder(_SB, year, (mines, smelters, oxide), flows, uses, ways)


def _smelters(mines: Step, year: int, *, estimates: bool) -> Step:
    """Smelters; those of the United States mostly work scrap of lead alloys."""
    parts = dict(entering(_SB, REFINING, year, estimates=estimates))
    own: dict[str, Figure] = {}
    first = printed(_SB, "production", "smelter: primary", year)
    again = printed(_SB, "production", "smelter: secondary", year)
    if first and again:
        own[COUNTRY] = added(first, again)
        parts[COUNTRY] = part(again, own[COUNTRY])
    return following(
        mines, REFINING, _shares(of_metal=False), parts, recovery(_SB, REFINING, year), own,
        confidence="derived-weak",
    )  # fmt: skip


def _oxide(mines: Step, year: int, *, estimates: bool) -> Step:
    """Makers of oxide: they stand to smelters as their shares do to theirs."""
    smelted = sum(made(mines).values()) * recovery(_SB, REFINING, year).value
    shares, beside = (_shares(of_metal=each) for each in (True, False))
    total = smelted * _sum(shares) / _sum(beside)
    return Step(
        _SB, INTERMEDIATE, outputs(shares, total, confidence="derived-weak"),
        (_SB, REFINING), entering(_SB, INTERMEDIATE, year, estimates=estimates),
        recovery(_SB, INTERMEDIATE, year),
    )  # fmt: skip


def _shares(*, of_metal: bool) -> dict[str, Figure]:
    """The study's shares of those who make oxide of metal, or of those who smelt ore."""
    return {
        place: one for place, one in processed(_SB).items() if (place in _FROM_METAL) == of_metal
    }


def _sum(shares: dict[str, Figure]) -> float:
    return sum(one.value for one in shares.values())
