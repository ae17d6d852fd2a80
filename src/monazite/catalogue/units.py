"""Units and exact conversion: a quantity is a Decimal and a unit; only like goes into like."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

from monazite.catalogue.tables import rows
from monazite.catalogue.words import fold, language, unknown
from monazite.errors import InputError

_NUMBER = re.compile(r"([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?)(?![\d.,])\s*(.*)")
# Wide enough that every conversion of a recorded figure is exact; one that never ends
# (a second in minutes) is rounded half even here.
_EXACT = Context(prec=34)
_WORD = 4
"""From this length on a unit is a word whose case does not matter; below, t and T differ."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: how many of its dimension's first unit it is worth."""

    code: str
    dimension: str
    factor: Decimal
    name_zh: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit; None where the unit was not said."""

    value: Decimal
    unit: str | None


@lru_cache
def _units() -> dict[str, Unit]:
    return {
        row["unit"]: Unit(row["unit"], row["dimension"], Decimal(row["factor"]), row["zh"])
        for row in rows("units")
    }


@lru_cache
def _spellings() -> dict[str, str]:
    """The unit of every spelling as it is written."""
    return {
        _tidy(spelling): row["unit"]
        for row in rows("units")
        for spelling in (row["unit"], row["zh"], *row["aliases"].split("|"))
        if spelling
    }


@lru_cache
def _words() -> dict[str, str]:
    """The unit of every spelling that is a whole word, folded."""
    found = _spellings().items()
    return {fold(w): u for w, u in found if len(w) >= _WORD and w.replace(" ", "").isalpha()}


def _tidy(text: str) -> str:
    """One way to write what is written in several: µ and μ, cm³ and cm3, full width and half."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def unit(word: str, field: str = "unit") -> str:
    """The unit's own spelling from any known one; case counts (t is a tonne, T a tesla)."""
    tidy = _tidy(word)
    found = _spellings().get(tidy) or _words().get(fold(tidy))
    if found is None:
        raise unknown(field, word, "a unit such as kg, t, mm, %, MPa or pieces", _spellings())
    return found


def name(code: str, lang: str) -> str:
    """The unit as written in the language."""
    found = unit(code)
    return _units()[found].name_zh if language(lang) == "zh" else found


def parse(text: str, field: str = "quantity") -> Quantity:
    """Read "60 um", "60um", "99.995%" or "60"; no thousands separators, a point for decimals."""
    match = _NUMBER.fullmatch(_tidy(text))
    if match is None:
        accepted = "a number with a decimal point and a unit, such as 60 um or 99.995 %"
        raise InputError(field, text, accepted)
    number, word = match.groups()
    return Quantity(Decimal(number), unit(word, field) if word else None)


def convert(value: Decimal, from_unit: str, to_unit: str) -> Decimal:
    """The value in another unit of the same dimension, exactly; else InputError on `unit`."""
    source, target = _units()[unit(from_unit)], _units()[unit(to_unit)]
    if source.dimension != target.dimension:
        alike = ", ".join(u.code for u in _units().values() if u.dimension == target.dimension)
        raise InputError("unit", from_unit, f"a unit of {target.dimension}: {alike}")
    if source is target:
        return value
    found = _EXACT.divide(_EXACT.multiply(value, source.factor), target.factor)
    return _plain(found)


def _plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    return Decimal(f"{value.normalize(_EXACT):f}")
