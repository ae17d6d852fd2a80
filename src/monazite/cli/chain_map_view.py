"""A map of a material in a terminal: its stages with their makers, or who stands on one country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.shown import index
from monazite.cli.chain_exposure_view import rows_behind
from monazite.cli.chain_left_out import marked, show_mark, show_missing
from monazite.cli.chain_numbers import makers_of, mass
from monazite.cli.chain_problems import show_problems
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, share_bar
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.network.network import Network
    from monazite.chain.pictures.standing_on import User
    from monazite.chain.problems import Problem
    from monazite.chain.stage_maps import StageMap
    from monazite.cli.chain_world import Opened


def show(found: StageMap, asked: Opened, lang: str) -> None:
    """A row for each stage: what the world puts out, who makes it, how concentrated it is."""
    screen = console()
    material = words.material(found.material, lang)
    title = say("chain.cli.map.title", lang, material=material, year=found.year)
    screen.print(Prose(title, style="bold"))
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.stage", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.output", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.makers", lang), ratio=1)
    table.add_column(say("chain.cli.head.hhi", lang), justify="right", no_wrap=True)
    for one in found.stages:
        makers = Prose(makers_of(one.makers, one.unknown, lang), items=True)
        cells = (mass(one.output, lang), makers, index(one.concentration))
        table.add_row(words.stage(one.stage, lang), *cells)
    screen.print(table)
    key = "chain.cli.map.key_given" if asked.own else "chain.cli.map.key"
    screen.print(Prose(say(key, lang), style="dim"))
    for note in found.notes:
        screen.print(Prose(note.text(lang), style="dim"))
        if note.rows:
            screen.print(Prose(rows_behind(note.rows, lang, own=asked.own), style="dim"))
    show_problems(screen, asked.problems, lang)


def show_on(
    network: Network,
    on: str,
    users: Sequence[User],
    problems: Sequence[Problem],
    lang: str,
) -> None:
    """The countries whose use stands most on one of them."""
    screen = console()
    title = say(
        "chain.pictures.map.user", lang, origin=words.country(on, lang), year=network.year,
        material=words.material(network.element, lang),
    )  # fmt: skip
    screen.print(Prose(title, style="bold"))
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.country", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.share", lang), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True, style="cyan")
    told = [one for one in users if not (one.left_out and one.left_out.main)]
    for one in told[:SHOWN]:
        name = marked(one.country, lang, partly=one.left_out is not None)
        table.add_row(name, words.percent(one.share), share_bar(one.share))
    screen.print(table)
    show_more(screen, len(told), lang)
    screen.print(Prose(say("chain.cli.ultimate.key", lang), style="dim"))
    if any(one.left_out for one in told):
        show_mark(screen, lang)
    show_missing(screen, [one.country for one in users if one not in told], lang)
    show_problems(screen, problems, lang)
