"""What a row says that goods hold (`own_content`), and how much that is in its unit (`counted`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.amounts import CONTAINED, OXIDES, RARE_EARTHS, REE, in_oxide, of_oxide
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

_READ = "elements with fractions, Dy=4%"


class Content(NamedTuple):
    """How much of a mass an element is: a fraction, its spread (`figures.SPREAD`), and its rows."""

    fraction: float
    spread: float
    rows: tuple[str, ...]


def own_content(text: str) -> Mapping[str, Content]:
    """What a cell says: elements with mass fractions, each once; nothing of an empty cell.

    An element without a fraction has no mass to count, and a formula is no element: InputError.
    """
    words = [word for one in text.replace(";", ",").split(",") if (word := one.strip())]
    pairs = [_one(word, text) for word in words]
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name in found if [one for one, _ in pairs].count(name) > 1)
        raise InputError("contains", text, _READ, "contains_twice", element=twice)
    if sum(found.values()) > 1:
        raise InputError("contains", text, "fractions of 1 at most", "contains_too_much")
    return {name: Content(float(fraction), 0.0, ()) for name, fraction in pairs}


def _one(word: str, text: str) -> tuple[str, Decimal]:
    """The one element of a word with its fraction."""
    from monazite.law.statement import READERS  # noqa: PLC0415 - only where a cell says it

    try:
        pairs = dict(READERS["contains"](word)[0] or ())
    except InputError:
        pairs = {}
    symbol, fraction = next(iter(pairs.items()), ("", None))
    if len(pairs) != 1 or fraction is None:
        raise InputError("contains", text, _READ, "bad_contains")
    return symbol, fraction


def counted(
    holds: Mapping[str, Content], counts: str, unit: str, material: str
) -> Mapping[str, Content]:
    """T of each element in 1 t of goods, as a row's unit counts them.

    Of 1 t REO of goods an element is f / sum of (f / its fraction in its oxide), over the rare
    earths in them; 1 t contained says all of one element, and nothing of several.

    Args:
        holds: the mass fractions f.
        counts: what the unit counts: goods as they are, oxides or what is contained.
        unit: of the row, for the error.
        material: what the goods are called.

    Raises:
        InputError: field "unit": it cannot count such goods.
    """
    if counts == OXIDES:
        return _of_oxides(holds, unit)
    if counts == CONTAINED:
        if len(holds) > 1:
            told = {"material": material, "elements": ", ".join(holds)}
            raise InputError("unit", unit, "a gross mass", "contained_of_several", **told)
        return {name: Content(of_oxide(unit, name), 0.0, ()) for name in holds}
    return holds


def _of_oxides(holds: Mapping[str, Content], unit: str) -> Mapping[str, Content]:
    rare = {name: part.fraction for name, part in holds.items() if name in RARE_EARTHS}
    if not rare:
        told = {"element": ", ".join(holds)}
        raise InputError("unit", unit, "a gross mass", "no_rare_earth", **told)
    oxides = sum(fraction / in_oxide(element) for element, fraction in rare.items())
    return {name: part._replace(fraction=part.fraction / oxides) for name, part in holds.items()}


def pure(material: str, form: str) -> float | None:
    """The part of an element in goods that bear its name alone; None where that says too little.

    form: "oxide" or "metal"; graphite, and oxides of all rare earths together, count as they are.
    """
    if form == "oxide":
        return in_oxide(material)
    if form == "metal":
        return None if material == REE else 1.0
    return None
