"""A sweep as a picture: one figure over one path as a line, over two as a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import rounded
from monazite.charts.flow_shapes import Caption
from monazite.charts.grids import grids
from monazite.charts.response_shapes import Square
from monazite.charts.shock_shapes import Along
from monazite.charts.slopes import BAND, MIDDLE, slopes
from monazite.charts.theme import STEPS
from monazite.shock.pictures.wording import amount, behind, capital, goods, meter, percent
from monazite.shock.results.outcome import Band

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.shock.runs.bands import Bands
    from monazite.shock.sweeps.cells import Cell, Cells, Stretch
    from monazite.shock.sweeps.swept import Swept

MOST = 400
"""Squares of a picture."""
_TWO = 2
_ALONE = ""


def sweeping(found: Swept, over: Cells, figure: str, lang: str) -> Picture:
    """The median of a figure with its band, where the paths `over` have certain values."""
    named = figured(figure, lang)
    head = say("shock.pictures.sweep.title", lang, figure=capital(named), title=found.title[lang])
    text = [*_said(found, over, lang), rests_on(found, lang)]
    flat = len(over.paths) == 1 and all(one.middle is not None for one in over.axes[0])
    if flat:
        labels = {key: say(f"shock.pictures.sweep.{key}", lang) for key in (MIDDLE, BAND)}
        caption = Caption(head, " ".join(text), over.paths[0], labels)
        parts = all(one.low.endswith("%") for one in over.axes[0])
        chart = slopes(list(_points(over, figure, lang)), caption, parts=parts)
    else:
        chart = grids(list(_squares(over, figure, lang)), Caption(head, " ".join(text), "", {}))
    columns = ("sweep_values", "sweep_figure", "sweep_draws")
    rows = [
        (_values(over, one, lang), shown(figure, banded_of(one.band), lang), f"{one.band.known:,}")
        for one in over.cells
    ]
    return Picture(chart, behind(text, columns, rows, lang))


def figured(name: str, lang: str) -> str:
    """What a column of a sweep is, in words."""
    what, _, of = name.partition("/")
    if what == "lost":
        where = words.country(of, lang) if of else say("shock.pictures.whole", lang)
        return say("shock.pictures.sweep.figure.lost", lang, where=where)
    said = goods(of, lang) if what == "quote" else meter(of, lang) if of else ""
    return say(f"shock.pictures.sweep.figure.{what}", lang, of=said)


def shown(figure: str, band: Band | None, lang: str) -> str:
    """A figure with its band; of none that it never happens."""
    if band is None:
        return say("shock.pictures.never", lang)
    written = _written(figure)
    low, middle, high = (written(one) for one in (band.p5, band.p50, band.p95))
    if low == high:
        return middle
    return say("shock.pictures.banded", lang, low=low, middle=middle, high=high)


def rests_on(found: Swept, lang: str) -> str:
    """In one line how many scenarios it is of, and what they rest on."""
    told = {
        "scenarios": f"{found.scenarios:,}", "variations": f"{len(found.variations):,}",
        "draws": f"{found.draws:,}", "year": found.world_year, "parameters": found.parameters,
        "hash": found.parameters_hash[:12],
    }  # fmt: skip
    return say("shock.pictures.sweep.rests", lang, **told)


def banded_of(found: Bands) -> Band | None:
    """The band of one number; None where no draw has it."""
    return Band(*map(float, found[:3])) if found.known else None


def _written(figure: str) -> Callable[[float], str]:
    what = figure.partition("/")[0]
    if what == "first_halt":
        return lambda value: f"{round(value)}"
    return {"stopped": percent, "quote": rounded}.get(what, amount)


def _said(found: Swept, over: Cells, lang: str) -> Iterator[str]:
    """Which way the paths go, and what is done with the others."""
    if len(over.paths) == _TWO:
        yield say("shock.pictures.sweep.field", lang, down=over.paths[0], across=over.paths[1])
    else:
        yield say("shock.pictures.sweep.line", lang, path=over.paths[0])
    others = [path for path in found.paths if path not in over.paths]
    if others:
        yield say("shock.pictures.sweep.pooled", lang, paths=", ".join(others))


def _points(over: Cells, figure: str, lang: str) -> Iterator[Along]:
    for one in over.cells:
        band, stretch = banded_of(one.band), over.axes[0][one.places[0]]
        if band is not None and stretch.middle is not None:
            tip = f"{stretched(stretch, lang)}: {shown(figure, band, lang)}"
            yield Along(stretch.middle, band.p5, band.p50, band.p95, tip)


def _squares(over: Cells, figure: str, lang: str) -> Iterator[Square]:
    """Row by row; a step for each fifth of the way from the least to the most."""
    middles = [float(one.band.p50) for one in over.cells if one.band.known]
    low, high = min(middles, default=0.0), max(middles, default=0.0)
    written = _written(figure)
    for one in over.cells:
        down = stretched(over.axes[0][one.places[0]], lang)
        column = over.axes[1][one.places[1]] if len(over.axes) == _TWO else None
        across = stretched(column, lang) if column else _ALONE
        band = banded_of(one.band)
        part = 0.0 if band is None or low == high else (band.p50 - low) / (high - low)
        step = min(int(part * len(STEPS)), len(STEPS) - 1)
        text = written(band.p50) if band else say("shock.pictures.never", lang)
        yield Square(down, across, step, text, shown(figure, band, lang))


def stretched(one: Stretch, lang: str) -> str:
    """A value, or from when to when it is."""
    if one.low == one.high:
        return one.low
    return say("shock.pictures.sweep.stretch", lang, low=one.low, high=one.high)


def _values(over: Cells, cell: Cell, lang: str) -> str:
    pairs = zip(over.paths, over.axes, cell.places, strict=True)
    return ", ".join(f"{path} {stretched(axis[at], lang)}" for path, axis, at in pairs)


def cells_of(over: Cells) -> int:
    """How many squares the paths make."""
    return int(np.prod([len(axis) for axis in over.axes]))
