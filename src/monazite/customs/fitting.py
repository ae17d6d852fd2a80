"""Whether an item is what a line of a licence is for, and how much of it in the line's unit."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.groups import GROUPS, wider
from monazite.errors import InputError
from monazite.law.composition import NON_METALS, related
from monazite.law.statement import READERS
from monazite.ledger.units import Said, to_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from monazite.customs.declared import Item
    from monazite.customs.facts import LineFacts

_COMMON = NON_METALS | {"Fe", "Co", "Al", "Cu", "Ni", "Zr", "Cr", "Mn", "Ti", "V", "Nb", "Si", "Sn"}
"""What alloys and compounds are made of beside what they are controlled for."""


def unlike(item: Item, line: LineFacts) -> tuple[str, ...]:
    """The fields in which an item is not what the line is for; empty where it may be."""
    return tuple(_unlike(item, line))


def _unlike(item: Item, line: LineFacts) -> Iterator[str]:
    if item.hs and line.hs:
        length = min(len(item.hs), len(line.hs))
        if item.hs[:length] != line.hs[:length]:
            yield "hs"
    if item.form and line.form and item.form != line.form:
        yield "form"
    code, other = item.control_code, line.control_code
    if code and other and code != "none" and not related(code, other):
        yield "control_code"
    if item.contains and line.contains and not _same_material(item.contains, line.contains):
        yield "contains"


def _same_material(item: str, line: str) -> bool:
    """Whether everything that the item is controlled for is named on the line."""
    ours, our_groups = materials(item)
    theirs, their_groups = materials(line)
    if not (ours or our_groups) or not (theirs or their_groups):
        return True
    widened = {each for g in our_groups for each in wider(g)} | our_groups
    if our_groups and their_groups:
        narrower = {each for g in their_groups for each in wider(g)}
        return bool(widened & their_groups or narrower & our_groups)
    allowed = theirs.union(*(GROUPS[g].elements for g in their_groups))
    return not (ours - allowed - _COMMON)


@lru_cache(maxsize=4096)
def materials(contains: str) -> tuple[frozenset[str], frozenset[str]]:
    """The elements and groups that a composition names as present; none where it is unreadable."""
    try:
        stated, groups = READERS["contains"](contains)
    except InputError:
        return frozenset(), frozenset()
    return frozenset(s for s, part in stated or () if part != 0), groups


def quantity_in(item: Item, unit: str, on: date) -> Decimal | None:
    """How much of the item there is in a line's unit, to the milligram; None where nobody said.

    The quantity itself first, then the net mass, then the second unit: only like goes into like.
    """
    said = (
        (item.quantity, item.unit),
        (item.mass_kg, "kg"),
        (item.second_quantity, item.second_unit),
    )
    found = (_converted(amount, of, unit, on) for amount, of in said if amount is not None and of)
    return next((each for each in found if each is not None), None)


def _converted(amount: Decimal, of: str, unit: str, on: date) -> Decimal | None:
    if of == unit:
        return amount
    try:
        return to_line(amount, Said(of), Said(unit), on).quantity
    except InputError:
        return None
