"""The publishers' rules of release, as `data/releases.yaml` tells them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_FILE = Path(__file__).parent / "data" / "releases.yaml"
DEFAULT = 0
"""The window of every month that has none of its own."""

Days = tuple[int, int]
MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """When one series of a publisher comes out.

    A series of months has either `days` (windows in the month of release, by its number) or
    `days_after` (days from the end of the month covered); one of years has `window`; a rolling one
    has none. `calendar` holds the days that the publisher announced, by the period covered.
    """

    series: str
    publisher: str
    what: str
    what_zh: str
    every: Literal["month", "year", "none"]
    source: str
    confidence: str
    note: str
    note_zh: str
    calendar: Mapping[str, date]
    months_after: int
    days: Mapping[int, Days]
    days_after: Days | None
    window: tuple[MonthDay, MonthDay] | None
    covers: int
    joined: frozenset[int]
    working_days: bool


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by the name of its series, in the order of the file."""
    entries = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {series: _rule(series, entry) for series, entry in entries.items()}


def _rule(series: str, entry: dict[str, Any]) -> Rule:
    window = entry.get("window")
    return Rule(
        series=series,
        publisher=entry["publisher"],
        what=entry["what"],
        what_zh=entry["what_zh"],
        every=entry["every"],
        source=entry["source"],
        confidence=entry["confidence"],
        note=entry["note"],
        note_zh=entry["note_zh"],
        calendar=entry.get("calendar", {}),
        months_after=entry.get("months_after", 0),
        days=_days(entry),
        days_after=tuple(entry["days_after"]) if "days_after" in entry else None,
        window=(_month_day(window[0]), _month_day(window[1])) if window else None,
        covers=entry.get("covers", 0),
        joined=frozenset(entry.get("joined", ())),
        working_days=entry.get("working_days", False),
    )


def _days(entry: dict[str, Any]) -> dict[int, Days]:
    found = entry.get("days", {})
    return {DEFAULT if month == "default" else month: (a, b) for month, (a, b) in found.items()}


def _month_day(text: str) -> MonthDay:
    month, day = text.split("-")
    return int(month), int(day)
