"""How much there is and what it is worth: figures against one another and against the heading."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.catalogue import units
from monazite.customs.money import converted
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.findings import Finding
    from monazite.customs.regime import Heading, Rules

_MASSES = ("kg", "g", "t")
_DOLLAR = "USD"
_SHORTEST = 4
_CENT = Decimal("0.01")


def mass_is_the_quantity(context: Context) -> Iterator[Finding]:
    """A quantity that is a mass is the net mass."""
    for path, item, _ in context.each():
        if item.unit in _MASSES and item.quantity is not None and item.mass_kg is not None:
            in_kg = units.convert(item.quantity, str(item.unit), "kg")
            if in_kg != item.mass_kg:
                yield context.finding(
                    "amount.mass_unlike_quantity",
                    f"{path}.mass_kg",
                    quantity=f"{in_kg:f}",
                    mass=f"{item.mass_kg:f}",
                )


def second_unit(context: Context) -> Iterator[Finding]:
    """A second quantity has its unit, and a second unit its quantity."""
    for path, item, _ in context.each():
        if (item.second_quantity is None) is not (item.second_unit is None):
            yield context.finding("second_unit.alone", f"{path}.second_unit")
        elif item.second_unit is not None and not _is_unit(item.second_unit):
            at = f"{path}.second_unit"
            yield context.finding("second_unit.unknown", at, value=item.second_unit)


def _is_unit(word: str) -> bool:
    try:
        return units.unit(word) is not None
    except InputError:
        return False


def draws_are_the_mass(context: Context) -> Iterator[Finding]:
    """What comes from batches is the whole of the item, where batches are named."""
    for path, item, _ in context.each():
        drawn = [d.mass_kg for d in item.draws if d.mass_kg is not None]
        if not drawn or len(drawn) < len(item.draws) or item.mass_kg is None:
            continue
        if sum(drawn) != item.mass_kg:
            values = {"drawn": f"{sum(drawn):f}", "mass": f"{item.mass_kg:f}"}
            yield context.finding("amount.draws_unlike_mass", f"{path}.draws", **values)


def worth_nothing(context: Context) -> Iterator[Finding]:
    """Samples and gifts have a value too."""
    for path, item, _ in context.each():
        if item.value == 0:
            yield context.finding("value.zero", f"{path}.value")


def value_fits_heading(context: Context) -> Iterator[Finding]:
    """Goods that cost what its heading seldom does, or more, are seldom what it says."""
    for path, item, _ in context.each():
        heading = _heading(item.hs or "", context.rules)
        if heading is None or not item.value or not item.mass_kg or not item.currency:
            continue
        dollars = converted(item.value, item.currency, _DOLLAR, context.facts.on)
        if dollars is not None and dollars / item.mass_kg >= heading.most_usd_kg:
            per_kg = (dollars / item.mass_kg).quantize(_CENT)
            yield context.resting(
                heading.law,
                "value.above_heading",
                f"{path}.value",
                hs=str(item.hs),
                value=f"{per_kg:f}",
                most=f"{heading.most_usd_kg:f}",
            )


def _heading(hs: str, rules: Rules) -> Heading | None:
    """The ceiling of the longest code that the item's is under."""
    known = (hs[:length] for length in range(len(hs), _SHORTEST - 1, -1))
    return next((rules.headings[code] for code in known if code in rules.headings), None)


CHECKS = (
    mass_is_the_quantity,
    second_unit,
    draws_are_the_mass,
    worth_nothing,
    value_fits_heading,
)
