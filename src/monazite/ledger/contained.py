"""A mass of what goods contain, as the goods that a licence line counts: by the line's own shares.

A line in kilograms counts goods; a report may say how much dysprosium, how much of its oxide or how
much rare-earth oxide (REO) left. Only shares that the line states are used; nothing is guessed.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from monazite.catalogue.elements import element
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.oxides import MILLIGRAM, oxides
from monazite.catalogue.units import convert, unit
from monazite.errors import InputError
from monazite.ledger.factors import factor
from monazite.ledger.units import Converted, Said, to_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    Contents = Mapping[str, Decimal | None]

_AS_OXIDES = {"kg REO": "kg", "t REO": "t"}
"""Units of rare earths as their oxides, with the unit of the mass itself."""
_GOODS, _REO = "", "REO"


def to_goods(
    quantity: Decimal, said: Said, counted: str, contents: Contents, on: date
) -> Converted:
    """What is said, in the unit in which a line counts its goods, on a day.

    contents: mass fractions of the line's goods by element, None where it only names one; factor:
    the line's unit for each one said. InputError, with the way out, where no share is stated.
    """
    of, to = _what(said), _what(Said(counted))
    if of == to:
        return to_line(quantity, Said(said.unit), Said(counted), on)
    by = _share(to, contents, on) / _share(of, contents, on)
    mass = to_line(quantity, Said(_mass(said.unit)), Said(_mass(counted)), on)
    whole = convert(quantity, _mass(said.unit), _mass(counted)) * by
    return Converted(
        quantity=whole.quantize(MILLIGRAM, ROUND_HALF_EVEN),
        unit=unit(counted),
        given=quantity,
        given_unit=unit(said.unit),
        factor=by.quantize(MILLIGRAM, ROUND_HALF_EVEN),
        source="the shares that the line states",
        valid_from=mass.valid_from,
        exact=False,
    )


def _mass(said: str) -> str:
    code = unit(said)
    return _AS_OXIDES.get(code, code)


def _what(said: Said) -> str:
    """Goods, rare-earth oxides, an element or an oxide."""
    as_oxides = unit(said.unit) in _AS_OXIDES
    if not said.substance:
        return _REO if as_oxides else _GOODS
    named = said.substance if said.substance in oxides() else element(said.substance)
    if not as_oxides or named in oxides():
        return named
    for each in oxides().values():
        if each.element == named:
            return each.formula
    raise InputError("substance", said.substance, f"a rare earth, for {said.unit}")


def _share(of: str, contents: Contents, on: date) -> Decimal:
    """How much of it a mass of the goods has."""
    if of == _GOODS:
        return Decimal(1)
    if of == _REO:
        rare = [each for each in oxides().values() if each.element in GROUPS["REE"].elements]
        found = sum(
            (_stated(each.element, of, contents) * factor(each.formula, on).to_oxide
             for each in rare if each.element in contents),
            Decimal(),
        )  # fmt: skip
        return found or _stated(of, of, contents)
    if of in oxides():
        return _stated(oxides()[of].element, of, contents) * factor(of, on).to_oxide
    return _stated(of, of, contents)


def _stated(symbol: str, of: str, contents: Contents) -> Decimal:
    share = contents.get(symbol)
    if not share:
        stated = ", ".join(f"{name}={part}" for name, part in contents.items() if part)
        accepted = f"the quantity of the goods themselves; the line states {stated or 'no shares'}"
        raise InputError("substance", of, accepted)
    return share
