"""The chronicle of a month: what happened, with several reports of one event shown as one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from monazite.briefing.actors import actor
from monazite.briefing.model import Event, Happening
from monazite.catalogue.texts import say
from monazite.facts import table
from monazite.trade.periods import parse

if TYPE_CHECKING:
    from monazite.briefing.month import Month
    from monazite.facts import Row

NEAR_DAYS = 183
"""How far from a month without events the nearest ones may lie."""
_NEAREST = 3


def chronicle(month: Month, lang: str) -> tuple[Happening, ...]:
    """The events of the month in the order of their days; those without a day come last.

    A report of another day, or of the year only, stands with the event it is about.
    """
    groups: dict[str, list[Row]] = {}
    for row in table("events"):
        groups.setdefault(row.fields["group"] or row.id, []).append(row)
    happenings = [
        _happening(rows, month, lang)
        for rows in groups.values()
        if any(_within(row, month) for row in rows)
    ]
    return tuple(sorted(happenings, key=_order))


def nearest(month: Month, lang: str) -> tuple[Happening, ...]:
    """For a month without events: the last ones before it and the first ones after it."""
    dated = sorted(
        (row for row in table("events") if row.fields["date_precision"] == "day"),
        key=lambda row: row.fields["date"],
    )
    near = timedelta(days=NEAR_DAYS)
    before = [r for r in dated if month.first - near <= _day_of(r) < month.first]
    after = [r for r in dated if month.last < _day_of(r) <= month.last + near]
    found = (*before[-_NEAREST:], *after[:_NEAREST])
    return tuple(Happening(row.fields["date"], (_event(row, lang),)) for row in found)


def _day_of(row: Row) -> date:
    return date.fromisoformat(row.fields["date"])


def _within(row: Row, month: Month) -> bool:
    return month.period.contains(parse(row.fields["date"][: len("2025-05")]))


def _happening(rows: list[Row], month: Month, lang: str) -> Happening:
    """One event; its day is the most exact one of the month that a report gives."""
    exact = max((row for row in rows if _within(row, month)), key=lambda r: len(r.fields["date"]))
    return Happening(exact.fields["date"], tuple(_event(row, lang) for row in rows))


def _order(happening: Happening) -> tuple[bool, str]:
    return len(happening.day) < len("2025-05-12"), happening.day


def _event(row: Row, lang: str) -> Event:
    return Event(
        row=row.id,
        day=_day(row, lang),
        actor=actor(row.fields["actor"], lang),
        kind=say(f"brief.kind.{row.fields['kind']}", lang),
        text=row.fields["summary_zh" if lang == "zh" else "summary"],
        source=row.source,
        confidence=row.confidence,
    )


def _day(row: Row, lang: str) -> str:
    written = row.fields["date"]
    if row.fields["date_precision"] == "day":
        return written
    key = "month" if row.fields["date_precision"] == "month" else "year"
    return say(f"brief.chronicle.{key}_only", lang, **{key: written})
