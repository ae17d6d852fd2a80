"""What a result depends on, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_screen import show_more
from monazite.shock.pictures.sensing import MOST, alone, in_all, named_result, of, summed, what
from monazite.shock.pictures.wording import capital
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from monazite.shock.results.sensitivities import Sensitivities


def show(found: Sensitivities, result: str, title: str, lang: str) -> None:
    """The parameters, the heaviest at the head, and how much they explain together."""
    screen = console()
    rows = of(found, result)
    named = capital(named_result(rows, found.weeks, lang))
    head = say("shock.pictures.sensing.title", lang, result=named, scenario=title)
    screen.print(Prose(head, style="bold"))
    if any(one.total for one in rows):
        table = Table(box=None, pad_edge=False)
        table.add_column(say("shock.cli.head.parameter", lang), ratio=1)
        for name in ("alone", "in_all"):
            table.add_column(
                say(f"shock.pictures.head.{name}", lang), justify="right", no_wrap=True
            )
        for one in rows[:MOST]:
            table.add_row(Prose(what(one, lang)), alone(one), in_all(one))
        screen.print(table)
        show_more(screen, len(rows), lang, MOST)
    screen.print(Prose(summed(rows, lang)))
    screen.print(Prose(say("shock.pictures.sensing.source", lang), style="dim"))
    for line in remarks(found, lang):
        screen.print(Prose(line, style="dim"))
