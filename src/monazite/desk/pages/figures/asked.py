"""What a reader asks of the figures: the period, the day, a destination, a material."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from monazite.desk.figures.period import year_until
from monazite.errors import InputError


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filed from first to last, as they stand on a day; destination, material: "" for all."""

    first: date
    last: date
    on: date
    destination: str
    material: str


def wanted(said: Mapping[str, str], today: date) -> Wanted:
    """The reader's own, the year until today where nothing is said; InputError for no day."""
    last = _day(said, "to") or today
    return Wanted(
        first=_day(said, "from") or year_until(last),
        last=last,
        on=_day(said, "on") or today,
        destination=said.get("destination", "").strip()[:60],
        material=said.get("material", "").strip()[:20],
    )


def _day(said: Mapping[str, str], name: str) -> date | None:
    text = said.get(name, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(name, text[:40], "a day such as 2026-01-31", "day") from error
