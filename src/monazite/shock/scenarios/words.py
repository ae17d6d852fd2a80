"""What stands in the fields of a scenario: days, shares, countries, goods, measures, knobs."""

from __future__ import annotations

import math
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
from monazite.shock.engine.knobs import Knobs
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

_PER_CENT = 100.0


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        return parse_day(str(value), "day")
    except InputError:
        raise refuse("day") from None


def _number(value: object) -> float:
    found = _read(value)
    if found is None or not math.isfinite(found) or found < 0:
        raise refuse("number")
    return found


def _share(value: object) -> float:
    found = _read(value)
    if found is None or not 0 <= found <= 1:
        raise refuse("share")
    return found


def _read(value: object) -> float | None:
    """A number, or a percentage with its sign; None where it is neither."""
    text = str(value).strip()
    try:
        return float(text.removesuffix("%")) / (_PER_CENT if text.endswith("%") else 1.0)
    except ValueError:
        return None


def _weeks(value: object) -> int:
    text = str(value).strip()
    if not text.isdecimal() or not 0 < int(text) <= MOST_WEEKS:
        raise refuse("weeks", most=str(MOST_WEEKS))
    return int(text)


def _country(word: object) -> str:
    found = find(str(word))
    if found is None:
        raise refuse("country", known=near(str(word), countries()))
    return describe(found).iso3


def _one_of(word: str, known: Iterable[str], code: str) -> str:
    if word not in known:
        raise refuse(code, known=near(word, known))
    return word


def _good(word: object) -> Choice:
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


def _knob(word: str) -> str:
    return _one_of(word, Knobs._fields, "knob")


def _sector(word: str) -> str:
    return _one_of(word, sectors(), "sector")


def _material(word: str) -> str:
    return _one_of(word, (*FAMILIES, *materials()), "good")


MOST_WEEKS = 1040
"""The longest run: twenty years."""
_AS_TEXT = {"type": "string", "pattern": r"^[0-9.]+ ?%?$"}
"""Numbers of a file are texts until they are read."""
Day = Annotated[date, BeforeValidator(_day)]
Number = Annotated[
    float,
    BeforeValidator(_number),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, _AS_TEXT]}),
]
Share = Annotated[
    float,
    BeforeValidator(_share),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, _AS_TEXT]}),
]
Weeks = Annotated[
    int,
    BeforeValidator(_weeks),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, _AS_TEXT]}),
]
Country = Annotated[str, BeforeValidator(_country)]
Goods = Annotated[
    Choice,
    BeforeValidator(_good),
    PlainSerializer("/".join, return_type=str),
    WithJsonSchema({"type": "string"}),
]
Measure = Annotated[str, AfterValidator(_measure)]
Licensed = Annotated[str, AfterValidator(_licensed)]
Knob = Annotated[str, AfterValidator(_knob)]
Sector = Annotated[str, AfterValidator(_sector)]
Material = Annotated[str, AfterValidator(_material)]
