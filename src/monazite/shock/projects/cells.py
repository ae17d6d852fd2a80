"""Cells of a table of projects, read or refused with a code of `chain.problem`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING

from monazite.catalogue import elements, groups
from monazite.catalogue.words import nearest
from monazite.chain.amounts import iso3
from monazite.chain.composition import own_content
from monazite.chain.goods import GRAPHITE
from monazite.errors import InputError
from monazite.facts import table
from monazite.shock.projects.columns import MATERIALS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_MOST = Decimal(10) ** 9
_YEARS = range(1900, 2101)
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_FOLDED = {one.casefold(): one for one in MATERIALS}


def decimal(text: str, field: str) -> Decimal | None:
    """A number from 0 up, None of an empty cell; InputError on the field."""
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value < 0 or value > _MOST or "_" in text:
        raise InputError(field, text, "a number from 0 up", "not_a_number")
    return value


def year(text: str, field: str) -> int | None:
    """A year, None of an empty cell; InputError on the field."""
    if not text:
        return None
    if not (text.isdecimal() and int(text) in _YEARS):
        raise InputError(field, text, "a year, such as 2028", "not_a_year")
    return int(text)


def day(text: str, field: str) -> date:
    """A day; a month or a year alone is its last day, by which it was known. InputError."""
    found = _DAY.fullmatch(text)
    try:
        said = [int(one) for one in (found.groups() if found else ("0",)) if one]
        month = said[1] if len(said) > 1 else 12
        return date(said[0], month, said[2] if len(said) > 2 else monthrange(said[0], month)[1])  # noqa: PLR2004 - year, month and day
    except ValueError:
        raise InputError(field, text, "a day, such as 2026-02-26", "not_a_day") from None


def one_of(text: str, field: str, known: Collection[str]) -> str:
    """One of some words, "" of an empty cell, however it is written; InputError on the field."""
    if not text:
        return ""
    plain = _plain(text)
    found = next((one for one in known if _plain(one) == plain), None)
    if found is None:
        told = ", ".join(known)
        raise InputError(field, text, told, "not_one_of", known=told)
    return found


def material(text: str) -> str:
    """What a project makes, by any word for it: dysprosium is Dy; InputError on material."""
    found = _FOLDED.get(text.strip().casefold()) or _named(text)
    if found not in MATERIALS:
        like = [] if found else nearest(text, MATERIALS)  # of copper nothing is near
        near = ", ".join(like or MATERIALS)
        raise InputError("material", text, ", ".join(MATERIALS), "unknown_material", near=near)
    return found


def place(text: str) -> str:
    """The ISO3 code of a country, "" of an empty cell; InputError on country."""
    try:
        return iso3(text, "country")
    except InputError as error:
        raise InputError("country", text, error.accepted, "no_place", **error.told) from None


def holds(text: str) -> Mapping[str, Decimal]:
    """By element the parts of what a capacity counts; InputError on contains."""
    found = own_content(text)
    return MappingProxyType({name: Decimal(str(one.fraction)) for name, one in found.items()})


def deposit(text: str) -> str:
    """A deposit of facts, by the middle of its ids; InputError on deposit."""
    known = tuple(dict.fromkeys(row.id.split("/")[1] for row in table("deposits")))
    return one_of(text, "deposit", known)


def _named(text: str) -> str:
    group = groups.group(text)
    if group is not None:
        return GRAPHITE if group == "GRAPHITE_NATURAL" else group
    try:
        return elements.element(text)
    except InputError:
        return ""


def _plain(text: str) -> str:
    return text.strip().casefold().replace("_", "-").replace(" ", "-")
