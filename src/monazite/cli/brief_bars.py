"""Small charts of the briefing as text: months as bars, the newest figures, shares with ranges."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.briefing import words
from monazite.briefing.customs import apart
from monazite.catalogue.texts import say
from monazite.cli.trade_marks import bar, mean
from monazite.trade.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.briefing.model import Cell, Panel, Stage
    from monazite.briefing.month import Month

_MONTHS_DRAWN = 13
_SHARE_WIDTH = 20
_HUNDRED = 100


def bars(panel: Panel, month: Month, lang: str) -> Table:
    """The last months as bars; joined months at their mean, with their sum; a gap says so."""
    span = Period(month.period.last - _MONTHS_DRAWN + 1, month.period.last)
    table = Table(box=None, pad_edge=False, show_header=False, title=panel.name)
    table.title_justify = "left"
    rows = list(_rows(panel, span))
    means = [mean(_value(cell), period) for period, cell in rows if cell is not None]
    highest = max(means, default=Decimal(0))
    for period, cell in rows:
        table.add_row(period.text, _bar(cell, period, highest, lang))
    return table


def newest(panels: tuple[Panel, ...], month: Month, lang: str) -> Table:
    """What each further series says of the month, or its newest figure before."""
    table = Table(box=None, pad_edge=False, show_header=False)
    for panel in panels:
        cell = apart(panel.cells)[-1]
        text = Text()
        if not month.period.contains(cell.period):
            text.append(f"{say('trade.bars.unknown', lang)}; ", style="italic dim")
            text.append(f"{cell.period.text} ", style="dim")
        text.append(words.shown(cell.figure, lang))
        text.append(f" [{cell.figure.sources[0]}]", style="dim")
        table.add_row(panel.name, text)
    return table


def share_bar(stage: Stage) -> Text:
    """All readings of a share: the bar is full up to the lowest, shaded up to the highest."""
    ends = [one.low or one.figure for one in stage.leader]
    tops = [one.high or one.figure for one in stage.leader]
    low = min(figure.value or Decimal(0) for figure in ends)
    high = max(figure.value or Decimal(0) for figure in tops)
    full, shaded = (int(value * _SHARE_WIDTH / _HUNDRED) for value in (low, high))
    drawn = Text("█" * full, style="cyan").append("▒" * (shaded - full), style="cyan")
    text = f"{low:f}" if low == high else f"{low:f}–{high:f}"
    return drawn.append(f" {text}", style="default")


def _rows(panel: Panel, span: Period) -> Iterator[tuple[Period, Cell | None]]:
    """The figures of the span, and every run of months without one between them."""
    start = span.first
    for cell in apart(panel.cells):
        if cell.period.last < start or cell.period.first > span.last:
            continue
        if cell.period.first > start:
            yield Period(start, cell.period.first - 1), None
        yield cell.period, cell
        start = cell.period.last + 1
    if start <= span.last:
        yield Period(start, span.last), None


def _value(cell: Cell) -> Decimal:
    return cell.figure.value or Decimal(0)


def _bar(cell: Cell | None, period: Period, highest: Decimal, lang: str) -> Text:
    if cell is None:
        return Text(say("trade.bars.unknown", lang), style="italic dim")
    drawn = Text(bar(_value(cell), period, highest, cell.figure.confidence), style="cyan")
    drawn.append(f" {words.shown(cell.figure, lang)}", style="default")
    return drawn.append(f" [{cell.figure.sources[0]}]", style="dim")
