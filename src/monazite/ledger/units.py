"""A quantity in the unit of a licence line: exact within one dimension, else by a dated factor.

Done once, when a movement is entered; both numbers and the factor are kept with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from monazite.catalogue.elements import element
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.oxides import LIMIT, MILLIGRAM, oxides
from monazite.catalogue.units import convert, unit
from monazite.errors import InputError
from monazite.ledger.factors import Factor, factor

if TYPE_CHECKING:
    from datetime import date

_MASS = "kg"
_REO = "REO"
"""Rare-earth oxides, whichever they are."""
_AS_OXIDES = {"kg REO": "kg", "t REO": "t"}
"""Units of rare earths counted as their oxides, with the unit of the mass itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity's unit, and of what it is the mass.

    substance: an element ("Dy") or an oxide ("Dy2O3"); "" where it is the goods themselves.
    """

    unit: str
    substance: str = ""


@dataclass(frozen=True, slots=True)
class Converted:
    """What was given and what it comes to in the line's unit, rounded half even to a millionth.

    factor: by which one substance became the other, None where it stayed the same; exact: whether
    nothing was rounded away.
    """

    quantity: Decimal
    unit: str
    given: Decimal
    given_unit: str
    factor: Decimal | None
    source: str
    valid_from: date | None
    exact: bool


def to_line(quantity: Decimal, said: Said, line: Said, on: date) -> Converted:
    """The quantity in the line's unit on a day; InputError where one cannot become the other."""
    if not quantity.is_finite() or abs(quantity) >= LIMIT:
        raise InputError("quantity", quantity, "a number below 10^12")
    given, wanted = _masses(said), _masses(line)
    found = _between(given.substance, wanted.substance, on)
    if found is None:
        whole = convert(quantity, given.unit, wanted.unit)
    else:
        by = found.to_oxide if given.substance == found.element else found.to_element
        mass_kg = convert(quantity, given.unit, _MASS) * by
        whole = convert(mass_kg.quantize(MILLIGRAM, ROUND_HALF_EVEN), _MASS, wanted.unit)
    rounded = whole.quantize(MILLIGRAM, ROUND_HALF_EVEN)
    return Converted(
        quantity=rounded,
        unit=unit(line.unit),
        given=quantity,
        given_unit=unit(said.unit),
        factor=by if found else None,
        source=found.source if found else "",
        valid_from=found.valid_from if found else None,
        exact=found is None and rounded == whole,
    )


def _masses(said: Said) -> Said:
    """The same as a plain mass of a substance: kilograms of REO are kilograms of oxides."""
    code, substance = unit(said.unit), _substance(said.substance)
    if code not in _AS_OXIDES:
        return Said(code, substance)
    oxide = _rare_earth_oxide(substance)
    if substance and oxide is None:
        raise InputError("substance", said.substance, f"a rare earth, for {code}")
    return Said(_AS_OXIDES[code], oxide or _REO)


def _substance(said: str) -> str:
    return said if not said or said in oxides() else element(said)


def _rare_earth_oxide(substance: str) -> str | None:
    """The oxide as which a rare earth is counted, of the element or of the oxide itself."""
    for each in oxides().values():
        if substance in {each.formula, each.element} and each.element in GROUPS["REE"].elements:
            return each.formula
    return None


def _between(given: str, wanted: str, on: date) -> Factor | None:
    """The factor between two substances; None where they are the same, or nobody said what."""
    if wanted == _REO:
        wanted = _rare_earth_oxide(given) or _REO
    if given == wanted:
        return None
    for oxide, other in ((given, wanted), (wanted, given)):
        if oxide in oxides() and oxides()[oxide].element == other:
            return factor(oxide, on)
    raise InputError(
        "substance", given or "goods", f"{wanted or 'goods'}, or an element and its own oxide"
    )
