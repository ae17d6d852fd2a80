"""How much of a by-product its hosts could give: gallium by alumina, germanium by zinc.

A by-product cannot grow beyond its host: ceiling = host output x grams won for each tonne. The
grams are those of the published supply potentials, laid on the host's output of their time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from monazite.chain.figures import Figure
from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.production import counted, summarised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_HOSTS: Mapping[str, Callable[[int], dict[str, Figure]]] = {
    "ALUMINA": lambda year: summarised("ALUMINA", year),
    "Zn": lambda year: counted("Zinc", year),
}
_GRAMS = 1e-6


@dataclass(frozen=True, slots=True)
class ByProduct:
    """A by-product in one country: its host, what the host made, and the most it could give, t.

    The ceiling is where the host is made; the by-product may be won elsewhere, from what is traded.
    """

    element: str
    host: str
    made: Figure
    ceiling: Figure


@cache
def ceilings(element: str, year: int) -> Mapping[str, ByProduct]:
    """By ISO3 the most that hosts could give; empty for elements that are mined for themselves.

    Alumina is known for 2024 and 2025 alone; of other years nothing is said.
    """
    found: dict[str, ByProduct] = {}
    for one in table("by-products"):
        if one.fields["material"] != element:
            continue
        value, low, high = (float(one.fields[key]) for key in ("grams_per_t", "low", "high"))
        for place, made in _HOSTS[one.fields["host"]](year).items():
            ceiling = Figure(
                value=made.value * value * _GRAMS,
                unit="t",
                year=year,
                source=one.source,
                confidence=one.confidence,
                rows=(*made.rows, one.id),
                low=made.value * low * _GRAMS,
                high=made.value * high * _GRAMS,
            )
            found[place] = ByProduct(element, one.fields["host"], made, ceiling)
    return found
