"""Chinese words: what may stand in them in Latin letters, and what is left when that is gone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from monazite.catalogue.elements import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Names of firms, programmes, documents and reagents that have no Chinese form of their own.
NAMES = (
    "TechInsights", "RESourceEU", "COM", "DS431", "DS432", "DS433", "JSON", "X/Y/Z",
    "P507", "P204", "N235", "C272", "170A",
)  # fmt: skip
UNITS = (
    "mm", "um", "g/cm3", "mAh/g", "MPa", "GPa", "1/K", "kHz", "MHz", "ohm", "cm", "ppm", "inch",
    "A/cm2", "Wh/kg", "m3", "kW", "kg", "min", "nm", "℃",
)  # fmt: skip


def _whole(word: str) -> str:
    return rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])"


_KNOWN = re.compile("|".join(map(_whole, sorted((*NAMES, *UNITS), key=len, reverse=True))))
_CODE = re.compile(r"(?<![A-Za-z0-9])\d[A-E]\d{3}(\.[a-z0-9]+)*")
_LIMB = re.compile(r"（(第)?([0-9]*[a-z]?)((\.|-)[a-z0-9]+)*(项)?）")
_SHORT_UNIT = re.compile(r"(?<=\d )[ACTm](?![A-Za-z])")
_MEASURE = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(-[A-Z0-9]+)+(\.\d\d)?")
_WORD = re.compile(r"[A-Za-z][A-Za-z/0-9]*")


def latin(text: str, given: Iterable[str] = ()) -> list[str]:
    """The Latin words of a text that are no code, unit, element, name, or word of the asker."""
    if _words(_without_known(text)):
        for word in sorted(set(given) - SYMBOLS, key=len, reverse=True):
            text = re.sub(_whole(word), " ", text)
    return _words(_without_known(text))


@cache
def _without_known(text: str) -> str:
    for pattern in (_CODE, _LIMB, _SHORT_UNIT, _MEASURE, _KNOWN):
        text = pattern.sub(" ", text)
    return text


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word not in SYMBOLS]


def strings(value: object) -> Iterator[str]:
    """Every text inside nested tuples, lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)
