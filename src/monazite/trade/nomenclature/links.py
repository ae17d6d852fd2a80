"""What changed from one edition of the Harmonized System to the next, for strategic headings.

The links are those of the UN Statistics Division's correspondence tables (after the WCO's
correlation tables), written down for the headings of `HEADINGS` wherever a code does not simply go
on as itself. The codes of every edition follow from those of HS 2022 and the links backwards.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.tables import rows
from monazite.trade.flows.columns import HS_VINTAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

EDITIONS = tuple(HS_VINTAGES)
"""The editions from HS92 to HS22, in order."""
HEADINGS = frozenset({
    "2504", "2530", "2602", "2603", "2604", "2605", "2606", "2609", "2610", "2611", "2612", "2613",
    "2614", "2615", "2616", "2617", "2804", "2805", "2811", "2820", "2822", "2825", "2836", "2841",
    "2843", "2844", "2846", "2848", "2849", "2850", "2853", "3801", "3818", "7110", "7202", "8101",
    "8102", "8103", "8104", "8105", "8106", "8107", "8108", "8109", "8110", "8111", "8112", "8113",
    "8505",
})  # fmt: skip
"""Headings that are covered whole."""
SINGLE = frozenset({
    "251020", "251110", "251910", "252800", "252922", "260700", "260800", "711510", "760110",
})  # fmt: skip
"""Codes of HS 2022 that are covered although the rest of their heading is not."""
_FILE = Path(__file__).parent / "data" / "links.csv"
_NATIONAL = re.compile(r"[A-Z]{2}-[A-Z]+(?P<year>\d{4})")
_HS_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Link:
    """Some or all of what stood under `old` stands under `new` since the edition.

    `trace` marks what would tie a code to hundreds of others for a small part of it (electrical
    waste, compounds of mercury, parts of implants): it is told, but nothing is summed over it.
    """

    edition: str
    old: str
    new: str
    trace: bool
    what: str
    what_zh: str
    source: str
    confidence: str


@cache
def links(edition: str) -> tuple[Link, ...]:
    """What came with an edition; a code that is in no link went on as itself."""
    return tuple(link for link in _links() if link.edition == edition)


@cache
def codes(edition: str) -> frozenset[str]:
    """The covered codes that an edition holds."""
    if edition == EDITIONS[-1]:
        every = (row["code"] for row in rows("hs") if len(row["code"]) == _HS_DIGITS)
        return frozenset(code for code in every if code[:4] in HEADINGS or code in SINGLE)
    later = EDITIONS[EDITIONS.index(edition) + 1]
    plain = [link for link in links(later) if not link.trace]
    return (codes(later) - {link.new for link in plain}) | {link.old for link in plain}


@cache
def onward(edition: str) -> Mapping[str, frozenset[str]]:
    """Where every covered code of the edition before went with this one, traces left out."""
    moved: dict[str, set[str]] = {}
    for link in links(edition):
        if not link.trace:
            moved.setdefault(link.old, set()).add(link.new)
    before = codes(EDITIONS[EDITIONS.index(edition) - 1])
    return {code: frozenset(moved.get(code, {code})) for code in before}


def edition_of(nomenclature: str) -> str | None:
    """The edition under a nomenclature: HS17 is itself, EU-CN2023 stands on HS22; else none.

    A national nomenclature is taken to follow the edition in force on 1 January of its year; some
    countries changed weeks or years later.
    """
    if nomenclature in EDITIONS:
        return nomenclature
    national = _NATIONAL.fullmatch(nomenclature)
    if national is None:
        return None
    found = [name for name in EDITIONS if HS_VINTAGES[name] <= int(national["year"])]
    return found[-1] if found else None


@cache
def _links() -> tuple[Link, ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Link(**{**row, "trace": row["trace"] == "yes"})  # type: ignore[arg-type]
            for row in csv.DictReader(file)
        )
