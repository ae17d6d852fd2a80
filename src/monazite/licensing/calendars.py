"""The working days of a regime: a dated table, each year with the notice that announces it."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.errors import LawDataError
from monazite.law.sources import REGIMES
from monazite.law.tables import Table, place, table, unknown_keys
from monazite.ledger.calendar import WorkingDays, Year
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILE = "calendar.yaml"
_SATURDAY = 5
_CONFIDENCE = ("found", "memory", "uncertain")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Notice:
    """What announces the working days of a year; issued: the date under it."""

    source: str
    issued: date
    confidence: str


@lru_cache
def calendar(name: str | None) -> WorkingDays:
    """The working days of that regime; of one without a table, Monday to Friday."""
    return read_calendar(_path(name))


@lru_cache
def notices(name: str | None) -> Mapping[int, Notice]:
    """What announces each year of that regime's table; nothing where no holidays are known."""
    years: Table = table(_path(name))["years"]
    return {
        int(year): Notice(said["source"], date.fromisoformat(said["issued"]), said["confidence"])
        for year, said in years.items()
    }


def read_calendar(path: Path) -> WorkingDays:
    """The table of a file; LawDataError lists every problem with its place."""
    data = table(path)
    if problems := list(_problems(data, place(path))):
        raise LawDataError(problems)
    return WorkingDays(
        name=data["calendar"],
        years={int(year): _year(said) for year, said in data["years"].items()},
        hash=hashlib.sha256(path.read_bytes()).hexdigest(),
        weekdays_only=data["weekdays_only"],
    )


def _path(name: str | None) -> Path:
    return REGIMES / regime(name).name / FILE


def _year(said: Table) -> Year:
    days = (day for stretch in said["holidays"] for day in _stretch(stretch))
    off = (day for day in days if day.weekday() < _SATURDAY)
    return Year(frozenset(off), frozenset(date.fromisoformat(day) for day in said["worked"]))


def _stretch(text: str) -> list[date]:
    """Every day of `2026-02-15/2026-02-23`."""
    days = text.split("/")
    if len(days) != 2:  # noqa: PLR2004 - the first and the last
        raise ValueError(f"{text!r} is no stretch; write its first and last day: DAY/DAY")
    first, last = (date.fromisoformat(day) for day in days)
    if last < first:
        raise ValueError(f"{text!r} ends before it begins; write its first day first")
    return [first + _DAY * n for n in range((last - first).days + 1)]


def _problems(data: Table, where: str) -> Iterator[str]:
    shape = {"calendar": str, "weekdays_only": bool, "years": dict}
    shapes = list(_shapes(data, shape, where))
    yield from shapes
    if shapes:
        return
    years = [year for year in data["years"] if year.isdigit()]
    yield from (f"{where}: {year!r} is no year" for year in data["years"].keys() - set(years))
    numbers = [int(year) for year in years]
    if bool(numbers) == data["weekdays_only"]:
        yield f"{where}: it has years, or it has weekdays only"
    if numbers != list(range(numbers[0], numbers[0] + len(numbers)) if numbers else ()):
        yield f"{where}: the years follow each other without a gap"
    for year in years:
        yield from _of_year(int(year), data["years"][year], f"{where} {year}")


def _shapes(data: object, shape: Mapping[str, type], where: str) -> Iterator[str]:
    if not isinstance(data, dict):
        yield f"{where}: not a mapping"
        return
    yield from unknown_keys(data, shape, where)
    for key, kind in shape.items():
        if type(data.get(key)) is not kind:
            yield f"{where}: {key} is a {kind.__name__}"


def _of_year(year: int, said: Table, where: str) -> Iterator[str]:
    shape = {"source": str, "issued": str, "confidence": str, "holidays": list, "worked": list}
    shapes = list(_shapes(said, shape, where))
    yield from shapes
    if shapes:
        return
    if said["confidence"] not in _CONFIDENCE:
        yield f"{where}: confidence is one of {', '.join(_CONFIDENCE)}"
    try:
        date.fromisoformat(said["issued"])
        off = [day for stretch in said["holidays"] for day in _stretch(stretch)]
        worked = [date.fromisoformat(day) for day in said["worked"]]
    except (TypeError, ValueError, AttributeError) as error:
        yield f"{where}: {error}"
        return
    yield from (f"{where}: {day} is in another year" for day in [*off, *worked] if day.year != year)
    counts = [*Counter(off).items(), *Counter(worked).items()]
    yield from (f"{where}: {day} is listed twice" for day, count in counts if count > 1)
    yield from (f"{where}: {day} is a holiday and worked" for day in sorted({*off} & {*worked}))
    yield from (f"{where}: {day} is a weekday" for day in worked if day.weekday() < _SATURDAY)
