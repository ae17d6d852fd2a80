"""Where goods stand in a network: their stage, their alloy, and the sector that uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.goods import STAGE_OF_FORM
from monazite.chain.stages import COMPONENT, INTERMEDIATE, MAGNET
from monazite.chain.usage.contents import RARE_EARTHS, REE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.usage.deliveries import Contains

STAGE_OF: Mapping[str, str] = {**STAGE_OF_FORM, "other": INTERMEDIATE}
"""By form of an application, "other" being worked goods; scrap, equipment, technology: none."""
STANDARD, HEAVY, SMCO = "NdFeB-standard", "NdFeB-heavy", "SmCo"
_HEAVY = 0.005
"""Above this mass fraction of dysprosium and terbium a magnet is of a heavy grade.

Standard grades hold at most 0.4 % of both together (our facts on magnets, from memory).
"""
SECTOR_OF: Mapping[str, str] = {
    "electric_vehicles": "traction", "automotive": "industrial_motors", "wind": "wind",
    "electronics": "electronics", "semiconductors": "semiconductors", "optics": "optics",
    "medical": "medical", "machinery": "industrial_motors", "robotics": "industrial_motors",
    "appliances": "industrial_motors", "batteries": "batteries", "chemicals": "chemicals",
    "metallurgy": "steel",
}  # fmt: skip
"""The sectors of an application's form as those of the networks; every other one is "other".

Rare earths in cars, machines, robots and appliances are in motors that drive no wheel (our
reading); goods of other materials for these and for traction are other uses.
"""
_MOTORS = frozenset({"traction", "industrial_motors"})
OTHER, DEFENCE = "other", "defence"


def sector_of(said: str, *, military: bool | None, element: str) -> str:
    """The network's sector; "" where nobody says any."""
    if military:
        return DEFENCE
    if not said:
        return ""
    found = SECTOR_OF.get(said, OTHER)
    return OTHER if found in _MOTORS and element not in RARE_EARTHS | {REE} else found


def alloy_of(element: str, stage: str, contains: Contains) -> str:
    """What the network calls the goods at this stage: the element, or the magnet's alloy."""
    held = dict(contains)
    if stage not in {MAGNET, COMPONENT} or not held.keys() & {"Nd", "Pr", "Sm"}:
        return element
    if {"Sm", "Co"} <= held.keys():
        return SMCO
    heavy = [held[name] for name in ("Dy", "Tb") if name in held]
    # A heavy element whose part nobody says is there because the grade is a heavy one.
    return HEAVY if None in heavy or float(sum(filter(None, heavy))) > _HEAVY else STANDARD
