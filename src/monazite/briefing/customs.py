"""What customs counted: blocks of series that share a chart, over the months looked back on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.briefing.model import Block, Cell, Panel
from monazite.briefing.month import looking_back
from monazite.briefing.words import series_name, shown
from monazite.catalogue.texts import counted, say
from monazite.trade.monthly.figures import ratio
from monazite.trade.monthly.series import WORLD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from monazite.briefing.model import Marked
    from monazite.briefing.month import Month
    from monazite.trade.monthly.figures import Figure
    from monazite.trade.monthly.series import Point
    from monazite.trade.periods import Period

REE_MARKS, MINOR_MARKS = "rare_earths", "minor"
_BY_MASS_KG = frozenset({"gallium", "germanium"})
_USD_MILLION_A_TONNE_IN_USD_A_KG = 1000
_MINOR = ("gallium", "germanium", "antimony-metal", "antimony-oxide", "antimony-products")
_COMTRADE = ("comtrade-850511", "comtrade-284690", "comtrade-280530")


def blocks(month: Month, marks: Mapping[str, tuple[Marked, ...]], lang: str) -> tuple[Block, ...]:
    """The blocks of the month that have a figure to show; days marked come from the caller."""
    panels = {
        "rare_earths": [*_one("rare-earths", _tonnes, month, lang), *_unit_values(month, lang)],
        "magnets": _one("magnets", _tonnes, month, lang),
        "minor": [panel for name in _MINOR for panel in _one(name, _tonnes, month, lang)],
        "comtrade": [panel for name in _COMTRADE for panel in _one(name, _value, month, lang)],
    }
    return tuple(
        Block(
            key=key,
            panels=tuple(found),
            marks=marks[MINOR_MARKS if key == "minor" else REE_MARKS],
            message=_message(found, month, lang),
            caption=_caption(found, month, lang),
        )
        for key, found in panels.items()
        if found and (key != "comtrade" or _of_month(found[0], month))
    )


def _caption(panels: list[Panel], month: Month, lang: str) -> str:
    """What each series says of the month itself, and which say nothing."""
    join, parts, silent = say("brief.join", lang), [], []
    for panel in panels:
        figures = [shown(cell.figure, lang) for cell in _of_month(panel, month)]
        if figures:
            said = join.join(figures)
            parts.append(say("brief.chart.one", lang, series=panel.name, figures=said))
        else:
            silent.append(panel.name)
    if silent:
        parts.append(say("brief.chart.silent", lang, series=join.join(silent)))
    said = say("brief.semicolon", lang).join(parts)
    return say("brief.chart.caption", lang, month=month.text, said=said)


def _of_month(panel: Panel, month: Month) -> list[Cell]:
    """The figures of the month, or of its parts where it is joined."""
    return [cell for cell in apart(panel.cells) if month.period.contains(cell.period)]


def _one(
    series: str, measure: Callable[[str, Point], Figure], month: Month, lang: str
) -> list[Panel]:
    """A panel for each destination with a figure in the months, the most told of first."""
    found = []
    for to in month.figures.series(series).destinations():
        cells = _cells(series, to, measure, month)
        if cells:
            unit = cells[0].figure.unit
            found.append(Panel(series, to, series_name(series, to, lang), unit, cells))
    return sorted(found, key=lambda panel: (panel.to != WORLD, -len(panel.cells), panel.name))


def _cells(
    series: str, to: str, measure: Callable[[str, Point], Figure], month: Month
) -> tuple[Cell, ...]:
    """The first print of every month and joined release, in order of time, none twice."""
    looked = looking_back(month).period
    points = [p for p in month.figures.series(series).points if p.to == to and p.is_release]
    found: dict[tuple[int, int], Cell] = {}
    for point in points:
        figure = measure(series, point)
        if figure.value is not None and looked.overlaps(point.period):
            key = (point.period.first, point.period.last)
            found.setdefault(key, Cell(point.period, figure, point.note))
    return _without_doubles([found[key] for key in sorted(found)])


def _without_doubles(cells: list[Cell]) -> tuple[Cell, ...]:
    """Joined months go where each of their months was reported on its own."""
    single = {
        cell.period.first
        for cell in cells
        if cell.period.is_month and cell.figure.confidence == "reported"
    }
    return tuple(
        cell for cell in cells if cell.period.is_month or not set(_indices(cell.period)) <= single
    )


def apart(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The figures without a month that stands inside joined ones: no two cover the same days."""
    joined = [cell.period for cell in cells if not cell.period.is_month]
    return tuple(
        cell
        for cell in cells
        if not (cell.period.is_month and any(one.contains(cell.period) for one in joined))
    )


def _indices(period: Period) -> range:
    return range(period.first, period.last + 1)


def _tonnes(series: str, point: Point) -> Figure:
    """The mass of a point; in kg where the series is so small that customs counts kg."""
    figure = point.figures["tonnes"]
    if series in _BY_MASS_KG and figure.value is not None:
        return replace(figure, value=figure.value * 1000, unit="kg", interval=None)
    return figure


def _value(_series: str, point: Point) -> Figure:
    return point.figures["usd_million"]


def _unit_values(month: Month, lang: str) -> list[Panel]:
    """Value for each kilogram, where mass and value were both published."""

    def unit_value(_series: str, point: Point) -> Figure:
        value, mass = point.figures["usd_million"], point.figures["tonnes"]
        return ratio(value, mass, "USD/kg", _USD_MILLION_A_TONNE_IN_USD_A_KG)

    cells = _cells("rare-earths", WORLD, unit_value, month)
    name = say("brief.series.unit_value", lang)
    return [Panel("unit_value", WORLD, name, "USD/kg", cells)] if cells else []


def _message(panels: list[Panel], month: Month, lang: str) -> str:
    """The message of a chart in words: the last three figures of each series, and the gaps."""
    parts = []
    for panel in panels:
        figures = say("brief.join", lang).join(_point(cell, lang) for cell in panel.cells[-3:])
        parts.append(say("brief.alt.series", lang, series=panel.name, figures=figures))
        if missing := gaps(panel, month):
            parts.append(counted("brief.alt.gaps", len(missing), lang))
    return " ".join(parts)


def gaps(panel: Panel, month: Month) -> list[int]:
    """The months looked back on that no figure of the panel covers, counted from the year 0."""
    looked = looking_back(month).period
    known = {index for cell in panel.cells for index in _indices(cell.period)}
    return [index for index in _indices(looked) if index not in known]


def _point(cell: Cell, lang: str) -> str:
    return say("brief.alt.point", lang, period=cell.period.text, value=shown(cell.figure, lang))
