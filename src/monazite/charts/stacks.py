"""Shares of a whole over the years, stacked: one panel for each reading, the largest below."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import GROUPS, LIGHT, config
from monazite.charts.years import WIDTH, heading, span, upright_axis, year_x

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.charts.flow_shapes import Caption, Part

OTHERS, NONE = "others", "none"
"""The keys of two words: what the grey stands for, and what an empty year says."""
_HEIGHT, _ABOVE = 250, 22
# A lower segment has no room for its per cent.
_WRITTEN = 0.06
_WRITTEN_YEARS = 14


def stacks(parts: Sequence[Part], caption: Caption) -> alt.VConcatChart:
    """The parts as stacked bars, each panel with its own legend, grey for the others.

    At most seven groups of a panel have a colour; the caller adds up the rest under the group "".
    A group keeps its colour from panel to panel as far as seven colours go.
    """
    years = span(part.year for part in parts)
    panels = list(dict.fromkeys(part.panel for part in parts))
    drawn, known = [], {"": "rest"}
    for panel in panels:
        own = [part for part in parts if part.panel == panel]
        colours = _colours(_order(own), known)
        known = {**colours, **known}
        drawn.append(_panel(own, colours, years, caption))
    together: alt.VConcatChart = (
        alt.vconcat(*drawn)
        .resolve_scale(color="independent")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _order(parts: Iterable[Part]) -> list[str]:
    """The groups by what they hold in all years together, the others last."""
    held: dict[str, float] = {}
    for part in parts:
        held[part.group] = held.get(part.group, 0) + part.share
    return sorted(held, key=lambda group: (group == "", -held[group], group))


def _colours(order: Sequence[str], known: dict[str, str]) -> dict[str, str]:
    """A colour for each group: the one it has in another panel, else one that is free.

    A colour that no other panel uses is taken first.
    """
    used = set(known.values())
    spare = sorted(GROUPS, key=lambda role: role in used)
    found: dict[str, str] = {}
    for group in order:
        if group in known and known[group] not in found.values():
            found[group] = known[group]
    for group in order:
        if group not in found:
            found[group] = next(role for role in spare if role not in found.values())
    return {group: found[group] for group in order}


def _panel(
    parts: Sequence[Part], colours: dict[str, str], years: list[str], caption: Caption
) -> alt.LayerChart:
    order = list(colours)
    data = rows([row for year in _by_year(parts) for row in _stacked(year, order, caption)])
    axis = upright_axis(caption.axis, format=".0%", values=[0, 0.25, 0.5, 0.75, 1])
    y = alt.Y("low:Q", axis=axis, scale=alt.Scale(domain=[0, 1], nice=False))
    base = alt.Chart(data).encode(x=year_x("year", years))
    bars = base.mark_bar(stroke=LIGHT["paper"], strokeWidth=0.7).encode(
        y=y, y2="high:Q", color=_colour(colours, caption),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("group", "tip")],
    )  # fmt: skip
    layers = [bars, *_empty(parts, years, caption)]
    if len(years) <= _WRITTEN_YEARS:
        layers.append(
            base.mark_text(color=LIGHT["paper"], fontSize=10).encode(y="middle:Q", text="text:N")
        )
    title = alt.TitleParams(parts[0].panel, offset=_ABOVE)
    return alt.LayerChart(layer=layers).properties(width=WIDTH, height=_HEIGHT, title=title)


def _empty(parts: Sequence[Part], years: list[str], caption: Caption) -> list[alt.Chart]:
    """A word in every year without a figure."""
    missing = [year for year in years if year not in {str(part.year) for part in parts}]
    data = rows([{"year": year, "text": caption.labels[NONE], "middle": 0.5} for year in missing])
    words = alt.Chart(data).mark_text(color=LIGHT["muted"], fontSize=11, angle=270)
    return [words.encode(x=year_x("year", years), y="middle:Q", text="text:N")] if missing else []


def _by_year(parts: Sequence[Part]) -> list[list[Part]]:
    ordered = sorted(parts, key=lambda part: part.year)
    return [list(group) for _, group in groupby(ordered, key=lambda part: part.year)]


def _stacked(parts: list[Part], order: list[str], caption: Caption) -> list[dict[str, Any]]:
    """The parts of one year, each from where the one before it ends."""
    low, found = 0.0, []
    for part in sorted(parts, key=lambda part: order.index(part.group)):
        high = low + part.share
        text = f"{part.share:.0%}" if part.share >= _WRITTEN else ""
        found.append({
            "year": str(part.year), "group": part.group or caption.labels[OTHERS], "low": low,
            "high": high, "middle": (low + high) / 2, "text": text, "tip": part.tip,
        })  # fmt: skip
        low = high
    return found


def _colour(roles: dict[str, str], caption: Caption) -> alt.Color:
    """One colour for each group, in the order of the stack."""
    names = [group or caption.labels[OTHERS] for group in roles]
    colours = [LIGHT[role] for role in roles.values()]
    legend = alt.Legend(title=None, orient="right", labelFontSize=12, rowPadding=4)
    # Read from above, as the stack is.
    return alt.Color(
        "group:N", scale=alt.Scale(domain=names[::-1], range=colours[::-1]), legend=legend
    )
