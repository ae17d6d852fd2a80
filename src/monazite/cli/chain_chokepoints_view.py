"""Chokepoints in a terminal: a row for each pair, most t first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.cli.chain_numbers import band, mass
from monazite.cli.chain_problems import show_problems
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, UNKNOWN, share_bar
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.chain.chokepoint.chokepoint import Chokepoint
    from monazite.cli.chain_world import Opened


def show(answer: Sequence[Chokepoint], found: Opened, named: bool, lang: str) -> None:
    """The largest losses; what a country's own makers are to it only where they are asked for."""
    screen = console()
    title = say("chain.cli.chokepoints.title", lang, year=found.world.year)
    screen.print(Text(title, style="bold"))
    pairs = [one for one in answer if one.loss > 0 and (named or one.country != one.supplier)]
    screen.print(table(pairs[:SHOWN], lang, several=True))
    show_more(screen, len(pairs), lang)
    screen.print(Text(say("chain.cli.chokepoints.key", lang), style="dim"))
    show_problems(screen, found.problems, lang)


def table(pairs: Iterable[Chokepoint], lang: str, *, several: bool) -> Table:
    """A row for each pair; several: of more than one user or material."""
    drawn = Table(box=None, pad_edge=False)
    for head in (*(("material", "user") if several else ()), "without"):
        drawn.add_column(say(f"chain.cli.head.{head}", lang), no_wrap=True, max_width=24)
    for head in ("loss", "range"):
        drawn.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    drawn.add_column("", no_wrap=True, style="cyan")
    drawn.add_column(say("chain.cli.head.lost", lang), justify="right", no_wrap=True)
    drawn.add_column(say("chain.cli.head.binding", lang), no_wrap=True)
    for one in pairs:
        names = (words.material(one.material, lang), words.country(one.country, lang))
        drawn.add_row(
            *(names if several else ()), words.country(one.supplier, lang),
            words.percent(one.loss), band(one.band, lang), share_bar(one.loss),
            mass(one.lost, lang), words.stage(one.binding, lang) if one.binding else UNKNOWN,
        )  # fmt: skip
    return drawn
