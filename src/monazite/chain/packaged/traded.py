"""Flows between countries as what they hold of an element, from the packaged store of flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.figures import REPORTED, UNCERTAIN, Figure
from monazite.chain.packaged.content import content, price
from monazite.chain.packaged.ladder import Flow
from monazite.chain.packaged.shipments import SOURCE, Shipment, shipments
from monazite.chain.stages import MINING

if TYPE_CHECKING:
    from collections.abc import Iterator

_KG = 1000.0


def concentrates(element: str, code: str, year: int) -> Iterator[Flow]:
    """Flows under a code of ore, t contained by the price that was paid (`content`).

    The gross mass is printed; what it holds is uncertain.
    """
    for one in shipments(code, year):
        paid = content(element, one.value_usd / one.mass_t / _KG, year)
        known = price(element, year)
        rows = (one.row, *((known.row,) if known else ()))
        yield _flow(element, MINING, year, one, one.mass_t * paid, UNCERTAIN, rows)


def goods(
    element: str, stage: str, codes: tuple[str, ...], year: int, *, least_usd_kg: float
) -> Iterator[Flow]:
    """Flows under codes whose goods are the element itself, summed over the codes, t.

    least_usd_kg: no such goods are sold for less: what is declared below it is something else under
    a wrong code, or a slip of the mass, and is left out. In 2021 the United States "sold" the
    Dominican Republic about as much graphite as all others traded, at 8 cents a kg.
    """
    found: dict[tuple[str, str], list[Shipment]] = {}
    for code in codes:
        for one in shipments(code, year):
            if one.value_usd / one.mass_t < least_usd_kg * _KG:
                continue
            found.setdefault((one.seller, one.buyer), []).append(one)
    for together in found.values():
        mass = sum(one.mass_t for one in together)
        rows = tuple(one.row for one in together)
        yield _flow(element, stage, year, together[0], mass, REPORTED, rows)


def _flow(
    element: str,
    stage: str,
    year: int,
    one: Shipment,
    amount: float,
    confidence: str,
    rows: tuple[str, ...],
) -> Flow:
    figure = Figure(amount, "t", year, SOURCE, confidence, rows)
    return Flow(element, stage, one.seller, one.buyer, figure)
