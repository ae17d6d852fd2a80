"""The days on which something of a scenario begins or ends, as marks of a time axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.charts.shapes import Marker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from monazite.shock.scenarios.schema import Scenario, Window


def days(found: Scenario, lang: str) -> list[Marker]:
    """A mark for each day, the first at the head; a day on which one ends and one begins once."""
    begins = {one.from_ for one in _windows(found)}
    ends = {one.until for one in _windows(found) if one.until is not None}
    # What goes on in another form the next day does not end.
    ends = {day for day in ends if not any(0 <= (other - day).days <= 1 for other in begins)}
    return sorted(
        [_mark(day, "begins", lang) for day in begins] + [_mark(day, "ends", lang) for day in ends],
        key=lambda mark: mark.day,
    )


def _mark(day: date, what: str, lang: str) -> Marker:
    return Marker(day, day.isoformat(), say(f"shock.pictures.day.{what}", lang, day=day))


def _windows(found: Scenario) -> Iterator[Window]:
    law = found.law
    for part in (
        law.add, law.suspend, law.lift, found.friction, found.bans, found.licences, found.quotas,
        found.duties, found.demand, found.supply, found.stockpile, found.announced,
    ):  # fmt: skip
        yield from part
