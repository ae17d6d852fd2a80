"""The charts of a briefing in the words of its language: its blocks, its timeline, its shares."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.briefing.customs import apart
from monazite.briefing.month import looking_back, of
from monazite.briefing.timeline import DRAWN, around
from monazite.briefing.words import confidence, number, shown, state
from monazite.catalogue.texts import say
from monazite.charts.panels import panels
from monazite.charts.shapes import Bar, Marker, Series, Share, Window, Words
from monazite.charts.shares import shares
from monazite.charts.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    import altair as alt

    from monazite.briefing.model import Block, Brief, Cell, Panel, Stage, StageShare
    from monazite.briefing.month import Month

_TALL, _MIDDLE, _LOW = 190, 84, 58
_LEVELS = frozenset({"USD/kg"})


def pictures(brief: Brief) -> Mapping[str, alt.LayerChart | alt.VConcatChart]:
    """Every chart of the page by name; `description` in each is its message."""
    found: dict[str, alt.LayerChart | alt.VConcatChart] = {
        block.key: _block(block, brief.month, brief.lang) for block in brief.blocks
    }
    if brief.law.spans:
        found["timeline"] = _timeline(brief)
    return found | {"shares": _shares(brief.stages, brief.lang)}


def _window(shown_months: Month, focus: Month) -> Window:
    return Window(shown_months.first, shown_months.last, focus.first, focus.last)


def _block(block: Block, month: Month, lang: str) -> alt.VConcatChart:
    qualities = ("reported", "derived", "derived-weak")
    labels = {key: confidence(key, lang) for key in qualities}
    labels["missing"] = say("trade.bars.unknown", lang)
    series = [
        _series(panel, month, lang, height=_height(panel, first=n == 0))
        for n, panel in enumerate(block.panels)
    ]
    marks = [Marker(one.day, one.sign, f"{one.day}: {one.text}") for one in block.marks]
    window = _window(looking_back(month), month)
    return panels(series, marks, window, Words(block.message, labels))


def _height(panel: Panel, *, first: bool) -> int:
    """The first panel of all destinations is the tall one; values of a kilogram stand between."""
    if panel.unit in _LEVELS:
        return _MIDDLE
    return (
        _TALL
        if first and panel.unit == "t" and panel.series in {"rare-earths", "magnets"}
        else _LOW
    )


def _series(panel: Panel, month: Month, lang: str, height: int) -> Series:
    unit = say(f"brief.panel.{panel.unit}", lang)
    return Series(
        title=say("brief.panel", lang, series=panel.name, unit=unit),
        bars=tuple(_bar(cell, panel, month, lang) for cell in apart(panel.cells)),
        style="levels" if panel.unit in _LEVELS else "bars",
        height=height,
    )


def _bar(cell: Cell, panel: Panel, month: Month, lang: str) -> Bar:
    value = cell.figure.value or 0
    days = of(cell.period)
    tip = say(
        "brief.tip" if cell.period.is_month else "brief.tip.joined",
        lang,
        value=shown(cell.figure, lang),
        confidence=confidence(cell.figure.confidence or "reported", lang),
        row=", ".join(dict.fromkeys(cell.figure.sources)),
    )
    return Bar(
        first=days.first,
        last=days.last,
        value=float(value),
        quality=cell.figure.confidence or "reported",
        label=cell.period.text,
        text=_label(cell, panel, month),
        tip=tip,
    )


def _label(cell: Cell, panel: Panel, month: Month) -> str:
    """What is written on a bar: the month's own figure, sums of joined months, zeros, levels."""
    text = number(cell.figure.value or Decimal(0))
    if panel.unit in _LEVELS:
        return text
    if not cell.period.is_month:
        return f"Σ {text}"
    own = month.period.contains(cell.period)
    return text if own or (cell.figure.value or 0) == 0 else ""


def _timeline(brief: Brief) -> alt.LayerChart:
    law, lang = brief.law, brief.lang
    shown_months = around(brief.month)
    message = say(
        "brief.alt.timeline",
        lang,
        rows=len({span.lane for span in law.spans}),
        first=shown_months.first,
        last=shown_months.last,
        month=brief.month.text,
        **_counts(brief),
    )
    labels = {key: state(key, lang) for key in sorted(DRAWN)}
    sign = say("brief.known", lang, known=brief.known)
    known = Marker(brief.known, sign, say("brief.as_known", lang, known=brief.known))
    return timeline(law.spans, [known], _window(shown_months, brief.month), Words(message, labels))


def _counts(brief: Brief) -> dict[str, int]:
    """How many rows of the timeline were in which state on the last day of the month."""
    on = brief.month.last
    now = [span.state for span in brief.law.spans if span.first <= on <= span.last]
    return {
        "force": now.count("in_force"),
        "held": now.count("suspended"),
        "open": now.count("ambiguous"),
        "waiting": now.count("not_yet"),
    }


def _shares(stages: tuple[Stage, ...], lang: str) -> alt.VConcatChart:
    labels = {key: confidence(key, lang) for key in ("found", "memory", "uncertain")}
    points = [point for stage in stages for point in _points(stage, lang)]
    said = say("brief.join", lang).join(f"{p.lane} {p.text}" for p in points if p.text)
    return shares(points, Words(say("brief.alt.shares", lang, figures=said), labels))


def _points(stage: Stage, lang: str) -> list[Share]:
    """A dot for every reading; the lowest carries the text for all of them."""
    found = sorted(stage.leader, key=_low)
    group = say("brief.shares.world" if stage.world else "brief.shares.us_imports", lang)
    return [
        Share(
            lane=stage.name,
            group=group,
            value=float(one.figure.value or 0),
            low=_low(one),
            high=_high(one),
            quality=one.figure.confidence or "found",
            text=_range(stage) if n == 0 else "",
            tip=say(
                "brief.shares.tip", lang, share=one.figure.value, year=one.year, source=one.source
            ),
        )
        for n, one in enumerate(found)
    ]


def _low(one: StageShare) -> float:
    return float((one.low or one.figure).value or 0)


def _high(one: StageShare) -> float:
    return float((one.high or one.figure).value or 0)


def _range(stage: Stage) -> str:
    """All readings of a stage as one text: "62–70", or "94" where all agree."""
    low, high = min(map(_low, stage.leader)), max(map(_high, stage.leader))
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"
