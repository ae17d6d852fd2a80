"""What both sides say of one flow, year by year: two lines and the gap between them shaded.

A side that says nothing is not drawn at nothing. What only one side saw is marked, and so is a
year in which the other side reports nothing of this code at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import heading, span, year_x

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.charts.flow_shapes import Caption, Pair

EXPORTER, IMPORTER = "exporter", "importer"
_SIDES = {EXPORTER: "solid", IMPORTER: "doubt"}
_KINDS = {"orphan": "triangle-up", "ghost": "triangle-down", "not_reported": "cross"}
_COLUMNS, _WIDTH, _HEIGHT = 2, 330, 150
_HEADROOM = 1.2
"""Room above the highest point for the mark that stands on it."""


def pairs(found: Sequence[Pair], caption: Caption) -> alt.VConcatChart:
    """One panel for each pair, two beside each other, each on its own scale from nothing."""
    panels = list(dict.fromkeys(pair.panel for pair in found))
    years = span(pair.year for pair in found)
    drawn = [_panel([p for p in found if p.panel == panel], years, caption) for panel in panels]
    lines = [
        alt.hconcat(*drawn[n : n + _COLUMNS], spacing=24) for n in range(0, len(drawn), _COLUMNS)
    ]
    together: alt.VConcatChart = (
        alt.vconcat(*lines)
        .resolve_scale(color="shared", shape="shared")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _panel(found: Sequence[Pair], years: list[str], caption: Caption) -> alt.LayerChart:
    x = year_x("year", years, points=True)
    amounts = [side for pair in found for side in (pair.exporter, pair.importer) if side]
    scale = alt.Scale(domain=[0, _HEADROOM * max(amounts, default=1)], nice=False)
    axis = alt.Axis(tickCount=3, format=",.12~g", title=None)
    layers = [*_gaps(found, years), _lines(found, years, caption), *_marks(found, caption)]
    placed = [layer.encode(x=x, y=alt.Y("y:Q", axis=axis, scale=scale)) for layer in layers]
    return alt.LayerChart(layer=placed).properties(
        width=_WIDTH, height=_HEIGHT, title=found[0].panel
    )


def _gaps(found: Sequence[Pair], years: list[str]) -> list[alt.Chart]:
    """The gap: shaded between neighbouring years that both sides know, a rule in each of them."""
    both = {
        str(pair.year): {"y": pair.exporter, "y2": pair.importer}
        for pair in found
        if pair.exporter is not None and pair.importer is not None
    }
    data = [{"year": year, "run": run, **both[year]} for year, run in _runs(both, years)]
    if not data:
        return []
    base = alt.Chart(rows(data)).encode(y2="y2:Q")
    return [
        base.mark_area(color=LIGHT["hold"], opacity=0.45).encode(detail="run:N"),
        base.mark_rule(color=LIGHT["hold"], strokeWidth=2),
    ]


def _runs(known: Iterable[str], years: list[str]) -> list[tuple[str, int]]:
    """Every known year with the number of the run of neighbouring known years it belongs to."""
    found, run = [], 0
    for year in years:
        if year in known:
            found.append((year, run))
        else:
            run += 1
    return found


def _lines(found: Sequence[Pair], years: list[str], caption: Caption) -> alt.Chart:
    """A line for each side; a year of which it says nothing breaks it."""
    said = {str(pair.year): {EXPORTER: pair.exporter, IMPORTER: pair.importer} for pair in found}
    tips = {str(pair.year): pair.tip for pair in found}
    data = [
        {
            "year": year, "side": caption.labels[side], "tip": tips.get(year, ""),
            "y": said.get(year, {}).get(side),
        }
        for side in _SIDES for year in years
    ]  # fmt: skip
    names = [caption.labels[side] for side in _SIDES]
    scale = alt.Scale(domain=names, range=[LIGHT[role] for role in _SIDES.values()])
    drawn: alt.Chart = (
        alt.Chart(rows(data))
        .mark_line(
            point={"size": 34, "filled": True}, strokeWidth=2, invalid="break-paths-filter-domains"
        )
        .encode(color=alt.Color("side:N", scale=scale, legend=_legend()), tooltip=_tips())
    )
    return drawn


def _marks(found: Sequence[Pair], caption: Caption) -> list[alt.Chart]:
    """A sign above every year in which only one side speaks."""
    data: list[dict[str, Any]] = [
        {
            "year": str(pair.year), "kind": caption.labels[pair.kind], "tip": pair.tip,
            "y": max((side for side in (pair.exporter, pair.importer) if side), default=0),
        }
        for pair in found if pair.kind in _KINDS
    ]  # fmt: skip
    scale = alt.Scale(domain=[caption.labels[kind] for kind in _KINDS], range=list(_KINDS.values()))
    base = alt.Chart(rows(data)).mark_point(
        size=80, filled=False, strokeWidth=1.8, color=LIGHT["mark"], yOffset=-12
    )
    shape = alt.Shape("kind:N", title=None, scale=scale, legend=_legend())
    return [base.encode(shape=shape, tooltip=_tips())] if data else []


def _tips() -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{name}:N", title=" ") for name in ("year", "tip")]


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", labelFontSize=12, labelLimit=420, columns=1)
