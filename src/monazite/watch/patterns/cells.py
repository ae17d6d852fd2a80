"""Cells of records as values, by the kind of their field; a cell that cannot be read says why."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue import countries, elements, groups
from monazite.errors import InputError
from monazite.law.dates import parse_day
from monazite.watch.ownership.shares import share
from monazite.watch.patterns.records import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from typing import Any

    Reader = Callable[[str], Any]

_YES = frozenset({"yes", "y", "true", "1", "是", "有"})
_NO = frozenset({"no", "n", "false", "0", "否", "无"})
_DIGITS = re.compile(r"(?=[\d.]{1,30}$)\d*\.?\d+", re.ASCII)
"""A number as records may hold it: no exponent, and not longer than any amount."""
_PART, _BETWEEN = ";", "="
_SAME = {"courier": "express", "快递": "express", "邮政": "post", "货运": "cargo", "旅客": "hand"}
CHANNELS = ("cargo", "post", "express", "hand")
OUTCOMES = ("granted", "refused", "withdrawn")
CUSTODY = ("unbroken", "broken")


class Unreadable(ValueError):  # noqa: N818 - it says what the cell is
    """A cell that cannot be read: a code of `watch.reading` and what would do."""

    def __init__(self, code: str, accepted: str = "") -> None:
        self.code = code
        self.accepted = accepted
        super().__init__(code)


def number(text: str) -> Decimal:
    """A number that is not negative, in digits with a point before its decimals."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if "," in plain:
        raise Unreadable("with_comma")
    if plain.startswith("-"):
        raise Unreadable("negative")
    if not _DIGITS.fullmatch(plain):
        raise Unreadable("not_a_number")
    return Decimal(plain)


def day(text: str) -> date:
    """A day written YYYY-MM-DD."""
    try:
        return parse_day(text, "day")
    except InputError:
        raise Unreadable("not_a_day") from None


def yes_or_no(text: str) -> bool:
    """Yes or no, in either language."""
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise Unreadable("not_yes_or_no")
    return word in _YES


def several(text: str) -> tuple[str, ...]:
    """Words between semicolons."""
    return tuple(word for each in text.replace("；", _PART).split(_PART) if (word := each.strip()))


def amounts(text: str) -> dict[str, Decimal]:
    """`Dy=1200; Tb=30` as material → number."""
    found: dict[str, Decimal] = {}
    for part in several(text):
        name, sign, amount = part.partition(_BETWEEN)
        if not sign or not name.strip():
            raise Unreadable("not_amounts")
        material = material_of(name)
        if material in found:
            raise Unreadable("twice_in_cell", material)
        found[material] = number(amount)
    return found


@lru_cache(maxsize=8192)
def country(text: str) -> str:
    """The ISO alpha-2 code of a country by code or name in either language."""
    found = countries.find(text)
    if found is None:
        raise Unreadable("not_a_country")
    return found


@lru_cache(maxsize=8192)
def material_of(text: str) -> str:
    """The code of a material; words that the catalogue does not know stay as they are."""
    word = text.strip()
    try:
        return elements.element(word)
    except InputError:
        return groups.group(word) or word


def part_of(text: str) -> Decimal:
    """A share of a holding, as ownership reads it."""
    try:
        return share(text)
    except ValueError:
        raise Unreadable("not_a_share") from None


def choice(accepted: tuple[str, ...]) -> Reader:
    """One of some words, whatever their case."""

    def read(text: str) -> str:
        word = text.strip().casefold()
        word = _SAME.get(word, word)
        if word not in accepted:
            raise Unreadable("not_a_choice", ", ".join(accepted))
        return word

    return read


_BY_KIND: Mapping[str, Reader] = {
    "str": str.strip,
    "date": day,
    "Decimal": number,
    "bool": yes_or_no,
    "tuple[str, ...]": several,
    "Mapping[str, Decimal]": amounts,
}
_BY_NAME: Mapping[str, Reader] = {
    "country": country,
    "destination": country,
    "origin": country,
    "material": material_of,
    "channel": choice(CHANNELS),
    "outcome": choice(OUTCOMES),
    "custody": choice(CUSTODY),
    "share": part_of,
}


@lru_cache
def readers(table: str) -> Mapping[str, Reader]:
    """What reads each column of a table, by the annotation of its field."""
    return {
        each.name: _BY_NAME.get(each.name) or _BY_KIND[str(each.type).removesuffix(" | None")]
        for each in fields(TABLES[table])
    }
