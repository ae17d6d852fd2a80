"""Prices in each month: inside the country that controls, outside at spot and under contract."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import rounded
from monazite.charts.fans import fans
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import Ahead
from monazite.shock.pictures.wording import (
    LETTERS,
    banded,
    behind,
    between,
    capital,
    first_of,
    goods,
    lettered,
    percent,
    rests,
)
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.shock.results.outcome import Band, Outcome, Price

MOST = 4
"""Panels of a picture; the table behind it has all goods."""
LINES = ("inner", "spot", "contract", "weighted")
_BESIDE = ("spot", "weighted")
"""What of a run is drawn beside that of another."""
_COLUMNS = ("scenario", "good", "month", *LINES, "without_it", "at_spot")


def prices(found: Outcome, title: str, lang: str) -> Picture:
    """The prices of a run: the goods whose quote outside moves furthest from its first month."""
    months = {good: _of(found, good) for good in dict.fromkeys(one.good for one in found.prices)}
    names = sorted(months, key=lambda good: -moved(months[good]))[:MOST]
    ahead = [one for good in names for one in _ahead(months[good], lang)]
    caption = Caption(
        title=say("shock.pictures.prices.title", lang, scenario=title),
        source=" ".join([say("shock.pictures.prices.source", lang), rests(found, lang)]),
        axis="", labels={},
    )  # fmt: skip
    text = [line for good in names for line in _told(months[good], lang)]
    rows = [(title, *_row(one, lang)) for one in found.prices]
    return Picture(
        fans(ahead, (), (), {}, caption, log=True),
        behind([*text, *remarks(found, lang)], _COLUMNS, rows, lang),
    )


def compared_prices(runs: Mapping[str, Outcome], lang: str) -> Picture:
    """What is quoted and what is paid outside in two runs, of the goods that move furthest."""
    far: dict[str, float] = {}
    for run in runs.values():
        for good in dict.fromkeys(one.good for one in run.prices):
            far[good] = max(far.get(good, 0.0), moved(_of(run, good)))
    names = sorted(far, key=lambda good: -far[good])[:MOST]
    ahead = [
        one for good in names for letter, run in zip(LETTERS, runs.values(), strict=False)
        for one in _lettered(_of(run, good), letter, lang)
    ]  # fmt: skip
    lines = [*lettered(runs, lang), say("shock.pictures.prices.source", lang)]
    lines += [rests(run, lang) for run in runs.values()]
    caption = Caption(
        title=say("shock.pictures.prices.title", lang, scenario=between(runs, lang)),
        source=" ".join(dict.fromkeys(lines)), axis="", labels={},
    )  # fmt: skip
    text = [line for run in runs.values() for line in remarks(run, lang)]
    rows = [(title, *_row(one, lang)) for title, run in runs.items() for one in run.prices]
    return Picture(
        fans(ahead, (), (), {}, caption, log=True),
        behind(dict.fromkeys(text), _COLUMNS, rows, lang),
    )


def _lettered(months: Sequence[Price], letter: str, lang: str) -> Iterator[Ahead]:
    for one in _ahead(months, lang, _BESIDE):
        name = say("shock.pictures.halts.lane", lang, user=one.line, letter=letter)
        yield replace(one, line=name)


def moved(months: Sequence[Price]) -> float:
    """The highest median quote outside over that of the first month; 0 where none is known."""
    quotes = [one.spot.p50 for one in months if one.spot is not None]
    return max(quotes) / quotes[0] if quotes and quotes[0] else 0.0


def highest(months: Sequence[Price]) -> Price | None:
    """The month with the highest median quote outside; None where none is known."""
    known = [one for one in months if one.spot is not None]
    return max(known, key=lambda one: one.spot.p50 if one.spot else 0.0, default=None)


def _of(found: Outcome, good: str) -> list[Price]:
    return [one for one in found.prices if one.good == good]


def _ahead(months: Sequence[Price], lang: str, lines: Sequence[str] = LINES) -> Iterator[Ahead]:
    for line in lines:
        name = say(f"shock.pictures.prices.{line}", lang)
        for one in months:
            band: Band | None = getattr(one, line)
            low, middle, high = (None,) * 3 if band is None else (band.p5, band.p50, band.p95)
            # Beside the price by volume, whose band is nearly the same; beside another run.
            if line == "contract" or (line == "weighted" and lines == _BESIDE):
                low, high = None, None
            tip = "" if band is None else _kg(banded(band, lang), lang)
            yield Ahead(
                capital(goods(one.good, lang)), name, first_of(one.month), low, middle, high, tip
            )


def _kg(amount: str, lang: str) -> str:
    return say("shock.pictures.kg", lang, amount=amount)


def _told(months: Sequence[Price], lang: str) -> Iterator[str]:
    """The highest quote, with what buyers really pay in that month."""
    one = highest(months)
    if one is None or one.spot is None or one.weighted is None or one.at_spot is None:
        return
    yield say(
        "shock.pictures.prices.highest", lang, good=goods(one.good, lang), month=one.month,
        spot=_kg(banded(one.spot, lang), lang), paid=_kg(banded(one.weighted, lang), lang),
        part=banded(one.at_spot, lang, percent),
    )  # fmt: skip


def _row(one: Price, lang: str) -> tuple[str, ...]:
    bands: list[Band | None] = [getattr(one, line) for line in LINES]
    cells = ("" if band is None else banded(band, lang, rounded) for band in bands)
    without = "" if one.without_weighted is None else rounded(one.without_weighted.p50)
    at_spot = "" if one.at_spot is None else banded(one.at_spot, lang, percent)
    return goods(one.good, lang), one.month, *cells, without, at_spot
