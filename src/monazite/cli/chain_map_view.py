"""A map of a material in a terminal: its stages with their makers, or who stands on one country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.cli.chain_numbers import listed, mass
from monazite.cli.chain_problems import show_problems
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, share_bar
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.network.network import Network
    from monazite.chain.problems import Problem
    from monazite.chain.stage_map import StageMap


def show(found: StageMap, problems: Sequence[Problem], lang: str) -> None:
    """A row for each stage: what the world puts out, who makes it, how concentrated it is."""
    screen = console()
    material = words.material(found.material, lang)
    title = say("chain.cli.map.title", lang, material=material, year=found.year)
    screen.print(Text(title, style="bold"))
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.stage", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.output", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.makers", lang), ratio=1)
    table.add_column(say("chain.cli.head.hhi", lang), justify="right", no_wrap=True)
    for one in found.stages:
        cells = (mass(one.output, lang), listed(one.makers, lang), f"{one.concentration:.2f}")
        table.add_row(words.stage(one.stage, lang), *cells)
    screen.print(table)
    screen.print(Text(say("chain.cli.map.key", lang), style="dim"))
    show_problems(screen, problems, lang)


def show_on(
    network: Network,
    on: str,
    rows: Sequence[dict[str, Any]],
    problems: Sequence[Problem],
    lang: str,
) -> None:
    """The countries whose use stands most on one of them."""
    screen = console()
    title = say(
        "chain.pictures.map.user", lang, origin=words.country(on, lang), year=network.year,
        material=words.material(network.element, lang),
    )  # fmt: skip
    screen.print(Text(title, style="bold"))
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.country", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.share", lang), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True, style="cyan")
    for row in rows[:SHOWN]:
        share = row["share"]
        name = words.country(row["country"], lang)
        table.add_row(name, words.percent(share), share_bar(share))
    screen.print(table)
    show_more(screen, len(rows), lang)
    screen.print(Text(say("chain.cli.ultimate.key", lang), style="dim"))
    show_problems(screen, problems, lang)
