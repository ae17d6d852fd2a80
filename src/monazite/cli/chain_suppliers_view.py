"""The suppliers of a material in a terminal: a row for each stage, then one for each supplier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.cli.chain_numbers import joined, mass
from monazite.cli.chain_problems import show_problems
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, UNKNOWN, share_bar
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.chokepoint.suppliers import Held, Suppliers
    from monazite.chain.chokepoint.weighted import Weighted
    from monazite.chain.problems import Problem

_LEAST = 0.005


def show(answer: Suppliers, problems: Sequence[Problem], lang: str) -> None:
    """What is left of each stage without its largest maker; then suppliers by their index."""
    screen = console()
    material = words.material(answer.material, lang)
    title = say("chain.cli.suppliers.title", lang, material=material, year=answer.year)
    screen.print(Prose(title, style="bold"))
    screen.print(_stages(answer.stages, lang))
    screen.print()
    shown = [one for one in answer.suppliers if one.index >= _LEAST]
    screen.print(_suppliers(shown[:SHOWN], lang))
    show_more(screen, len(shown), lang)
    screen.print(Prose(say("chain.cli.suppliers.key", lang), style="dim"))
    show_problems(screen, problems, lang)


def _stages(stages: Sequence[Held], lang: str) -> Table:
    drawn = Table(box=None, pad_edge=False)
    drawn.add_column(say("chain.cli.head.stage", lang), no_wrap=True)
    drawn.add_column(say("chain.cli.head.largest", lang), no_wrap=True, max_width=24)
    for head in ("share", "unknown", "left", "left_share", "met", "years"):
        drawn.add_column(say(f"chain.cli.head.{head}", lang), justify="right")
    for one in stages:
        drawn.add_row(
            words.stage(one.stage, lang), words.country(one.largest, lang),
            words.percent(one.share), words.percent(one.unknown), mass(one.left, lang),
            words.percent(one.left_share),
            UNKNOWN if one.coverage is None else words.percent(one.coverage),
            UNKNOWN if one.years is None else f"{one.years.value:g}",
        )  # fmt: skip
    return drawn


def _suppliers(suppliers: Sequence[Weighted], lang: str) -> Table:
    drawn = Table(box=None, pad_edge=False)
    drawn.add_column(say("chain.cli.head.supplier", lang), no_wrap=True, max_width=24)
    drawn.add_column(say("chain.cli.head.index", lang), justify="right", no_wrap=True)
    drawn.add_column("", no_wrap=True, style="cyan")
    drawn.add_column(say("chain.cli.head.shares", lang), ratio=1)
    for one in suppliers:
        name = words.country(one.supplier, lang)
        shares = Prose(_shares(one, lang), items=True)
        drawn.add_row(name, f"{one.index:.2f}", share_bar(one.index), shares)
    return drawn


def _shares(one: Weighted, lang: str) -> str:
    """What the supplier makes of each stage, as far as it can be told from nothing."""
    parts = [
        say("chain.pictures.part", lang, name=words.stage(term.stage, lang),
            share=words.percent(term.share))
        for term in one.terms if term.share >= _LEAST
    ]  # fmt: skip
    return joined(parts, lang) or UNKNOWN
