"""How commitments look in a terminal: said, covered, kept or not, and the customs figures after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.countries import name as country_name
from monazite.catalogue.texts import say
from monazite.cli.commitment_document import reports
from monazite.cli.output import console
from monazite.cli.trade_marks import rows, shown, spark
from monazite.trade.monthly.series import WORLD, load
from monazite.trade.monthly.timeline import main_measure, releases
from monazite.trade.periods import Period, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monazite.law.commitments import Commitment, Deed, Figures

_MONTHS_BEFORE = 12
_SHOWN = ("tonnes", "mom_pct", "yoy_pct")


def show_all(found: Iterable[Commitment], lang: str) -> None:
    """One line for each commitment: who, when, which words, and how much of it was kept."""
    table = Table(box=None, pad_edge=False)
    for head in ("law.head.id", "commitment.head.words", "commitment.head.kept"):
        table.add_column(say(head, lang), overflow="fold")
    table.add_column(say("commitment.head.not_kept", lang), overflow="fold")
    for one in found:
        deeds = (_counted(one.kept_by, lang), _counted(one.not_kept, lang))
        table.add_row(one.id, _words(one, lang), *deeds)
    screen = console()
    screen.print(table)
    screen.print(Text(say("commitment.never", lang), style="dim"))


def show_one(one: Commitment, lang: str) -> None:
    """One commitment in full, with its figures as tables and spark lines."""
    screen = console()
    screen.print(Text(f"{one.id}  {one.by} → {one.to}  {one.on}", style="bold"))
    screen.print(Text(_words(one, lang)))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for head, lines in _facts(one, lang):
        for number, line in enumerate(lines):
            grid.add_row(say(f"commitment.head.{head}", lang) if number == 0 else "", line)
    screen.print(grid)
    for figures in one.figures_after:
        screen.print()
        screen.print(_heading(figures, lang))
        screen.print(_figures(figures, lang))
    if one.figures_note:
        screen.print(Text(one.figures_note[lang], style="italic"))
    screen.print()
    screen.print(Text(say("commitment.never", lang), style="dim"))


def _words(one: Commitment, lang: str) -> str:
    key = "commitment.quoted" if one.quoted else "commitment.paraphrase"
    return say(key, lang, words=one.words[lang])


def _counted(deeds: tuple[Deed, ...], lang: str) -> str:
    return say("commitment.count", lang, count=len(deeds))


def _facts(one: Commitment, lang: str) -> Iterator[tuple[str, list[str]]]:
    yield "venue", [one.venue[lang]]
    yield "told_by", [one.told_by[lang]]
    yield "covers", [_covers(one, lang), one.covers_note[lang]]
    nothing = [say("commitment.nothing", lang)]
    yield "kept", [_deed(d, lang) for d in one.kept_by] or nothing
    yield "not_kept", [_deed(d, lang) for d in one.not_kept] or nothing
    yield "sources", [f"{ref} ({say(f'confidence.{sure}', lang)})" for ref, sure in one.sources]


def _covers(one: Commitment, lang: str) -> str:
    names = [
        say("commitment.disputed", lang, measure=m) if m in one.disputed else m for m in one.covers
    ]
    return say("explain.comma", lang).join(names) or say("commitment.nothing", lang)


def _deed(deed: Deed, lang: str) -> str:
    key = "commitment.deed" if deed.on else "commitment.deed.dateless"
    return say(key, lang, day=deed.on, what=deed.what[lang], note=deed.note[lang])


def _heading(figures: Figures, lang: str) -> Text:
    series_name = say(f"trade.series.{figures.series}", lang)
    if figures.destination == WORLD:
        named = say("commitment.series.world", lang, series=series_name)
    else:
        to = country_name(figures.destination, lang)
        named = say("commitment.series", lang, series=series_name, to=to)
    periods = [parse(period) for period in figures.periods]
    first, last = min(p.first for p in periods), max(p.last for p in periods)
    span, series = Period(first - _MONTHS_BEFORE, last), load(figures.series)
    found = releases(series, figures.destination, main_measure(series), span)
    drawn = spark(found, span)
    return Text(f"{named}  ", style="bold").append(drawn, style="cyan")


def _figures(figures: Figures, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("commitment.head.period", lang), no_wrap=True)
    for name in _SHOWN:
        table.add_column(say(f"commitment.head.{name}", lang), justify="right")
    table.add_column(say("commitment.head.sources", lang), style="dim", overflow="fold")
    for report in reports(figures):
        found = [report.figures[name] for name in _SHOWN]
        told = (shown(one, lang) for one in found)
        table.add_row(report.period.text, *told, rows(found[0].sources))
    return table
