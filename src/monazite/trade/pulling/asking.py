"""What people ask for in the words of UN Comtrade's API.

Comtrade counts some reporters under numbers other than M49's: the areas whose trade a country's
customs report as one (the United States with Puerto Rico and the Virgin Islands, France with
Monaco, Switzerland with Liechtenstein, Norway with Svalbard; India's number is an old one).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.catalogue import countries
from monazite.errors import InputError
from monazite.trade.periods import Period, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

_REPORTERS = {"CHE": "757", "FRA": "251", "IND": "699", "NOR": "579", "USA": "842"}
_FLOWS = {"export": "X", "import": "M", "re-export": "RX", "re-import": "RM"}
_CODE = re.compile(r"[0-9]{6}")
_YEAR = 12


def codes_of(codes: Iterable[str]) -> tuple[str, ...]:
    """Six-digit codes, each once, in order; dots and spaces inside do not count."""
    found = {re.sub(r"[.\s]", "", code) for code in codes}
    for code in found:
        if not _CODE.fullmatch(code):
            raise InputError("codes", code, "six digits of the Harmonized System, such as 284690")
    if not found:
        raise InputError("codes", None, "at least one six-digit code, such as 284690")
    return tuple(sorted(found))


def reporters_of(reporters: Iterable[str]) -> tuple[str, ...]:
    """Comtrade's numbers of countries, each once, in order; none means all reporters."""
    found = (countries.describe(countries.country(word, "reporters")) for word in reporters)
    return tuple(sorted({_REPORTERS.get(one.iso3, str(int(one.m49))) for one in found}))


def flows_of(flows: Iterable[str]) -> tuple[str, ...]:
    """X, M, RX and RM for the words of the flow table."""
    found = set(flows)
    for flow in found:
        if flow not in _FLOWS:
            raise InputError("flows", flow, ", ".join(_FLOWS))
    if not found:
        raise InputError("flows", None, ", ".join(_FLOWS))
    return tuple(sorted(_FLOWS[flow] for flow in found))


def periods_of(periods: Iterable[str | int]) -> tuple[str, tuple[str, ...]]:
    """A with years or M with months, each once, in order."""
    found = sorted({parse(str(period), "periods") for period in periods})
    lengths = {one.months for one in found}
    if lengths == {_YEAR} and all(one.first % _YEAR == 0 for one in found):
        return "A", tuple(one.text for one in found)
    if lengths == {1}:
        return "M", tuple(_number(one) for one in found)
    raise InputError(
        "periods",
        ", ".join(one.text for one in found),
        "years such as 2023 or months such as 2023-05, not both",
    )


def _number(one: Period) -> str:
    return one.text.replace("-", "")
