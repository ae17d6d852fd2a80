"""What stands in the fields of a scenario: days, countries, goods, measures, sectors."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
)

from monazite.catalogue.countries import describe, find
from monazite.chain.stages import STAGES
from monazite.errors import InputError
from monazite.law.dates import parse_day
from monazite.shock.scenarios.vocabulary import (
    FAMILIES,
    Choice,
    Known,
    countries,
    materials,
    near,
    refuse,
    sectors,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def _day(value: object) -> date:
    try:
        found = value if isinstance(value, date) else parse_day(str(value), "day")
    except InputError:
        raise refuse("day") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise refuse("year", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return found


def _country(word: object) -> str:
    found = find(str(word))
    if found is None:
        raise refuse("country", known=near(str(word), countries()))
    return describe(found).iso3


def _one_of(word: str, known: Iterable[str], code: str) -> str:
    if word not in known:
        raise refuse(code, known=near(word, known))
    return word


def choice(word: object) -> Choice:
    """The goods that a word of a scenario means, as "Dy/refining" or "magnets"."""
    if isinstance(word, Choice):
        return word
    material, _, stage = str(word).strip().partition("/")
    if material not in {"*", *FAMILIES}:
        _one_of(material, (*materials(), *FAMILIES, "*"), "good")
    if stage not in {"", "*"}:
        _one_of(stage, STAGES, "stage")
    if material == "magnets":
        return Choice("*", stage or "magnet")
    return Choice("NdFeB*" if material == "NdFeB" else material, stage or "*")


def _measure(word: str, info: ValidationInfo) -> str:
    return _one_of(word, _context(info).measures, "measure")


def _licensed(word: str, info: ValidationInfo) -> str:
    known = _context(info)
    return _one_of(word, (*known.measures, *known.own), "measure")


def _context(info: ValidationInfo) -> Known:
    found: Known = info.context or Known((), ())
    return found


def _sector(word: str) -> str:
    return _one_of(word, sectors(), "sector")


def _material(word: str) -> str:
    return _one_of(word, (*FAMILIES, *materials()), "good")


FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Between which a scenario's days lie; a run may end later."""
Day = Annotated[date, BeforeValidator(_day)]
Country = Annotated[str, BeforeValidator(_country)]
Goods = Annotated[
    Choice,
    BeforeValidator(choice),
    PlainSerializer("/".join, return_type=str),
    WithJsonSchema({"type": "string"}),
]
Measure = Annotated[str, AfterValidator(_measure)]
Licensed = Annotated[str, AfterValidator(_licensed)]
Sector = Annotated[str, AfterValidator(_sector)]
Material = Annotated[str, AfterValidator(_material)]
