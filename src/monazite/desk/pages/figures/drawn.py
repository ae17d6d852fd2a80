"""Figures with a picture, and the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monazite.catalogue.texts import say
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.desk.pages.pictures.fan import Fan, fan
from monazite.desk.pages.pictures.stacks import Stacks, stacks
from monazite.desk.pages.pictures.steps import Steps, steps
from monazite.licensing.figures.backlog import Band
from monazite.licensing.figures.report import QueueReport
from monazite.licensing.figures.waiting import Curve
from monazite.licensing.figures.weeks import Week

_SHOWN = 26


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting time: its picture (None where a reason says why), quartiles, and counts."""

    name: str
    definition: str
    reason: str
    picture: Steps | None
    quartiles: tuple[tuple[str, str], ...]
    cases: str
    unit: str


@dataclass(frozen=True, slots=True)
class Weekly:
    """What went out week by week; earlier weeks stand in the file."""

    picture: Stacks
    rows: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Backlog:
    """The backlog and where it may go; reason: why nothing is said of the coming weeks."""

    pending: str
    applied: str
    closed: str
    weeks: int
    picture: Fan | None
    rows: tuple[Band, ...]
    reason: str


def curve(found: Curve, lang: str) -> Waiting:
    """A waiting time as the page tells it."""
    reason = say(f"licensing.figures.reason.{found.reason}", lang) if found.reason else ""
    none = say("licensing.figures.reason.not_reached", lang)
    reached = tuple(
        (say(f"desk.pages.figures.quartile.{n}", lang), none if day is None else f"{day:,}")
        for n, day in zip((25, 50, 75), found.quartiles, strict=True)
    )
    counts = {"cases": f"{found.cases:,}", "decided": f"{found.decided:,}"}
    return Waiting(
        say(f"licensing.figures.name.{found.measure}", lang),
        say(f"licensing.figures.definition.{found.measure}", lang),
        reason,
        None if found.reason else steps(found),
        () if found.reason else reached,
        say("desk.pages.figures.cases", lang, **counts),
        say(f"desk.pages.figures.unit.{found.unit}", lang),
    )


def weekly(report: QueueReport, lang: str) -> Weekly:
    """Granted, refused and otherwise closed in each of the last weeks."""
    last = report.weeks[-_SHOWN:]
    names = [
        say(f"desk.pages.figures.closed.{name}", lang) for name in ("granted", "refused", "else")
    ]
    return Weekly(stacks([(_day(week.first), _parts(week, names)) for week in last]), last[::-1])


def ages(report: QueueReport, lang: str) -> Bars:
    """All that wait, by how long."""
    return bars(
        [
            (_age(age.first, age.last, lang), [Part(age.cases, 1)], f"{age.cases:,}")
            for age in report.ages
        ]
    )


def backlog(report: QueueReport, lang: str) -> Backlog | None:
    """The forecast as the page tells it."""
    found = report.forecast
    if found is None:
        return None
    if found.reason:
        reason = say(f"licensing.figures.reason.{found.reason}", lang)
        return Backlog(f"{found.pending:,}", "", "", found.weeks, None, (), reason)
    before = [(_day(week.first), week.pending) for week in report.weeks[-_SHOWN:]]
    ahead = [(_day(band.week), band.low, band.middle, band.high) for band in found.bands]
    return Backlog(
        f"{found.pending:,}", f"{found.came:,.1f}", f"{found.closed:,.1f}", found.weeks,
        fan(before, found.pending, ahead), found.bands, "",
    )  # fmt: skip


def _parts(week: Week, names: list[str]) -> list[tuple[int, str]]:
    others = week.closed - week.granted - week.refused
    counts = (week.granted, week.refused, others)
    return [
        (count, f"{week.first} {name}: {count:,}")
        for count, name in zip(counts, names, strict=True)
    ]


def _age(first: int, last: int | None, lang: str) -> str:
    if last is None:
        return say("desk.pages.figures.age_more", lang, first=first)
    return say("desk.pages.figures.age", lang, first=first, last=last)


def _day(at: date) -> str:
    return f"{at:%m-%d}"
