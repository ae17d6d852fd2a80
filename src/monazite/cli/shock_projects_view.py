"""Projects in a terminal, stage by stage."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.shock.projects.words import capacity, material, status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.shock.projects.project import Project

_NARROW = ("project", "capacity", "first", "capex")
_RIGHT = ("capacity", "first", "capex")
_COLUMNS = ("project", "place", "makes", "capacity", "first", "status", "capex")


def show(found: Sequence[Project], known: date | None, lang: str) -> None:
    """A table for each stage, the first to deliver at its head."""
    screen = console()
    if not found:
        screen.print(Prose(say("shock.projects.none", lang)))
        return
    screen.print(Prose(say("shock.projects.title", lang, count=len(found)), style="bold"))
    if known is not None:
        screen.print(Prose(say("shock.projects.title_known", lang, known=known.isoformat())))
    for stage, group in groupby(found, key=lambda one: one.stage):
        screen.print()
        screen.print(_table(words.stage(stage, lang), list(group), lang))
    screen.print()
    screen.print(Prose(say("shock.projects.key", lang), style="dim"))


def _table(title: str, found: Sequence[Project], lang: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    longest = max(_longest(status(one.status, lang)) for one in found)
    for name in _COLUMNS:
        table.add_column(
            say(f"shock.projects.head.{name}", lang), no_wrap=name in _NARROW,
            overflow="fold", justify="right" if name in _RIGHT else "left",
            min_width=longest if name == "status" else None,
        )  # fmt: skip
    for one in found:
        cost = "" if one.capex_musd is None else f"{one.capex_musd:,.0f}"
        first = "" if one.first_year is None else str(one.first_year)
        table.add_row(
            Text(one.id.partition("/")[2]),
            words.country(one.country, lang), material(one.material, lang),
            capacity(one), first, status(one.status, lang), cost,
        )  # fmt: skip
    return table


def _longest(text: str) -> int:
    """Cells of its longest word, which no line may break."""
    return max(map(cell_len, text.split()))
