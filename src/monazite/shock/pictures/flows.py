"""What leaves in each month as fans: of one run beside what statistics say, or of several runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.fans import OBSERVED, fans
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import Ahead, Seen
from monazite.shock.pictures.errors import error, said
from monazite.shock.pictures.wording import (
    amount,
    banded,
    behind,
    between,
    capital,
    first_of,
    meter,
    rests,
)
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.charts.shapes import Marker
    from monazite.shock.results.outcome import Band, Month, Outcome

MOST = 6
"""Panels of a picture; the table behind it has all meters."""
_COLUMNS = ("scenario", "meter", "month", "low", "middle", "high", "without_it", "observed")


def flows(found: Outcome, title: str, marks: Sequence[Marker], lang: str) -> Picture:
    """The months of a run, a panel for each meter, with how far it is off what was observed.

    Months that lie in part outside the run stand in the table alone. marks: days of the scenario.
    """
    months = {name: _months(found, name) for name in _meters([found])}
    panels = {name: capital(meter(name, lang)) for name in months}
    off = {
        panels[name]: said(error(each), lang)
        for name, each in months.items()
        if any(one.observed_t is not None for one in each)
    }
    with_it, without = (say(f"shock.pictures.flows.{name}", lang) for name in ("with", "without"))
    ahead = [
        one for each in months.values()
        for one in (*_ahead(each, panels, with_it, lang), *_without(each, panels, without, lang))
    ]  # fmt: skip
    seen = [one for each in months.values() for one in _seen(each, panels, lang)]
    caption = Caption(
        title=say("shock.pictures.flows.title", lang, scenario=title),
        source=_source([found], lang), axis="",
        labels={OBSERVED: say("shock.pictures.observed", lang)},
    )  # fmt: skip
    text = [line for each in months.values() for line in _told(each, title, lang)]
    text += [
        say("shock.pictures.flows.error", lang, meter=meter(name, lang), error=off[panels[name]])
        for name in months if panels[name] in off
    ]  # fmt: skip
    chart = fans(ahead, seen, marks, off, caption)
    rows = _rows(found, title, lang)
    return Picture(chart, behind([*text, *remarks(found, lang)], _COLUMNS, rows, lang))


def compared_flows(runs: Mapping[str, Outcome], lang: str) -> Picture:
    """The months of two to four runs by their titles, a line for each in the panel of a meter."""
    names = _meters(list(runs.values()))
    panels = {name: capital(meter(name, lang)) for name in names}
    ahead = [
        one for name in names for title, run in runs.items()
        for one in _ahead(_months(run, name), panels, title, lang)
    ]  # fmt: skip
    caption = Caption(
        title=say("shock.pictures.flows.title", lang, scenario=between(runs, lang)),
        source=_source(list(runs.values()), lang), axis="", labels={},
    )  # fmt: skip
    text = [
        line for title, run in runs.items() for name in names
        for line in _told(_months(run, name), title, lang)
    ]  # fmt: skip
    rows = [row for title, run in runs.items() for row in _rows(run, title, lang)]
    return Picture(fans(ahead, (), (), {}, caption), behind(text, _COLUMNS, rows, lang))


def _source(runs: Sequence[Outcome], lang: str) -> str:
    """What the band is, and what the runs rest on, once where it is the same."""
    lines = dict.fromkeys(rests(run, lang) for run in runs)
    return " ".join([say("shock.pictures.flows.source", lang), *lines])


def _meters(runs: Sequence[Outcome]) -> list[str]:
    """The meters to draw: those of which something was observed first, then as they come."""
    months = [one for run in runs for one in run.months]
    observed = {one.meter for one in months if one.observed_t is not None}
    names = dict.fromkeys(one.meter for one in months)
    return sorted(names, key=lambda name: name not in observed)[:MOST]


def _months(found: Outcome, name: str) -> list[Month]:
    return [one for one in found.months if one.meter == name]


def _whole(one: Month) -> Band | None:
    return one.flow_t if one.whole else None


def _ahead(
    months: Sequence[Month], panels: Mapping[str, str], line: str, lang: str
) -> Iterator[Ahead]:
    for one in months:
        band = _whole(one)
        if band is None and one.observed_t is None:
            continue
        low, middle, high = (None,) * 3 if band is None else (band.p5, band.p50, band.p95)
        tip = "" if band is None else _amount(band, lang)
        yield Ahead(panels[one.meter], line, first_of(one.month), low, middle, high, tip)


def _without(
    months: Sequence[Month], panels: Mapping[str, str], line: str, lang: str
) -> Iterator[Ahead]:
    """The medians of the same draws without the scenario."""
    for one in months:
        if one.whole and one.without_t is not None:
            tip = _amount(one.without_t, lang)
            month, middle = first_of(one.month), one.without_t.p50
            yield Ahead(panels[one.meter], line, month, None, middle, None, tip)


def _seen(months: Sequence[Month], panels: Mapping[str, str], lang: str) -> Iterator[Seen]:
    for one in months:
        if one.observed_t is not None:
            tip = say("chain.pictures.tonnes", lang, amount=amount(one.observed_t))
            yield Seen(panels[one.meter], first_of(one.month), one.observed_t, tip)


def _amount(band: Band, lang: str) -> str:
    return say("chain.pictures.tonnes", lang, amount=banded(band, lang, amount))


def _told(months: Sequence[Month], title: str, lang: str) -> Iterator[str]:
    """The lowest of whole months."""
    known = [(band, one) for one in months if (band := _whole(one)) is not None]
    if known:
        lowest, one = min(known, key=lambda pair: pair[0].p50)
        yield say(
            "shock.pictures.flows.lowest", lang, scenario=title, meter=meter(one.meter, lang),
            month=one.month, amount=_amount(lowest, lang),
        )  # fmt: skip


def _rows(found: Outcome, title: str, lang: str) -> Iterator[tuple[str, ...]]:
    for one in found.months:
        band = one.flow_t
        cells = ("", "", "") if band is None else map(amount, (band.p5, band.p50, band.p95))
        observed = "" if one.observed_t is None else amount(one.observed_t)
        without = "" if one.without_t is None else amount(one.without_t.p50)
        month = one.month if one.whole else say("shock.pictures.part", lang, month=one.month)
        yield title, meter(one.meter, lang), month, *cells, without, observed
