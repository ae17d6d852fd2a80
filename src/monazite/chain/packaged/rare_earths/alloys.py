"""Magnet alloys: what they hold, how much of each the metals made suffice for, who makes them.

Dysprosium decides how much of the heavy grade there is: all of it goes there, so

    mass(heavy) = Dy metal / Dy content,   mass(standard) = what the other Nd and Pr suffice for.

All terbium goes into the heavy grade too, gadolinium into the standard one, samarium into SmCo.
Contents are those of table `magnet-compositions` (memory).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.figures import Figure
from monazite.chain.packaged.rare_earths.elements import ELEMENTS, among, vector
from monazite.chain.packaged.rare_earths.metals import output, shares
from monazite.chain.packaged.rare_earths.sectors import MAGNETS, METALLIC, split
from monazite.chain.packaged.rare_earths.separated import recovery
from monazite.chain.stages import MAGNET
from monazite.chain.worlds import Alloy
from monazite.facts import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.rare_earths.elements import Floats

STANDARD, HEAVY_GRADE, SMCO = "NdFeB-standard", "NdFeB-heavy", "SmCo"
ALLOYS = (STANDARD, HEAVY_GRADE, SMCO)
FAMILY = {STANDARD: "NdFeB", HEAVY_GRADE: "NdFeB", SMCO: "SmCo"}
"""By alloy the name under which table `rare-earth-makers` has it."""
_GRADE = {STANDARD: "ndfeb-sintered-standard-n", HEAVY_GRADE: "ndfeb-ev-traction", SMCO: "sm2co17"}
_LIGHT = ("Nd", "Pr")
_RECALLED = 2025
"""The year in which the compositions were written down from memory."""
_ALL_RARE = "magnet-compositions/ndfeb-any/total-ree"


class Made(NamedTuple):
    """An alloy of a year: t of each element that makers took, and what a t of magnet holds."""

    taken: Floats
    content: Floats


@cache
def made(year: int) -> Mapping[str, Made]:
    """By alloy what the world's makers took and what their magnets hold."""
    metal = np.sum(list(output(year).values()), axis=0) * _magnetic_part()
    heavy_t = float(metal @ vector({"Dy": 1.0})) / _content(HEAVY_GRADE)["Dy"].value
    light = among(_LIGHT)
    in_heavy = heavy_t * sum(_content(HEAVY_GRADE)[name].value for name in _LIGHT)
    heavy_light = metal * light * in_heavy / float(metal @ light)
    parts = {
        HEAVY_GRADE: metal * among(("Dy", "Tb")) + heavy_light,
        SMCO: metal * among(("Sm",)),
    }
    parts[STANDARD] = metal - parts[HEAVY_GRADE] - parts[SMCO]
    whole = {STANDARD: _rare(), HEAVY_GRADE: _rare(), SMCO: _content(SMCO)["Sm"].value}
    return {name: Made(part, part / part.sum() * whole[name]) for name, part in parts.items()}


@cache
def tonnes(alloy: str, year: int) -> Mapping[str, float]:
    """By ISO3 the t of magnets of an alloy that come out of its makers."""
    one = made(year)[alloy]
    mass = float(recovery(MAGNET) * one.taken.sum() / one.content.sum())
    return {
        country: mass * share.part for country, share in shares(MAGNET, FAMILY[alloy], year).items()
    }


@cache
def alloys() -> Mapping[str, Alloy]:
    """The alloys with the contents that the table prints, mass fractions."""
    return {name: Alloy(name, MAGNET, _content(name)) for name in ALLOYS}


@cache
def _content(alloy: str) -> Mapping[str, Figure]:
    """Mass fractions by element; the heavy grade holds the light ones as the standard one does."""
    own = _printed(alloy)
    if alloy != HEAVY_GRADE:
        return own
    light = _printed(STANDARD)
    scale = (_rare() - sum(one.value for one in own.values())) / sum(
        one.value for one in light.values()
    )
    return {**own} | {
        name: replace(one, value=one.value * scale, low=None, high=None)
        for name, one in light.items()
    }


@cache
def _printed(alloy: str) -> Mapping[str, Figure]:
    found = {}
    for one in table("magnet-compositions"):
        told = one.fields
        typical = float(told["wt_pct_typical"])
        if one.id.split("/")[1] == _GRADE[alloy] and told["element"] in ELEMENTS and typical > 0:
            low, high = (float(told[key]) / 100 for key in ("wt_pct_low", "wt_pct_high"))
            found[told["element"]] = Figure(
                typical / 100, "1", _RECALLED, one.source, one.confidence, (one.id,), low, high
            )
    return found


@cache
def _rare() -> float:
    """Mass fraction of all rare earths in NdFeB of any grade."""
    row = next(one for one in table("magnet-compositions") if one.id == _ALL_RARE)
    return float(row.fields["wt_pct_typical"]) / 100


@cache
def _magnetic_part() -> Floats:
    """By element the part of its metal that goes into magnets."""
    found = {}
    for one in ELEMENTS:
        uses = split(one, METALLIC)
        if MAGNETS in uses:
            found[one] = uses[MAGNETS] / sum(uses.values())
    return vector(found)
