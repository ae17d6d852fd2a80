"""A calendar of halts: who stands in which week, and the output that is missing by week."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.halts import CELLS, ONSETS, halts
from monazite.charts.shock_shapes import Cell, Onset
from monazite.shock.pictures.likely import MOST, RARE, costs, likely, who
from monazite.shock.pictures.wording import (
    LETTERS,
    banded,
    behind,
    between,
    lettered,
    percent,
    rests,
    user,
)
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.shock.results.outcome import Halt, Outcome, Output

_LEAST = 0.01
_MISSING, _STANDING = (0.02, 0.05, 0.1, 0.25), (RARE, 0.25, 0.5, 0.75, 0.95)
_COLUMNS = ("scenario", "sector_country", "low", "middle", "high", "draws", "stopped")


class _Lane(NamedTuple):
    """A halt of a run, and how its lane is called."""

    name: str
    run: Outcome
    halt: Halt


def calendar(runs: Mapping[str, Outcome], lang: str) -> Picture:
    """The halts of runs by their titles, week by week; below them the world's sectors.

    The first to halt is at the head; of several runs there is a lane for each. Runs without any
    halt show the world's weeks alone.
    """
    lanes = list(_lanes(runs, lang))
    chart = halts(
        [_onset(one, lang) for one in lanes],
        [cell for one in lanes for cell in _weeks(one, lang)],
        list(_missing_cells(runs, lang, is_any=bool(lanes))),
        {
            ONSETS: _names(_STANDING, lang),
            CELLS: [
                say("shock.pictures.halts.under", lang, high=percent(_MISSING[0])),
                *_names(_MISSING, lang),
            ],
        },
        _caption(runs, lang, is_any=bool(lanes)),
    )
    told = (line for run in runs.values() for line in (*_told(run, lang), *remarks(run, lang)))
    rows = [_row(title, one, lang) for title, run in runs.items() for one in run.halts]
    return Picture(chart, behind(dict.fromkeys(told), _COLUMNS, rows, lang))


def _lanes(runs: Mapping[str, Outcome], lang: str) -> Iterator[_Lane]:
    whole = list(runs.values())
    chosen = (who(one) for run in whole for one in likely(run, MOST // len(whole)))
    for one in dict.fromkeys(chosen):
        sector, country, good = one
        name = user(sector, country, lang, good)
        for letter, run in zip(LETTERS, whole, strict=False):
            for halt in run.halts:
                if who(halt) == one:
                    yield _Lane(_lane(name, letter, whole, lang), run, halt)


def _lane(name: str, letter: str, runs: Sequence[Outcome], lang: str) -> str:
    """The name of a lane; of several runs with the letter of its run."""
    if len(runs) == 1:
        return name
    return say("shock.pictures.halts.lane", lang, user=name, letter=letter)


def _caption(runs: Mapping[str, Outcome], lang: str, *, is_any: bool) -> Caption:
    whole = list(runs.values())
    key = "source" if any(map(costs, whole)) or not is_any else "free"
    said = [say(f"shock.pictures.halts.{key}", lang), *(rests(run, lang) for run in whole)]
    title = say(
        f"shock.pictures.halts.{'title' if is_any else 'none'}", lang, scenario=between(runs, lang)
    )
    return Caption(
        title=title,
        source=" ".join(dict.fromkeys([*lettered(runs, lang), *said])),
        axis="",
        labels={
            ONSETS: say("shock.pictures.halts.onsets", lang),
            CELLS: say("shock.pictures.halts.cells", lang),
        },
    )


def _onset(one: _Lane, lang: str) -> Onset:
    halt, first = one.halt, one.halt.first_week
    key = "one" if one.run.draws == 1 else "text"
    part = banded(halt.share_halting, lang, percent)
    tip = say(
        "shock.pictures.halts.tip", lang,
        low=first.p5.date, middle=first.p50.date, high=first.p95.date,
    )  # fmt: skip
    text = say(f"shock.pictures.halts.{key}", lang, part=part, draws=percent(halt.draws))
    return Onset(one.name, date.fromisoformat(first.p50.date), text, tip)


def _weeks(one: _Lane, lang: str) -> Iterator[Cell]:
    """In which part of the draws it stands, week by week, where that is not rare."""
    first = date.fromisoformat(one.run.first_day)
    for number, part in enumerate(one.halt.standing):
        day = first + timedelta(weeks=number)
        tip = say("shock.pictures.halts.standing", lang, week=day, part=percent(part))
        step = bisect_right(_STANDING, part) - 1 if part >= RARE else None
        yield Cell(one.name, day, step, tip)


def _missing_cells(runs: Mapping[str, Outcome], lang: str, *, is_any: bool) -> Iterator[Cell]:
    """The world's sectors of which something is missing; all where nothing is and nobody halts."""
    whole = list(runs.values())
    touched = {one.sector for run in whole for one in _touched(run)}
    every = set() if is_any else {one.sector for run in whole for one in run.output}
    sectors = touched or every
    for sector in dict.fromkeys(one.sector for one in whole[0].output):
        for letter, run in zip(LETTERS, whole, strict=False):
            name = _lane(user(sector, None, lang), letter, whole, lang)
            for one in run.output:
                if one.sector == sector and sector in sectors:
                    yield _cell(one, name, lang)


def _touched(found: Outcome) -> list[Output]:
    """The weeks of sectors of which at least 1 % is missing in any of them, at the median."""
    sectors = {one.sector for one in found.output if _missing(one) >= _LEAST}
    return [one for one in found.output if one.sector in sectors]


def _missing(one: Output) -> float:
    return 1.0 - one.share.p50


def _names(bounds: Sequence[float], lang: str) -> list[str]:
    said = [percent(bound) for bound in bounds]
    between = [
        say("shock.pictures.halts.between", lang, low=low, high=high)
        for low, high in pairwise(said)
    ]
    return [*between, say("shock.pictures.halts.over", lang, low=said[-1])]


def _cell(one: Output, name: str, lang: str) -> Cell:
    part = _missing(one)
    tip = say(
        "shock.pictures.halts.week", lang, week=one.date, part=percent(max(part, 0.0)),
        low=percent(max(1 - one.share.p95, 0.0)), high=percent(max(1 - one.share.p5, 0.0)),
    )  # fmt: skip
    step = bisect_right(_MISSING, part) if part >= _LEAST else None
    return Cell(name, date.fromisoformat(one.date), step, tip)


def _told(found: Outcome, lang: str) -> Iterator[str]:
    """The first three who stop; each sector in its worst week."""
    for one in likely(found)[:3]:
        yield say(
            "shock.pictures.halts.first", lang, user=user(one.sector, one.country, lang, one.good),
            week=one.first_week.p50.date, low=one.first_week.p5.date, high=one.first_week.p95.date,
            draws=percent(one.draws), part=banded(one.share_halting, lang, percent),
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


def _row(title: str, one: Halt, lang: str) -> tuple[str, ...]:
    first = one.first_week
    return (
        title, user(one.sector, one.country, lang, one.good),
        first.p5.date, first.p50.date, first.p95.date,
        percent(one.draws), banded(one.share_halting, lang, percent),
    )  # fmt: skip
