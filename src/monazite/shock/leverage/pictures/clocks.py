"""From when a lever bites until whoever stands under it is free of it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.leverage_shapes import Stretch
from monazite.charts.stretches import BAND, HELD, stretches
from monazite.shock.leverage.pictures.costs import uncounted, unknown
from monazite.shock.leverage.pictures.wording import (
    behind,
    heads,
    months_until,
    place,
    titled,
    told,
    weeks,
    why,
)
from monazite.shock.pictures.wording import capital, goods, percent, rests
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.leverage.results import Clock, Freedom, Leverage

MOST = 6
"""Destinations of a lever that are drawn, those on which it bites; the table behind has all."""
_WEEKS = 365.2425 / 7 / 12
_LEAST, _ROUND = 24, 6
"""Months that are drawn at the least, and to whose multiple."""
_COLUMNS = ("lever", "to", "bites", "bites_draws", "halts", "free", "slowest")


def clocks(found: Leverage, lang: str) -> Picture:
    """A panel for each lever with a figure, a lane for each destination, in months."""
    shown = [one for one in found.clocks if one.bites.band or one.free.reason != "not_supply"]
    ends = [_end(one, found) or 0.0 for one in shown]
    months = max([_LEAST, *(-(-round(end) // _ROUND) * _ROUND for end in ends)])
    lanes = list(_lanes(found, shown, lang))
    source = [
        say("shock.leverage.clocks.source", lang, part=percent(found.bites)),
        uncounted(found, lang), rests(found, lang),
    ]  # fmt: skip
    caption = Caption(
        title=say("shock.leverage.clocks.title", lang),
        source=" ".join(filter(None, source)),
        axis=say("shock.leverage.months", lang),
        labels={key: say(f"shock.leverage.clocks.{key}", lang) for key in (HELD, BAND)},
    )
    text = [
        say("shock.leverage.clocks.told", lang, lever=titled(heads(found)[one.lever], lang),
            to=place(one.other, lang), text=spoken(one, lang))
        for one in shown
    ]  # fmt: skip
    text += [unknown(found, lang), *remarks(found, lang)]
    table = [_row(one, found, lang) for one in found.clocks]
    chart = stretches(lanes, months, caption)
    return Picture(chart, behind(filter(None, text), _COLUMNS, table, lang))


def spoken(one: Clock, lang: str) -> str:
    """When it bites, and when one is free of it, in words."""
    return say(
        "shock.leverage.clocks.both", lang, bites=biting(one, lang), free=freed(one.free, lang)
    )


def biting(one: Clock, lang: str) -> str:
    """After how many weeks it bites, and in which part of the draws."""
    if one.bites.band is None:
        return why(one.bites, lang)
    part = "" if one.bites_draws is None else percent(one.bites_draws)
    key = "all" if one.bites_draws in (None, 1.0) else "some"
    values = {"weeks": told(one.bites, lang, weeks), "part": part}
    return say(f"shock.leverage.clocks.bites.{key}", lang, **values)


def freed(free: Freedom, lang: str) -> str:
    """From which month one is free, and which good is the last; or why nobody can say."""
    said = month_of(free, lang)
    if free.slowest is None:
        return said
    return say("shock.leverage.free.last", lang, free=said, good=goods(free.slowest, lang))


def month_of(free: Freedom, lang: str) -> str:
    """The month alone, or why there is none."""
    if free.month is None:
        return say(f"shock.leverage.free.{free.reason}", lang)
    return say("shock.leverage.free.month", lang, month=free.month)


def _lanes(found: Leverage, shown: list[Clock], lang: str) -> Iterator[Stretch]:
    for lever, each in groupby(shown, lambda one: one.lever):
        title = titled(heads(found)[lever], lang)
        clocks_ = list(each)
        biting_ = [one for one in clocks_ if one.bites.band is not None]
        for one in (biting_ or clocks_[:1])[:MOST]:
            yield Stretch(
                title, capital(place(one.other, lang)), _begin(one), _end(one, found),
                spoken(one, lang), freed(one.free, lang),
            )  # fmt: skip


def _begin(one: Clock) -> tuple[float, float, float] | None:
    band = one.bites.band
    return None if band is None else (band.p5 / _WEEKS, band.p50 / _WEEKS, band.p95 / _WEEKS)


def _end(one: Clock, found: Leverage) -> float | None:
    """Months until one is free; at the begin where one is free before it bites."""
    if one.free.month is None:
        return None
    begin = _begin(one)
    return max(months_until(one.free.month, found.first_day), begin[1] if begin else 0.0)


def _row(one: Clock, found: Leverage, lang: str) -> tuple[str, ...]:
    return (
        titled(heads(found)[one.lever], lang), place(one.other, lang), told(one.bites, lang, weeks),
        "" if one.bites_draws is None else percent(one.bites_draws), told(one.halts, lang, weeks),
        month_of(one.free, lang),
        "" if one.free.slowest is None else goods(one.free.slowest, lang),
    )  # fmt: skip
