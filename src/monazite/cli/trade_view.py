"""How the trade commands look in a terminal: tables and bars, and every unknown in words."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.countries import name as country_name
from monazite.catalogue.texts import say
from monazite.cli import trade_lines as lines
from monazite.cli.output import console
from monazite.cli.trade_marks import (
    bar,
    mean,
    quantity,
    rows,
    shown,
    spark,
)
from monazite.trade.monthly.figures import UNITS
from monazite.trade.monthly.published import CENT
from monazite.trade.monthly.series import WORLD, load
from monazite.trade.monthly.timeline import main_measure, releases
from monazite.trade.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from rich.console import Console

    from monazite.trade.monthly.claims import RunVerdict, Verdict
    from monazite.trade.monthly.figures import Figure
    from monazite.trade.monthly.gaps import Coverage
    from monazite.trade.monthly.month import MonthReport

_MONTHS_DRAWN = 13
_MONTHS_SPARKED = 24
# A group whose figures are all unknown for one reason says so once.
_GROUPS = (
    ("tonnes", "mom_pct", "yoy_pct"),
    ("ytd_tonnes", "ytd_yoy_pct"),
    ("usd_million", "usd_mom_pct", "usd_yoy_pct", "usd_per_kg"),
)


def show_report(report: MonthReport, lang: str) -> None:
    """The whole report: figures with their rows, the last months as bars, checks and conflicts."""
    screen = console()
    screen.print(Text(_title(report, lang), style="bold"))
    screen.print(Text(say(f"trade.scope.{report.series}", lang), style="dim"))
    screen.print()
    screen.print(_figure_table(report, lang))
    screen.print()
    screen.print(_bar_table(report, lang))
    screen.print(Text(say("trade.bars.key", lang), style="dim"))
    parts = (
        ("conflicts", [lines.conflict_line(one, lang) for one in report.conflicts]),
        ("streak", [lines.streak_line(one, lang) for one in report.streaks]),
        ("claims", [lines.claim_line(one, lang) for one in report.claims]),
        ("implied", [lines.implied_line(one, lang) for one in report.implied]),
        ("sums", [lines.sum_line(one, lang) for one in report.sums]),
        ("notes", [say("trade.note", lang, row=row, note=note) for row, note in report.notes]),
    )
    for name, found in parts:
        _show_part(screen, say(f"trade.part.{name}", lang), found)


def show_coverage(covered: Iterable[Coverage], lang: str) -> None:
    """Every series on one line: span, months known, gaps, and its last months as a spark line."""
    screen = console()
    table = Table(box=None, pad_edge=False)
    for head in ("series", "span", "known", "joined", "gaps"):
        table.add_column(say(f"trade.head.{head}", lang), no_wrap=True)
    table.add_column(say("trade.head.destinations", lang), overflow="fold")
    table.add_column(say("trade.head.last", lang, count=_MONTHS_SPARKED), no_wrap=True)
    for one in covered:
        series = load(one.series)
        span = Period(one.span.last - _MONTHS_SPARKED + 1, one.span.last)
        found = releases(series, WORLD, main_measure(series), span)
        table.add_row(
            one.series,
            f"{one.first}–{one.last}",
            str(one.months_known),
            str(len(one.joined)),
            str(one.months_without),
            " ".join(to for to in one.destinations if to != WORLD),
            spark(found, span),
        )
    screen.print(table)
    screen.print(Text(say("trade.sparks.key", lang), style="dim"))


def show_verdict(verdict: Verdict, levels: tuple[tuple[Period, Figure], ...], lang: str) -> None:
    """A verdict on a claimed change, with its packaged levels and the interval of rounding."""
    screen = console()
    screen.print(Text(lines.verdict_text(verdict, lang), style="bold"))
    for period, figure in levels:
        screen.print(Text(lines.level_line(period, figure, lang)))
    around = verdict.claimed_interval
    claimed, low, high = (
        quantity(value, "%", lang) for value in (verdict.claimed, around.low, around.high)
    )
    screen.print(say("trade.verdict.claimed", lang, claimed=claimed, low=low, high=high))
    if verdict.implied is not None:
        low, high = (f"{end.quantize(CENT):,}" for end in astuple(verdict.implied))
        screen.print(say("trade.verdict.implied", lang, low=low, high=high))


def show_run(run: RunVerdict, question: str, lang: str) -> None:
    """A verdict on months in a row: each month with its change or why it is unknown."""
    screen = console()
    screen.print(Text(question, style="bold"))
    table = Table(box=None, pad_edge=False)
    for head in ("period", "change", "source"):
        table.add_column(say(f"trade.head.{head}", lang))
    for month, figure in run.months:
        table.add_row(month.text, shown(figure, lang), rows(figure.sources))
    screen.print(table)
    said = say(f"trade.run.{run.state}", lang)
    screen.print(Text(lines.because(said, run.reason, lang), style="bold"))


def _title(report: MonthReport, lang: str) -> str:
    place = say("trade.world", lang) if report.to == WORLD else country_name(report.to, lang)
    series = say(f"trade.series.{report.series}", lang)
    return say("trade.title", lang, series=series, period=report.period.text, to=place)


def _figure_table(report: MonthReport, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("trade.head.figure", lang), no_wrap=True)
    table.add_column(say("trade.head.value", lang), justify="right", no_wrap=True)
    table.add_column(say("trade.head.confidence", lang))
    table.add_column(say("trade.head.source", lang), overflow="fold", style="dim")
    for name in _names(report):
        figure = report.figures[name]
        style = "bold" if figure.value is not None else "italic dim"
        trust = say(f"trade.confidence.{figure.confidence}", lang) if figure.confidence else ""
        label = say(f"trade.figure.{name}", lang)
        table.add_row(label, Text(shown(figure, lang), style=style), trust, rows(figure.sources))
    return table


def _names(report: MonthReport) -> Iterator[str]:
    """The figures worth a line: of a group that is unknown for one reason only the first."""
    for group in _GROUPS:
        figures = [report.figures[name] for name in group]
        alike = all(one.value is None and one.reason == figures[0].reason for one in figures)
        yield from group[:1] if alike else group


def _bar_table(report: MonthReport, lang: str) -> Table:
    """The last months as bars: a joined release is one bar at its mean, a gap says so."""
    series = load(report.series)
    measure = main_measure(series)
    last = report.period.last
    span = Period(last - _MONTHS_DRAWN + 1, last)
    found = releases(series, report.to, measure, span)
    means = [mean(figure.value, period) for period, figure in found if figure.value is not None]
    unit = say(f"trade.bars.{UNITS[measure]}", lang)
    title = say("trade.bars", lang, period=report.period.text, unit=unit)
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, show_header=False)
    for period, figure in _with_gaps(found, span):
        label = period.text if figure else period.span_text
        table.add_row(label, _bar(figure, period, max(means, default=None), lang))
    return table


def _with_gaps(
    found: Iterable[tuple[Period, Figure]], span: Period
) -> Iterator[tuple[Period, Figure | None]]:
    """The releases with every run of months without one between them."""
    start = span.first
    for period, figure in found:
        if period.first > start:
            yield Period(start, period.first - 1), None
        yield period, figure
        start = period.last + 1
    if start <= span.last:
        yield Period(start, span.last), None


def _bar(figure: Figure | None, period: Period, highest: Decimal | None, lang: str) -> Text:
    if figure is None or figure.value is None or highest is None:
        return Text(say("trade.bars.unknown", lang), style="italic dim")
    drawn = Text(bar(figure.value, period, highest, figure.confidence), style="cyan")
    text = f"{figure.value:,}"
    if not period.is_month:
        text = say("trade.bars.joined", lang, value=text, months=period.months)
    return drawn.append(f" {text}", style="default")


def _show_part(screen: Console, head: str, found: list[str]) -> None:
    if found:
        screen.print()
        screen.print(Text(head, style="bold"))
    for line in found:
        screen.print(Text(f"• {line}"))
