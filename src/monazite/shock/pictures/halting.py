"""A calendar of halts: who stops when and how much, and the output that is missing by week."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.halts import CELLS, ONSETS, halts
from monazite.charts.shock_shapes import Cell, Onset
from monazite.shock.pictures.wording import banded, behind, percent, rests, user
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.shock.results.outcome import Halt, Outcome, Output

MOST = 18
"""Lanes of halts in a picture; the table behind it has all of them."""
RARE = 0.05
"""A halt in a smaller part of the draws is left to the table."""
_LEAST = 0.01
_BOUNDS = (0.02, 0.05, 0.1, 0.25)
_COLUMNS = ("sector_country", "low", "middle", "high", "draws", "stopped")


def calendar(found: Outcome, title: str, lang: str) -> Picture:
    """The halts of a run, the first at the head, and below them the world's sectors by week.

    A run without any halt shows the weeks alone.
    """
    onsets = [_onset(one, found.draws, lang) for one in likely(found)]
    cells = [_cell(one, lang) for one in _touched(found)]
    weeks = cells or [_cell(one, lang) for one in found.output]
    caption = Caption(
        title=_title(found, title, lang),
        source=" ".join([say("shock.pictures.halts.source", lang), rests(found, lang)]),
        axis="",
        labels={
            ONSETS: say("shock.pictures.halts.onsets", lang),
            CELLS: say("shock.pictures.halts.cells", lang),
        },
    )
    text = [*_told(found, lang), *remarks(found, lang)]
    rows = [_row(one, lang) for one in found.halts]
    return Picture(halts(onsets, weeks, _names(lang), caption), behind(text, _COLUMNS, rows, lang))


def likely(found: Outcome, most: int = MOST) -> list[Halt]:
    """The halts that cost most among those that are not rare, the first to stop at the head.

    By the lost value added of the median draw: the first of all are small users with small stocks.
    """
    lost = {(one.sector, one.country): one.lost_musd for one in found.losses}
    known = [one for one in found.halts if one.draws >= RARE]

    def cost(one: Halt) -> tuple[float, float]:
        band = lost.get((one.sector, one.country))
        return (0.0, 0.0) if band is None else (band.p50, band.p95)

    costly = sorted(known, key=cost, reverse=True)[:most]
    return sorted(costly, key=lambda one: (one.first_week.p50.week, -one.draws))


def _title(found: Outcome, title: str, lang: str) -> str:
    key = "title" if likely(found) else "none"
    return say(f"shock.pictures.halts.{key}", lang, scenario=title)


def _touched(found: Outcome) -> list[Output]:
    """The weeks of sectors of which at least 1 % is missing in any of them, at the median."""
    sectors = {one.sector for one in found.output if _missing(one) >= _LEAST}
    return [one for one in found.output if one.sector in sectors]


def _missing(one: Output) -> float:
    return 1.0 - one.share.p50


def _step(part: float) -> int:
    return bisect_right(_BOUNDS, part)


def _names(lang: str) -> list[str]:
    bounds = [percent(bound) for bound in _BOUNDS]
    return [
        say("shock.pictures.halts.under", lang, high=bounds[0]),
        *(
            say("shock.pictures.halts.between", lang, low=low, high=high)
            for low, high in pairwise(bounds)
        ),
        say("shock.pictures.halts.over", lang, low=bounds[-1]),
    ]


def _onset(one: Halt, draws: int, lang: str) -> Onset:
    low, middle, high = (
        date.fromisoformat(week.date)
        for week in (one.first_week.p5, one.first_week.p50, one.first_week.p95)
    )
    part = banded(one.share, lang, percent)
    key = "one" if draws == 1 else "text"
    text = say(f"shock.pictures.halts.{key}", lang, part=part, draws=percent(one.draws))
    tip = say("shock.pictures.halts.tip", lang, low=low, middle=middle, high=high)
    name = user(one.sector, one.country, lang)
    return Onset(name, low, middle, high, _step(one.share.p50), text, tip)


def _cell(one: Output, lang: str) -> Cell:
    part = _missing(one)
    tip = say(
        "shock.pictures.halts.week", lang, week=one.date, part=percent(max(part, 0.0)),
        low=percent(max(1 - one.share.p95, 0.0)), high=percent(max(1 - one.share.p5, 0.0)),
    )  # fmt: skip
    step = _step(part) if part >= _LEAST else None
    return Cell(user(one.sector, None, lang), date.fromisoformat(one.date), step, tip)


def _told(found: Outcome, lang: str) -> Iterator[str]:
    """The first three who stop; each sector in its worst week."""
    for one in likely(found)[:3]:
        yield say(
            "shock.pictures.halts.first", lang, user=user(one.sector, one.country, lang),
            week=one.first_week.p50.date, low=one.first_week.p5.date, high=one.first_week.p95.date,
            draws=percent(one.draws), part=banded(one.share, lang, percent),
        )  # fmt: skip
    for week in _worst(_touched(found)):
        yield say(
            "shock.pictures.halts.worst", lang, sector=user(week.sector, None, lang),
            week=week.date, part=percent(_missing(week)),
        )  # fmt: skip


def _worst(weeks: Sequence[Output]) -> list[Output]:
    found: dict[str, Output] = {}
    for one in weeks:
        known = found.setdefault(one.sector, one)
        if _missing(one) > _missing(known):
            found[one.sector] = one
    return list(found.values())


def _row(one: Halt, lang: str) -> tuple[str, ...]:
    first = one.first_week
    return (
        user(one.sector, one.country, lang), first.p5.date, first.p50.date, first.p95.date,
        percent(one.draws), banded(one.share, lang, percent),
    )  # fmt: skip
