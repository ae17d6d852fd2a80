"""Compounds and metals between countries: masses from bilateral trade, what they hold from prices.

Bilateral trade has three codes: cerium compounds, other compounds, metals. What their names hide is
in tables: concentrates that are declared as compounds or metals (`rare-earth-set-aside`), and how
much oxide a tonne gross stands for (`rare-earth-codes`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.figures import SPREAD
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.rare_earths.elements import ELEMENTS, TO_OXIDE, vector
from monazite.chain.packaged.rare_earths.mixes import mixes, prices
from monazite.chain.packaged.rare_earths.sketch import ITSELF, SUM, Way
from monazite.chain.packaged.shipments import Shipment, shipments
from monazite.chain.stages import MARKET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.rare_earths.elements import Floats
    from monazite.chain.packaged.rare_earths.sketch import Sketch
    from monazite.facts import Row

_LEAST_T = 1.0
"""Smaller shipments are left out: samples, and rounding of what was never a tonne."""
_LEAST_VALUE = 0.2
"""Dollars per kg: nothing of rare earths is sold below; such rows are other goods or slips."""


def add_traded(sketch: Sketch, stage: str, makers: Mapping[str, Floats]) -> None:
    """Ways between the markets of a stage; makers: by ISO3 what each puts out, t of each."""
    for row in table("rare-earth-codes"):
        if row.fields["stage"] == stage:
            _add_code(sketch, row, makers)


def _add_code(sketch: Sketch, row: Row, makers: Mapping[str, Floats]) -> None:
    told = row.fields
    found = _shipments(told["code"], sketch.year)
    content = float(told["reo_pct"]) / 100
    paid = np.array([one.value_usd / 1000 / one.mass_t for one in found]) / content
    spread = SPREAD[row.confidence]
    held_by = _held(found, told["elements"], makers, paid, sketch.year)
    for one, held in zip(found, held_by, strict=True):
        amounts = one.mass_t * content * held / TO_OXIDE
        seller, buyer = (
            Node(ITSELF, told["stage"], place, MARKET) for place in (one.seller, one.buyer)
        )
        sketch.add(seller, buyer, Way(amounts, SUM, spread, (one.row, row.id)))


@cache
def _shipments(code: str, year: int) -> tuple[Shipment, ...]:
    """Those that are what their code says, and large enough to matter."""
    aside = {
        (one.fields["exporter"], one.fields["importer"])
        for one in table("rare-earth-set-aside")
        if one.fields["code"] == code
    }
    return tuple(
        one
        for one in shipments(code, year)
        if (one.seller, one.buyer) not in aside
        and one.mass_t >= _LEAST_T
        and one.value_usd / 1000 / one.mass_t >= _LEAST_VALUE
    )


def _held(
    found: tuple[Shipment, ...], which: str, makers: Mapping[str, Floats], paid: Floats, year: int
) -> Floats:
    """Shares of each element in the oxides of each shipment."""
    mask = {"cerium": vector({"Ce": 1.0}), "others": 1 - vector({"Ce": 1.0})}.get(
        which, np.ones(len(ELEMENTS))
    )
    world = np.sum(list(makers.values()), axis=0)
    # A seller that makes nothing of what the code is for sells what others made.
    sold = {place: made for place, made in makers.items() if (made * mask).any()}
    own = np.array([sold.get(one.seller, world) for one in found]) * TO_OXIDE * mask
    return mixes(own, prices(year), paid)
