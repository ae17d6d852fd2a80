"""A Sankey diagram: stops in columns, streams between them as wide as their amounts.

Colours follow groups, so that a country has one in every column; a stream has that of the stop it
comes from. What an estimate fills in is paler and dashed. Every stop carries its words, so that
nothing is told by colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.chain_shapes import OTHERS, PLAIN, UNKNOWN
from monazite.charts.sankey_layout import layout
from monazite.charts.theme import GROUPS, LIGHT, config
from monazite.charts.years import heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.chain_shapes import Heading, Stop, Stream
    from monazite.charts.flow_shapes import Caption
    from monazite.charts.sankey_layout import Layout, Piece

SURE, ESTIMATE = "sure", "estimate"
"""The keys of two words: what the strong and what the pale streams are."""
_NEAR, _FAR, _WIDTH = 168, 250, 900
"""Pixels from column to column, at least and at most, and of all columns as far as these allow."""
_NODE, _AFTER = 11, 150
"""Pixels across a stop, and right of the last column for its words."""
_GAP, _ROW, _LOWEST = 15, 44, 380
_HEAD = 40
_STEPS, _LEVEL = 12, 0.5
_DASH = [4, 3]


def sankey(
    stops: Sequence[Stop], streams: Sequence[Stream], headings: Sequence[Heading], caption: Caption
) -> alt.LayerChart:
    """The diagram, a heading for each column; at most seven groups get a colour, by size."""
    most = max((sum(s.column == n for s in stops) for n in range(len(headings))), default=0)
    height = max(_LOWEST, most * _ROW)
    placed = layout(stops, streams, height, _GAP)
    apart = max(_NEAR, min(_FAR, _WIDTH // max(len(headings) - 1, 1)))
    width = apart * max(len(headings) - 1, 0) + _NODE + _AFTER
    roles = _roles(stops, placed)
    layers = [
        *_streams(stops, streams, placed, roles, apart, caption),
        *_stops(stops, placed, roles, apart),
        *_headings(headings, apart),
    ]
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, width], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, -_HEAD], nice=False), axis=None)
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=[layer.encode(x=x, y=y) for layer in layers])
        .properties(
            width=width, height=height + _HEAD, title=heading(caption), description=caption.title
        )
        .configure(**config())
    )
    return drawn


def _roles(stops: Sequence[Stop], placed: Layout) -> dict[str, str]:
    """A colour for each group: the seven largest in their own, what is left in grey."""
    held: dict[str, float] = {}
    for stop in stops:
        if stop.key in placed.boxes:
            box = placed.boxes[stop.key]
            held[stop.group] = max(held.get(stop.group, 0), box.bottom - box.top)
    own = sorted(held.keys() - {OTHERS, UNKNOWN, PLAIN}, key=lambda group: (-held[group], group))
    found = dict.fromkeys(own, "rest") | dict(zip(own, GROUPS, strict=False))
    return found | {OTHERS: "rest", UNKNOWN: "wait", PLAIN: "muted"}


def _streams(
    stops: Sequence[Stop],
    streams: Sequence[Stream],
    placed: Layout,
    roles: dict[str, str],
    apart: int,
    caption: Caption,
) -> list[alt.Chart]:
    groups = {stop.key: stop.group for stop in stops}
    data: list[dict[str, Any]] = []
    for n, (stream, pieces) in enumerate(zip(streams, placed.pieces, strict=True)):
        # Hovering over an area shows the words of its nearest row, so that each has them.
        row = {
            "n": n, "group": groups[stream.source], "tip": stream.tip,
            "sure": caption.labels[SURE if stream.sure else ESTIMATE],
        }  # fmt: skip
        data += [row | point for piece in pieces for point in _points(piece, apart)]
    names = [caption.labels[SURE], caption.labels[ESTIMATE]]
    held = {row["sure"] for row in data}
    legend = alt.Legend(
        title=None, orient="bottom", labelFontSize=12, labelLimit=_FAR * 2, columnPadding=24,
        symbolFillColor=LIGHT["ink"], values=[name for name in names if name in held],
    )  # fmt: skip
    kinds = alt.Scale(domain=names, range=[0.5, 0.2])
    drawn = (
        alt.Chart(rows(data))
        .mark_area(line=False)
        .encode(
            y2="y2:Q", detail="n:N", color=_colour(roles),
            opacity=alt.Opacity("sure:O", sort=names, scale=kinds, legend=legend),
            tooltip=alt.Tooltip("tip:N", title=" "),
        )
    )  # fmt: skip
    return [drawn] if data else []


def _points(piece: Piece, apart: int) -> list[dict[str, float]]:
    """The upper and lower edge of a piece, level at both ends, then across the next stop."""
    found = []
    left = piece.column * apart + _NODE
    # A level piece needs its two ends alone.
    steps = _STEPS if abs(piece.end - piece.start) > _LEVEL else 1
    for step in range(steps + 1):
        part = step / steps
        smooth = part * part * (3 - 2 * part)
        y = piece.start + (piece.end - piece.start) * smooth
        x = left + (apart - _NODE) * part
        found.append({"x": round(x, 1), "y": round(y, 1), "y2": round(y + piece.height, 2)})
    return found


def _colour(roles: dict[str, str]) -> alt.Color:
    scale = alt.Scale(domain=list(roles), range=[LIGHT[role] for role in roles.values()])
    return alt.Color("group:N", scale=scale, legend=None)


def _stops(
    stops: Sequence[Stop], placed: Layout, roles: dict[str, str], apart: int
) -> list[alt.Chart]:
    data: list[dict[str, Any]] = []
    for stop in stops:
        if stop.key in placed.boxes:
            box = placed.boxes[stop.key]
            left = box.column * apart
            data.append({
                "x": left, "x2": left + _NODE, "y": box.top, "y2": max(box.bottom, box.top + 1),
                "group": stop.group, "text": stop.text, "tip": stop.tip,
            })  # fmt: skip
    base = alt.Chart(rows(data)).encode(tooltip=alt.Tooltip("tip:N", title=" "))
    words = [{**row, "x": row["x2"], "y": (row["y"] + row["y2"]) / 2} for row in data]
    text = alt.Chart(rows(words)).encode(text="text:N")
    place: dict[str, Any] = {"align": "left", "baseline": "middle", "dx": 4, "fontSize": 11.5}
    return [
        base.mark_rect().encode(x2="x2:Q", y2="y2:Q", color=_colour(roles)),
        # Words that lie over a stream stay readable by the paper around them.
        text.mark_text(
            **place, stroke=LIGHT["paper"], strokeWidth=3, strokeJoin="round", opacity=0.85
        ),
        text.mark_text(**place, color=LIGHT["ink"]),
    ]


def _headings(headings: Sequence[Heading], apart: int) -> list[alt.Chart]:
    data = rows(
        [
            {"x": n * apart, "y": -_HEAD + 4, "name": head.name, "text": head.text}
            for n, head in enumerate(headings)
        ]
    )
    base = alt.Chart(data)
    place: dict[str, Any] = {"align": "left", "baseline": "top"}
    return [
        base.mark_text(**place, fontWeight="bold", fontSize=12, color=LIGHT["ink"]).encode(
            text="name:N"
        ),
        base.mark_text(**place, dy=15, fontSize=11, color=LIGHT["muted"]).encode(text="text:N"),
    ]
