"""First years of projects: who is to deliver when, stage by stage, and how far each has come."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.picture import Picture
from monazite.charts.behind import Behind
from monazite.charts.firsts import firsts
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import First
from monazite.shock.projects.columns import STATUSES
from monazite.shock.projects.words import capacity, material, status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from monazite.shock.projects.project import Project

_ROLES = ("step5", "step4", "step3", "step2", "step1", "doubt", "mark")
_PAST = 2
"""Years before the newest statement that still have a place of their own."""
_HEAD = ("project", "place", "stage", "makes", "capacity", "first", "status", "capex")


def timeline(projects: Sequence[Project], lang: str) -> Picture:
    """A mark for each project at the year of its first output, as last told; by stage."""
    newest = max(one.on for one in projects)
    begun = newest.year - _PAST
    told = sorted({one.first_year for one in projects if one.first_year is not None})
    years = [str(year) for year in range(begun, max([begun, *told]) + 1)]
    axis = [_earlier(begun, lang), *years, say("shock.projects.chart.no_year", lang)]
    caption = Caption(
        title=say("shock.projects.chart.title", lang),
        source=say("shock.projects.chart.source", lang, count=len(projects), on=newest.isoformat()),
        axis="",
        labels={},
    )
    chart = firsts(
        [_first(one, begun, lang) for one in projects], axis,
        {status(one, lang): role for one, role in zip(STATUSES, _ROLES, strict=True)}, caption,
    )  # fmt: skip
    return Picture(chart, _behind(projects, newest, lang))


def _earlier(begun: int, lang: str) -> str:
    return say("shock.projects.chart.earlier", lang, year=begun)


def _first(one: Project, begun: int, lang: str) -> First:
    year = say("shock.projects.chart.no_year", lang)
    if one.first_year is not None:
        year = str(one.first_year) if one.first_year >= begun else _earlier(begun, lang)
    return First(
        panel=words.stage(one.stage, lang),
        lane=f"{one.name} ({words.country(one.country, lang)})",
        year=year,
        state=status(one.status, lang),
        text=f"{material(one.material, lang)} {capacity(one)}".strip(),
        tip=say("shock.projects.chart.tip", lang, on=one.on.isoformat(), id=one.id),
    )


def _behind(projects: Sequence[Project], newest: date, lang: str) -> Behind:
    return Behind(
        text=tuple(_told(projects, newest, lang)),
        name=say("chain.pictures.table", lang),
        columns=tuple(say(f"shock.projects.head.{name}", lang) for name in _HEAD),
        rows=tuple(cells(one, lang) for one in projects),
    )


def _told(projects: Sequence[Project], newest: date, lang: str) -> Iterator[str]:
    """How many have come how far."""
    counts = Counter(one.status for one in projects)
    said = [
        say("shock.projects.chart.counted", lang, status=status(one, lang), count=counts[one])
        for one in STATUSES if one in counts
    ]  # fmt: skip
    yield say(
        "shock.projects.chart.told", lang, count=len(projects), on=newest.isoformat(),
        statuses=say("shock.projects.chart.between", lang).join(said),
    )  # fmt: skip


def cells(one: Project, lang: str) -> tuple[str, ...]:
    """A project as people read it in a row of a table."""
    cost = one.capex_musd
    return (
        one.name, words.country(one.country, lang), words.stage(one.stage, lang),
        material(one.material, lang), capacity(one),
        "" if one.first_year is None else str(one.first_year), status(one.status, lang),
        "" if cost is None else f"{cost:,.0f}",
    )  # fmt: skip
