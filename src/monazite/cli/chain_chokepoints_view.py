"""Chokepoints in a terminal: a row for each pair, most t first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.country_groups import country_groups
from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.cli.chain_left_out import marked, show_mark, show_missing
from monazite.cli.chain_numbers import band, mass
from monazite.cli.chain_problems import show_problems
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, UNKNOWN, share_bar
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from monazite.chain.chokepoint.chokepoint import Chokepoint
    from monazite.cli.chain_world import Opened


_LEAST = 0.005
"""Smaller shares are not told: they would read as none."""


def show(answer: Sequence[Chokepoint], found: Opened, named: bool, none: str, lang: str) -> None:
    """The largest losses; what a country's own makers are to it only where they are asked for.

    none: why there is no answer, where there is none.
    """
    screen = console()
    title = say("chain.cli.chokepoints.title", lang, year=found.world.year)
    screen.print(Prose(title, style="bold"))
    told = [one for one in answer if not (one.left_out and one.left_out.main)]
    pairs = [one for one in told if one.loss > 0 and (named or one.country != one.supplier)]
    if pairs:
        screen.print(table(pairs[:SHOWN], lang, several=True))
        show_more(screen, len(pairs), lang)
        screen.print(Prose(say("chain.cli.chokepoints.key", lang), style="dim"))
        if any(one.band for one in pairs) and not all(one.band for one in pairs[:SHOWN]):
            screen.print(Prose(say("chain.cli.chokepoints.ranged", lang), style="dim"))
        _show_estimated(screen, pairs[:SHOWN], lang)
    elif not answer:
        screen.print(Prose(none))
    if any(one.left_out for one in pairs[:SHOWN]):
        show_mark(screen, lang)
    if any(one.members for one in pairs):
        screen.print(Prose(say("chain.cli.chokepoints.members", lang), style="dim"))
    missing = dict.fromkeys(one.country for one in answer if one not in told)
    show_missing(screen, list(missing), lang)
    show_problems(screen, found.problems, lang)


def _user(one: Chokepoint, lang: str) -> str:
    """The user, of a group with how many of its members' uses are known."""
    name = marked(one.country, lang, partly=one.left_out is not None)
    if not one.members:
        return name
    count = len(country_groups()[one.country].members(one.year))
    return say("chain.cli.all.members", lang, name=name, known=len(one.members), count=count)


def _show_estimated(screen: Console, pairs: Sequence[Chokepoint], lang: str) -> None:
    """How much of what the users of a table use came by estimates; nothing where none did."""
    used = {(one.material, one.country): one for one in pairs}.values()
    share = sum(one.use * one.estimated for one in used) / sum(one.use for one in used)
    if share >= _LEAST:
        told = say("chain.cli.chokepoints.estimated", lang, share=words.percent(share))
        screen.print(Prose(told, style="dim"))


def table(pairs: Iterable[Chokepoint], lang: str, *, several: bool) -> Table:
    """A row for each pair; several: of more than one user or material."""
    drawn = Table(box=None, pad_edge=False)
    pairs = list(pairs)
    banded = any(one.band for one in pairs)
    for head in (*(("material", "user") if several else ()), "without"):
        drawn.add_column(say(f"chain.cli.head.{head}", lang), max_width=24)
    for head in ("loss", *(("range",) if banded else ())):
        drawn.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    drawn.add_column("", no_wrap=True, style="cyan")
    drawn.add_column(say("chain.cli.head.lost", lang), justify="right", no_wrap=True)
    drawn.add_column(say("chain.cli.head.binding", lang))
    for one in pairs:
        names = (words.material(one.material, lang), _user(one, lang))
        drawn.add_row(
            *(names if several else ()), words.country(one.supplier, lang),
            words.percent(one.loss), *((band(one.band, lang),) if banded else ()),
            share_bar(one.loss),
            mass(one.lost, lang), words.stage(one.binding, lang) if one.binding else UNKNOWN,
        )  # fmt: skip
    return drawn
