"""The values of the page: every figure with its name, its definition and its picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from monazite.catalogue.texts import say
from monazite.desk.pages.figures.drawn import Waiting, ages, backlog, curve, weekly
from monazite.desk.pages.home.rows import country
from monazite.desk.people.models import AGENCY, Organisation
from monazite.desk.people.named import named
from monazite.law.store import load
from monazite.law.words import material
from monazite.licensing.figures.changes import Changes
from monazite.licensing.figures.counts import Counts
from monazite.licensing.figures.facts import DIMENSIONS
from monazite.licensing.figures.groups import Group
from monazite.licensing.figures.materials import controlled
from monazite.licensing.figures.report import QueueReport
from monazite.licensing.figures.shares import Share

_COUNTS = (
    "applied", "accepted", "granted", "refused", "not_required", "withdrawn", "superseded",
    "returned", "pending",
)  # fmt: skip
_SHARES = ("among_decided", "among_applied")
_QUARTILES = ("25", "50", "75")
_MEDIAN = 4
"""Where the tenths of a group have the half."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is read: its name, its value, how it was counted, and what it means."""

    name: str
    value: str
    of: str
    interval: str
    definition: str


@dataclass(frozen=True, slots=True)
class Row:
    """One destination or material."""

    name: str
    applied: str
    granted: str
    refused: str
    pending: str
    among_decided: str
    among_applied: str
    median: str


@dataclass(frozen=True, slots=True)
class Queue:
    """The tasks of one kind in an office."""

    office: str
    kind: str
    opened: str
    done: str
    open: str
    days: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Changes asked of licences: the counts that are not 0, and how long they took."""

    counts: list[Figure]
    waiting: Waiting


def context(report: QueueReport, lang: str) -> dict[str, Any]:
    """What the template says."""
    return {
        "report": report,
        "nothing": not _any(report),
        "counts": [_count(report.counts, name, lang) for name in _COUNTS],
        "shares": [share(name, getattr(report, name), lang) for name in _SHARES],
        "curves": [curve(each, lang) for each in report.waiting],
        "changes": _changes(report.changes, lang),
        "weekly": weekly(report, lang),
        "ages": ages(report, lang),
        "backlog": backlog(report, lang),
        "groups": [_groups(report, dimension, lang) for dimension in DIMENSIONS],
        "offices": _offices(report, lang),
        "materials": _materials(report.scope.regime, lang),
    }


def share(name: str, found: Share, lang: str) -> Figure:
    """A share with its fraction, and its interval where it has one."""
    value, of, interval = "", "", ""
    if found.value is None:
        value = say(f"licensing.figures.reason.{found.reason}", lang)
    else:
        value = f"{found.value:.1%}"
        counts = {"few": f"{found.numerator:,}", "many": f"{found.denominator:,}"}
        of = say("desk.pages.figures.of", lang, **counts)
    if found.low is not None and found.high is not None:
        bounds = {"low": f"{found.low:.1%}", "high": f"{found.high:.1%}"}
        interval = say("desk.pages.figures.interval", lang, **bounds)
    return Figure(_name(name, lang), value, of, interval, _definition(name, lang))


def _count(counts: Counts | None, name: str, lang: str) -> Figure:
    count = getattr(counts, name, None)
    return Figure(_name(name, lang), f"{count:,}", "", "", _definition(name, lang))


def _any(report: QueueReport) -> bool:
    """Whether anything was filed or is waiting."""
    filed = (each.applied for each in (report.counts, report.changes.counts) if each)
    return any(filed) or bool(report.forecast and report.forecast.pending)


def _changes(found: Changes, lang: str) -> Changed | None:
    """What was asked of licences, None where nothing was."""
    if found.counts is None or found.waiting is None or not found.counts.applied:
        return None
    rows = [_count(found.counts, name, lang) for name in _COUNTS]
    return Changed([each for each in rows if each.value != "0"], curve(found.waiting, lang))


def _groups(report: QueueReport, dimension: str, lang: str) -> dict[str, Any]:
    rows = [each for each in report.groups if each.dimension == dimension]
    return {"name": _name(dimension, lang), "rows": [_row(each, lang) for each in rows]}


def _row(group: Group, lang: str) -> Row:
    names = {"destination": country, "material": material}
    unknown = say(f"desk.pages.figures.none.{group.dimension}", lang)
    counts = group.counts
    return Row(
        name=names[group.dimension](group.key, lang) if group.key else unknown,
        applied=f"{counts.applied:,}",
        granted=f"{counts.granted:,}",
        refused=f"{counts.refused:,}",
        pending=f"{counts.pending:,}",
        among_decided=share("among_decided", group.among_decided, lang).value,
        among_applied=share("among_applied", group.among_applied, lang).value,
        median=days(group.days[_MEDIAN], lang),
    )


def days(found: int | None, lang: str) -> str:
    """So many, or that it is not reached."""
    return say("licensing.figures.reason.not_reached", lang) if found is None else f"{found:,}"


def _offices(report: QueueReport, lang: str) -> list[Queue]:
    held = {each.office for each in report.offices}
    agencies = Organisation.objects.filter(kind=AGENCY, name__in=held) if held else ()
    names = {each.name: named(each, lang) for each in agencies}
    return [
        Queue(
            names.get(each.office, each.office), say(f"desk.task.{each.kind}", lang),
            f"{each.opened:,}", f"{each.done:,}", f"{each.open:,}",
            tuple(_named(each.days, lang)),
        )
        for each in report.offices
    ]  # fmt: skip


def _named(quartiles: Sequence[int | None], lang: str) -> Iterator[tuple[str, str]]:
    for name, day in zip(_QUARTILES, quartiles, strict=True):
        yield say(f"desk.pages.figures.quartile.{name}", lang), days(day, lang)


def _materials(regime: str, lang: str) -> list[tuple[str, str]]:
    law = load()
    found = controlled(law, law.jurisdiction_of(regime))
    return sorted(((code, material(code, lang)) for code in found), key=lambda each: each[1])


def _name(name: str, lang: str) -> str:
    return say(f"licensing.figures.name.{name}", lang)


def _definition(name: str, lang: str) -> str:
    return say(f"licensing.figures.definition.{name}", lang)
