"""A timeline of measures: one lane each, its states as bars over the days they held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from monazite.charts.axes import WIDTH, after, background, markers, rows, time_x
from monazite.charts.theme import LIGHT, config

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.shapes import Marker, Span, Window, Words

LABEL_WIDTH = 390
_ROW_HEIGHT = 20
_STATES = {"in_force": "solid", "suspended": "hold", "ambiguous": "doubt", "not_yet": "wait"}
_DASHES = {"in_force": [1, 0], "suspended": [4, 2], "ambiguous": [2, 2], "not_yet": [1, 0]}


def timeline(
    spans: Sequence[Span], marks: Sequence[Marker], window: Window, words: Words
) -> alt.LayerChart:
    """The states of measures over the window, in the order in which the lanes first appear."""
    order = list(dict.fromkeys(span.lane for span in spans))
    layers = [
        *background(window, labels=True),
        _bars(spans, order, window, words),
        *markers(marks, window, labels=True, signs=True),
    ]
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=layers)
        .properties(
            width=WIDTH + 44 - LABEL_WIDTH,
            height=_ROW_HEIGHT * max(1, len(order)),
            description=words.message,
        )
        .configure(**config())
    )
    return drawn


def _row(span: Span, window: Window, words: Words) -> dict[str, str]:
    return {
        "lane": span.lane,
        "first": max(span.first, window.first).isoformat(),
        "after": after(min(span.last, window.last)),
        "state": words.labels[span.state],
        "tip": span.tip,
    }


def _bars(spans: Sequence[Span], order: list[str], window: Window, words: Words) -> alt.Chart:
    used = [key for key in _STATES if any(span.state == key for span in spans)]
    names = [words.labels[key] for key in used]
    colours = alt.Scale(domain=names, range=[LIGHT[_STATES[key]] for key in used])
    dashes = alt.Scale(domain=names, range=[_DASHES[key] for key in used])
    axis = alt.Axis(labelLimit=LABEL_WIDTH, title=None, labelColor=LIGHT["ink"], grid=True)
    bars: alt.Chart = (
        alt.Chart(rows([_row(span, window, words) for span in spans]))
        .mark_bar(height=11, stroke=LIGHT["muted"], strokeWidth=0.6)
        .encode(
            x=time_x("first", window, labels=True),
            x2="after:T",
            y=alt.Y("lane:N", sort=order, axis=axis),
            color=alt.Color("state:N", title=None, scale=colours),
            strokeDash=alt.StrokeDash("state:N", title=None, scale=dashes),
            tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "state", "tip")],
        )
    )
    return bars
