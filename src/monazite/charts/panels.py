"""Monthly figures in panels that share one time axis: bars, levels, gaps and marked days.

A bar's area is its total: a release of two months is one bar over both, as high as their mean,
and its sum is written on it. A month without a figure is a band, never a bar of height nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import WIDTH, background, markers, rows, time_x
from monazite.charts.theme import LIGHT, config

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.charts.shapes import Bar, Marker, Series, Window, Words

MISSING = "missing"
_QUALITIES = {"reported": "solid", "derived": "pale", "derived-weak": "faint", MISSING: "gap"}
_DASHES = {"reported": [1, 0], "derived": [4, 2], "derived-weak": [1, 2], MISSING: [1, 0]}
_LONGEST_MONTH = timedelta(days=31)
_HEADROOM = 1.22
_INSET = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all panels of a chart share: the axis, the marks, the words and what they colour."""

    window: Window
    marks: Sequence[Marker]
    words: Words
    used: tuple[str, ...]

    def scale(self, values: dict[str, Any]) -> alt.Scale:
        """A scale from the words of what is there to the values of its keys."""
        names = [self.words.labels[key] for key in self.used]
        return alt.Scale(domain=names, range=[values[key] for key in self.used])

    def colour(self) -> alt.Color:
        """The colour of a figure by its quality."""
        colours = {key: LIGHT[role] for key, role in _QUALITIES.items()}
        return alt.Color("quality:N", title=None, scale=self.scale(colours))

    def dash(self) -> alt.StrokeDash:
        """The outline of a figure by its quality."""
        return alt.StrokeDash("quality:N", title=None, scale=self.scale(_DASHES))


def months(first: date, last: date) -> Iterator[date]:
    """The first days of the months from one day to another, both included."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + _LONGEST_MONTH).replace(day=1)


def gaps(bars: Sequence[Bar], window: Window) -> list[date]:
    """The months of the window that no figure covers."""
    known = {month for bar in bars for month in months(bar.first, bar.last)}
    return [month for month in months(window.first, window.last) if month not in known]


def panels(
    series: Sequence[Series], marks: Sequence[Marker], window: Window, words: Words
) -> alt.VConcatChart:
    """One panel below the other over the same months; the legend names only what is there."""
    frame = _Frame(window, marks, words, _used(series, window))
    drawn = [
        _panel(one, frame, first=n == 0, last=n == len(series) - 1) for n, one in enumerate(series)
    ]
    together: alt.VConcatChart = (
        alt.vconcat(*drawn)
        .resolve_scale(y="independent", color="shared", strokeDash="shared")
        .properties(description=words.message)
        .configure(**config())
    )
    return together


def _used(series: Sequence[Series], window: Window) -> tuple[str, ...]:
    found = {bar.quality for one in series for bar in _inside(one, window)}
    if any(gaps(one.bars, window) for one in series):
        found.add(MISSING)
    return tuple(key for key in _QUALITIES if key in found)


def _inside(one: Series, window: Window) -> list[Bar]:
    return [bar for bar in one.bars if bar.last >= window.first and bar.first <= window.last]


def _panel(one: Series, frame: _Frame, *, first: bool, last: bool) -> alt.LayerChart:
    """One series: the month's band, the gaps, the figures, the marked days."""
    inside = _inside(one, frame.window)
    layers = [
        *background(frame.window, labels=last),
        *_holes(gaps(inside, frame.window), frame, labels=last),
        *_figures(one, inside, frame, labels=last),
        *markers(frame.marks, frame.window, labels=last, signs=first),
    ]
    title = alt.TitleParams(one.title, offset=18 if first and frame.marks else 6)
    return alt.LayerChart(layer=layers).properties(width=WIDTH, height=one.height, title=title)


def _row(bar: Bar, one: Series, words: Words) -> dict[str, Any]:
    """The data of one figure; a bar is drawn a little inside its days, so that two stay apart."""
    covered = len(list(months(bar.first, bar.last)))
    height = bar.value / covered if one.style == "bars" else bar.value
    return {
        "first": (bar.first + _INSET).isoformat(),
        "middle": (bar.first + (bar.last - bar.first) / 2).isoformat(),
        "after": (bar.last + timedelta(days=1) - _INSET).isoformat(),
        "height": height,
        "quality": words.labels[bar.quality],
        "period": bar.label,
        "text": bar.text,
        "tip": bar.tip,
    }


def _figures(one: Series, inside: Sequence[Bar], frame: _Frame, *, labels: bool) -> list[alt.Chart]:
    """Bars from zero, or levels as lines over their days, with what is written on them."""
    axis = alt.Axis(tickCount=3, format=",~f", title=None)
    data = [_row(bar, one, frame.words) for bar in inside]
    # Room above the highest bar for what is written on it.
    top = _HEADROOM * max((row["height"] for row in data), default=0) or 1
    y = alt.Y("height:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))
    base = alt.Chart(rows(data))
    shapes = base.mark_bar(stroke=LIGHT["solid"], strokeWidth=1).encode(
        x=time_x("first", frame.window, labels=labels),
        x2="after:T",
        y=y,
        y2=alt.Y2Datum(0) if one.style == "bars" else "height:Q",
        color=frame.colour(),
        strokeDash=frame.dash(),
        tooltip=[alt.Tooltip("period:N", title=" "), alt.Tooltip("tip:N", title=" ")],
    )
    caps = base.mark_rule(stroke=LIGHT["solid"], strokeWidth=2.5).encode(
        x=time_x("first", frame.window, labels=labels), x2="after:T", y=y
    )
    text = base.mark_text(color=LIGHT["ink"], fontSize=10.5, baseline="bottom", dy=-3).encode(
        x=time_x("middle", frame.window, labels=labels), y=y, text="text:N"
    )
    return [shapes, text] if one.style == "bars" else [shapes, caps, text]


def _holes(missing: Sequence[date], frame: _Frame, *, labels: bool) -> list[alt.Chart]:
    """A band over every month without a figure."""
    data = [
        {
            "first": day.isoformat(),
            "after": (day + _LONGEST_MONTH).replace(day=1).isoformat(),
            "quality": frame.words.labels[MISSING],
            "period": f"{day:%Y-%m}",
        }
        for day in missing
    ]
    band = (
        alt.Chart(rows(data))
        .mark_rect()
        .encode(
            x=time_x("first", frame.window, labels=labels),
            x2="after:T",
            color=frame.colour(),
            tooltip=[alt.Tooltip("period:N", title=" "), alt.Tooltip("quality:N", title=" ")],
        )
    )
    return [band] if missing else []
