"""A sweep in a terminal: a row for each variation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_screen import show_more
from monazite.shock.pictures.sweeping import figured, rests_on, shown
from monazite.shock.pictures.wording import percent
from monazite.shock.results.outcome import Band
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.shock.sweeps.swept import Figure, Swept

_ROWS = 40
"""Variations on the screen; files have all of them."""
_HALT = "first_halt"


def show(found: Swept, figure: str, folder: Path, lang: str) -> None:
    """The figure with its band by variation, and in how many draws something halts."""
    screen = console()
    told = {"title": found.title[lang], "figure": figured(figure, lang)}
    screen.print(Prose(say("shock.cli.sweep.title", lang, **told), style="bold"))
    table = Table(box=None, pad_edge=False)
    for path in found.paths:
        table.add_column(path.replace(".", ".\n"), justify="right", overflow="fold")
    heads = ["figure", "halting"] if figure == _HALT else ["figure", "halt_week", "halting"]
    for head in heads:
        table.add_column(say(f"shock.cli.head.{head}", lang), justify="right", no_wrap=True)
    for one in found.variations[:_ROWS]:
        halts = one.figures[_HALT]
        middle = [] if figure == _HALT else [shown(_HALT, _band(halts), lang)]
        part = percent(halts.draws / found.draws)
        cells = [shown(figure, _band(one.figures[figure]), lang), *middle, part]
        table.add_row(*(visible(value) for value in one.values.values()), *cells)
    screen.print(table)
    show_more(screen, len(found.variations), lang, _ROWS)
    screen.print(Prose(rests_on(found, lang), style="dim"))
    for line in remarks(found, lang):
        screen.print(Prose(line, style="dim"))
    screen.print(Prose(say("shock.cli.sweep.where", lang, folder=visible(str(folder)))))


def _band(figure: Figure) -> Band | None:
    if figure.p5 is None or figure.p50 is None or figure.p95 is None:
        return None
    return Band(figure.p5, figure.p50, figure.p95)
