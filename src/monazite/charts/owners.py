"""Who owns whom: boxes from left to right, lines as thick as the share, the share at their end.

What counts for a rule is a strong line, what does not a weak one; a share that nobody states is
dashed. How a party stands is said in its box, so that nothing is told by colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.owner_shapes import BELOW, COUNTS, IDLE, LISTED, POSSIBLY, REACHED
from monazite.charts.owners_layout import WIDE, layout
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.owner_shapes import Holding, Party
    from monazite.charts.owners_layout import Placed

_FILL = {LISTED: "ink", REACHED: "hold", POSSIBLY: "focus", BELOW: "faint"}
_EDGE = {LISTED: "ink", REACHED: "accent", POSSIBLY: "doubt", BELOW: "wait"}
_LINE = {COUNTS: "accent", IDLE: "rest"}
_THIN, _THICK = 1.1, 4.0
_DASH = [5, 4]
_SIGNS, _SIZE, _MARGIN = 23, 11.5, 14
"""Latin signs of a name in a box, pixels of its letters, and room around everything."""


def owners(
    parties: Sequence[Party], holdings: Sequence[Holding], caption: Caption
) -> alt.LayerChart:
    """The picture of the holdings, each pair once; parties without any are left out."""
    at = layout([(one.owner, one.owned) for one in holdings])
    layers = [*_lines(holdings, at, caption), *_boxes(parties, at)]
    low, right = at.height + _MARGIN, at.width + _MARGIN
    x = alt.X("x:Q", scale=alt.Scale(domain=[-_MARGIN, right], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[low, -_MARGIN], nice=False), axis=None)
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=[layer.encode(x=x, y=y) for layer in layers])
        .properties(
            width=right + _MARGIN, height=low + _MARGIN, title=heading(caption),
            description=caption.title,
        )
        .configure(**config())
    )  # fmt: skip
    return drawn


def _lines(holdings: Sequence[Holding], at: Placed, caption: Caption) -> list[alt.Chart]:
    points: list[dict[str, Any]] = []
    ends: list[dict[str, Any]] = []
    for n, one in enumerate(holdings):
        kind = COUNTS if one.counts else IDLE
        line = at.lines[one.owner, one.owned]
        row = {
            "n": n, "kind": caption.labels[kind], "tip": one.tip, "open": one.share is None,
            "thick": _THIN + _THICK * (one.share or 0),
        }  # fmt: skip
        points += [
            row | {"at": k, "x": round(x, 1), "y": round(y, 1)} for k, (x, y) in enumerate(line)
        ]
        ends.append(row | _label(line) | {"text": one.text})
    kinds = [
        caption.labels[kind]
        for kind in _LINE
        if any(r["kind"] == caption.labels[kind] for r in ends)
    ]
    scale = alt.Scale(
        domain=kinds,
        range=[LIGHT[role] for kind, role in _LINE.items() if caption.labels[kind] in kinds],
    )
    colour = alt.Color(
        "kind:N", scale=scale, legend=alt.Legend(title=None, orient="bottom", symbolType="stroke")
    )
    base = alt.Chart(rows(points)).encode(
        order="at:Q", detail="n:N", color=colour, tooltip=alt.Tooltip("tip:N", title=" "),
        strokeWidth=alt.StrokeWidth("thick:Q", scale=None),
    )  # fmt: skip
    text = alt.Chart(rows(ends)).encode(text="text:N", tooltip=alt.Tooltip("tip:N", title=" "))
    place: dict[str, Any] = {"align": "right", "baseline": "bottom", "fontSize": 11, "dy": -1}
    return [
        base.transform_filter("!datum.open").mark_line(opacity=0.85),
        base.transform_filter("datum.open").mark_line(opacity=0.85, strokeDash=_DASH),
        text.mark_text(**place, stroke=LIGHT["paper"], strokeWidth=3, strokeJoin="round"),
        text.mark_text(**place, color=LIGHT["ink"]),
    ]


def _label(line: Sequence[tuple[float, float]]) -> dict[str, float]:
    """Where a line's share is written: left of what is owned; of one led below on its way."""
    if line[1][0] == line[2][0]:
        return {"x": (line[2][0] + line[3][0]) / 2, "y": line[2][1]}
    x, y = line[-1]
    return {"x": x - 6, "y": y}


def _boxes(parties: Sequence[Party], at: Placed) -> list[alt.Chart]:
    data: list[dict[str, Any]] = []
    for one in parties:
        if one.key in at.boxes:
            left, top, high = at.boxes[one.key]
            data.append({
                "x": left, "x2": left + WIDE, "y": top, "y2": top + high, "kind": one.kind,
                "middle": left + WIDE / 2, "name": _fitting(one.name), "text": one.text,
                "tip": one.tip, "up": top + high / 2,
            })  # fmt: skip
    kinds = list(_FILL)
    fill = alt.Fill("kind:N", legend=None, scale=_scale(kinds, _FILL))
    stroke = alt.Stroke("kind:N", legend=None, scale=_scale(kinds, _EDGE))
    tip = alt.Tooltip("tip:N", title=" ")
    box = alt.Chart(rows(data)).encode(tooltip=tip, fill=fill, stroke=stroke)
    words = alt.Chart(rows([row | {"x": row["middle"], "y": row["up"]} for row in data]))
    ink = alt.condition(
        f"datum.kind === '{LISTED}'", alt.value(LIGHT["paper"]), alt.value(LIGHT["ink"])
    )
    return [
        box.mark_rect(cornerRadius=4, strokeWidth=1.3).encode(x2="x2:Q", y2="y2:Q"),
        words.mark_text(baseline="bottom", dy=-1, fontSize=_SIZE, fontWeight="bold").encode(
            text="name:N", color=ink, tooltip=tip
        ),
        words.mark_text(baseline="top", dy=2, fontSize=_SIZE - 1).encode(
            text="text:N", color=ink, tooltip=tip
        ),
    ]


def _scale(kinds: list[str], roles: dict[str, str]) -> alt.Scale:
    return alt.Scale(domain=kinds, range=[LIGHT[roles[kind]] for kind in kinds])


def _fitting(name: str) -> str:
    """The name as far as it fits in a box; the whole one stands in the table and in the tip."""
    found, room = "", _SIGNS
    for sign in name:
        room -= 2 if east_asian_width(sign) in "WF" else 1
        if room < 0:
            return found + "…"
        found += sign
    return found
