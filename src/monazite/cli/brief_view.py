"""How the briefing looks in a terminal of 80 columns or more: each figure with its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from monazite.briefing import words
from monazite.briefing.law_part import ENDING_DAYS
from monazite.briefing.month import looking_back
from monazite.briefing.places import keyed, name_of, places, unknown
from monazite.briefing.shares import holder
from monazite.catalogue.texts import say
from monazite.cli.brief_bars import bars, newest, share_bar
from monazite.cli.output import console
from monazite.cli.trade_marks import rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console, RenderableType

    from monazite.briefing.model import Brief, Happening, Line, Stage

_DRAWN = frozenset({"rare_earths", "magnets"})
_STYLES = {"in_force": "green", "suspended": "yellow", "ambiguous": "bold red", "ended": "dim"}


def show(brief: Brief) -> None:
    """The whole page, section by section."""
    screen = console()
    screen.print(Text(brief.title, style="bold"))
    screen.print(Text(say("brief.as_known", brief.lang, known=brief.known), style="dim"))
    screen.print()
    for sentence in brief.lead:
        screen.print(Text(sentence))
    for name, draw in (
        ("headline", _headline),
        ("law", _law),
        ("ending", _endings),
        ("customs", _customs),
        ("chronicle", _chronicle),
        ("shares", _shares),
        ("conflicts", _conflicts),
    ):
        screen.print()
        title = say(f"brief.section.{name}", brief.lang, days=ENDING_DAYS)
        screen.print(Text(title, style="bold reverse"))
        draw(screen, brief)
    screen.print()
    example = brief.rows[0].id
    screen.print(Text(say("brief.sources.row", brief.lang, row=example), style="dim"))


def show_path(path: Path, lang: str) -> None:
    """Where the page was written, on a line of its own."""
    console().print(Text(say("brief.written", lang, path=path)), soft_wrap=True)


def _cited(text: str, sources: Sequence[str], style: str = "") -> Text:
    """A text with its rows in brackets."""
    found = Text(text, style=style)
    return found.append(f" [{rows(sources)}]", style="dim") if sources else found


def _table(*heads: str, lang: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for head in heads:
        table.add_column(say(f"brief.head.{head}", lang), overflow="fold")
    return table


def _bullet(screen: Console, text: RenderableType, indent: int = 2) -> None:
    screen.print(Padding(text, (0, 0, 0, indent), expand=False))


def _headline(screen: Console, brief: Brief) -> None:
    lang = brief.lang
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold", style="dim")
    for one in brief.headlines:
        if one.figure.value is not None:
            value = Text(words.shown(one.figure, lang), style="bold")
            trust = words.confidence(one.figure.confidence or "", lang)
            label = say(f"brief.figure.{one.key}", lang)
            table.add_row(label, value, Text(f"{trust} [{rows(one.figure.sources)}]"))
    screen.print(table)
    cannot = unknown(brief)
    if cannot:
        screen.print(Text(say("brief.cannot_be_said", lang), style="bold"))
    for sentence, sources in cannot:
        _bullet(screen, _cited(sentence, sources))
    _printed(screen, brief, lang)


def _printed(screen: Console, brief: Brief, lang: str) -> None:
    """Changes as they were printed, each with the verdict on it."""
    if brief.printed:
        screen.print(Text(say("brief.printed", lang), style="bold"))
    for printed in brief.printed:
        claim = printed.check.claim
        text = say(
            "brief.printed.line",
            lang,
            series=say(f"trade.series.{printed.series}", lang),
            measure=say(f"brief.measure.{claim.measure}", lang),
            basis=say(f"trade.basis.{claim.basis}", lang),
            period=claim.period.text,
            change=words.shown(claim.figure, lang),
            verdict=words.verdict(printed.check.verdict, lang),
        )
        _bullet(screen, _cited(text, claim.figure.sources))


def _law(screen: Console, brief: Brief) -> None:
    lang, law = brief.lang, brief.law
    screen.print(Text(say("brief.section.changes", lang), style="bold"))
    if not law.changes:
        _bullet(screen, Text(say("brief.law.no_change", lang)))
    for change in law.changes:
        before, after = (words.state(state, lang) for state in (change.before, change.after))
        text = Text(f"{change.day} ").append(f"{before} → ", style="dim")
        text.append(after, style=_STYLES.get(change.after, ""))
        part = f" {change.part}" if change.part else ""
        text.append(f"  {name_of(change.line, lang)}{part}")
        _bullet(screen, text.append(f" [{change.line.measure}]", style="dim"))
    for name, found in (("open", law.open), ("held", law.held), ("waiting", law.waiting)):
        _lines(screen, say(f"brief.law.{name}", lang), found, lang)
    if not law.groups:
        _bullet(screen, Text(say("brief.law.nothing", lang)))
    for place in places(brief):
        screen.print(Text(f"{place.name}: {say('brief.law.count', lang, count=place.count)}"))
        for effect, found in place.groups:
            _lines(screen, effect, found, lang)


def _lines(screen: Console, head: str, found: tuple[Line, ...], lang: str) -> None:
    if found:
        screen.print(Text(head, style="bold"))
    for line in found:
        text = Text(name_of(line, lang)).append(f" [{line.measure}]", style="dim")
        for key, day in (("since", line.since), ("until", line.until), ("from", line.starts)):
            if day is not None:
                text.append(f" {say(f'brief.law.{key}', lang, day=day)}", style="dim")
        if line.confidence != "found":
            text.append(f" {words.confidence(line.confidence, lang)}", style="yellow")
        _bullet(screen, text)
        for reading in line.readings:
            said = say(
                "brief.law.reading",
                lang,
                name=say(f"reading.{reading.name}", lang),
                state=words.state(reading.state, lang),
                because=reading.because,
            )
            _bullet(screen, Text(said, style="yellow"), indent=4)


def _endings(screen: Console, brief: Brief) -> None:
    lang = brief.lang
    if not brief.law.endings:
        screen.print(Text(say("brief.law.ending", lang)))
        return
    table = _table("until", "left", "measure", "by", "after", lang=lang)
    for one in brief.law.endings:
        name = Text(name_of(one.line, lang)).append(f" [{one.line.measure}]", style="dim")
        days = say("brief.law.days_left", lang, days=one.days_left)
        official = "brief.law.official" if one.official else "brief.law.reported"
        by = Text(one.by).append(f" ({say(official, lang)})", style="dim")
        after = words.state(one.after, lang) if one.after else say("brief.law.ahead", lang)
        table.add_row(str(one.until), days, name, by, after)
    screen.print(table)


def _customs(screen: Console, brief: Brief) -> None:
    lang, explained = brief.lang, keyed(brief)
    if not brief.blocks:
        looked = looking_back(brief.month)
        none = say("brief.chart.none", lang, first=looked.first, last=looked.last)
        screen.print(Text(none))
    for block in brief.blocks:
        screen.print(Text(say(f"brief.chart.{block.key}", lang), style="bold"))
        drawn = block.key in _DRAWN
        if drawn:
            screen.print(bars(block.panels[0], brief.month, lang))
        screen.print(newest(block.panels[drawn:], brief.month, lang))
        for mark in block.marks if block.key in explained else ():
            _bullet(screen, Text(f"{mark.day} {mark.text}", style="magenta"))
    if brief.blocks:
        screen.print(Text(say("trade.bars.key", lang), style="dim"))


def _chronicle(screen: Console, brief: Brief) -> None:
    lang = brief.lang
    if not brief.chronicle:
        screen.print(Text(say("brief.chronicle.none", lang)))
    if brief.nearest:
        screen.print(Text(say("brief.chronicle.nearest", lang)))
    for happening in brief.chronicle or brief.nearest:
        _happening(screen, happening, lang)


def _happening(screen: Console, happening: Happening, lang: str) -> None:
    head = Text(happening.day, style="bold")
    if len(happening.reports) > 1:
        count = len(happening.reports)
        head.append(f" {say('brief.chronicle.reports', lang, count=count)}", style="yellow")
    screen.print(head)
    for report in happening.reports:
        text = Text(report.text).append(f" · {report.actor}", style="dim")
        if report.confidence != "found":
            text.append(f" · {words.confidence(report.confidence, lang)}", style="yellow")
        _bullet(screen, text.append(f" [{report.row}]", style="dim"))


def _shares(screen: Console, brief: Brief) -> None:
    lang = brief.lang
    screen.print(Text(say("brief.shares.not_one", lang), style="bold"))
    screen.print(Text(say("brief.shares.years", lang), style="dim"))
    for world in (True, False):
        key = "brief.shares.world" if world else "brief.shares.us_imports"
        table = Table(box=None, pad_edge=False, title=say(key, lang), title_justify="left")
        table.show_header = False
        for stage in brief.stages:
            if stage.world is world:
                table.add_row(stage.name, share_bar(stage), _readings(stage))
        screen.print(table)
    for stage in brief.stages:
        if stage.others:
            _others(screen, stage, lang)


def _readings(stage: Stage) -> Text:
    """Every reading of the leader's share with its year and row."""
    text = Text()
    for n, one in enumerate(stage.leader):
        ends = f" ({one.low.value}–{one.high.value})" if one.low and one.high else ""
        text.append(f"{'; ' if n else ''}{one.figure.value}{ends} {one.year}")
        text.append(f" [{one.figure.sources[0]}]", style="dim")
    return text


def _others(screen: Console, stage: Stage, lang: str) -> None:
    found = (f"{holder(one.country, lang)} {one.figure.value}" for one in stage.others)
    said = say("brief.join", lang).join(found)
    year, last = stage.others[0].year, stage.others[-1].figure.sources
    text = say("brief.shares.others", lang, stage=stage.name, year=year, said=said)
    screen.print(_cited(text, (*stage.others[0].figure.sources, *last), style="dim"))


def _conflicts(screen: Console, brief: Brief) -> None:
    if not brief.conflicts:
        screen.print(Text(say("brief.conflict.none", brief.lang)))
    for one in brief.conflicts:
        screen.print(Text(one.what, style="bold"))
        for said in one.said:
            _bullet(screen, _cited(f"• {said.text}", said.rows))
        _bullet(screen, Text(one.note, style="dim"))
