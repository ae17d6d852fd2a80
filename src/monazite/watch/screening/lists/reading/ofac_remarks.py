"""What OFAC writes into the remarks of an entry: dates, numbers, nationalities, weak aliases."""

from __future__ import annotations

import re
from typing import NamedTuple

from monazite.watch.screening.lists.reading.days import parts
from monazite.watch.screening.lists.reading.idents import KNOWN, kind_of

_BORN = re.compile(r"(?:alt\. )?(?:DOB|Organization Established Date) (.+)")
_NATION = re.compile(r"(?:alt\. )?(?:nationality|citizen|Nationality of Registration) (.+)")
_WEAK = re.compile(r"(?:alt\. )?a\.k\.a\. '(.+?)'\.?")
_SWIFT = re.compile(r"(?:alt\. )?SWIFT/BIC ([A-Z0-9]{8,11})")
_NUMBERED = re.compile(r"\b(no|number|licen[cs]e|id)\b")
"""What other words of a number hold; "Linked To" and a date is none."""
_NUMBER = re.compile(
    r"(?:alt\. )?(?P<kind>[A-Za-z][A-Za-z ./#&'-]*?)[.:#]? +"
    r"(?P<value>(?:IMO )?[A-Z0-9][^ ()]*\d[^ ()]*)"
    r"(?: \((?P<country>[^)]+)\))?(?: (?:issued|expires) .*)?"
)  # fmt: skip


class Remarks(NamedTuple):
    """What was understood; note: the rest, as it is written."""

    dates: list[str]
    countries: list[str]
    weak: list[str]
    numbers: list[tuple[str, str, str]]
    note: str


def remarks(text: str) -> Remarks:
    """Remarks taken apart at their semicolons."""
    found = Remarks([], [], [], [], "")
    left: list[str] = []
    for part in text.strip().rstrip(".").split(";"):
        bare = part.strip().rstrip(".")
        if bare and not _understood(bare, found):
            left.append(bare)
    return found._replace(note="; ".join(left))


def _understood(part: str, found: Remarks) -> bool:
    if born := _BORN.fullmatch(part):
        told = parts(born[1])
        found.dates.extend(told)
        return bool(told)
    if nation := _NATION.fullmatch(part):
        found.countries.append(nation[1])
        return True
    if weak := _WEAK.fullmatch(part):
        found.weak.append(weak[1])
        return True
    if swift := _SWIFT.fullmatch(part):
        found.numbers.append(("swift", swift[1], ""))
        return True
    number = _NUMBER.fullmatch(part)
    kind = "" if number is None else kind_of(number["kind"], number["value"])
    if number is None or not (kind in KNOWN or _NUMBERED.search(kind)):
        return False
    found.numbers.append((kind, number["value"], number["country"] or ""))
    return True
