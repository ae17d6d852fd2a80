"""Who is owned by listed parties, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.watch.ownership import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.watch.ownership.owned import Found, Owned

_SHOWN = 60
"""Parties that a screen shows; the others are in the files."""
_STYLE = {"reached": "bold red", "possibly": "yellow", "below": "dim"}
_NARROW = ("held", "integrated")


def show(found: Found, lang: str, party: str | None = None) -> None:
    """The rule and its state on the day, a row for each party owned, and what to look at."""
    screen = console()
    name = words.rule(found.rule.id, lang)
    title = say("watch.ownership.title", lang, rule=name, on=found.on.isoformat())
    screen.print(Prose(title, style="bold"))
    for line in (*words.head(found, lang), words.counted(found, lang)):
        screen.print(Prose(visible(line)))
    screen.print()
    owned = [one for one in found.parties if one.state != "listed"]
    if owned:
        screen.print(_table(owned[:_SHOWN], lang))
    else:
        screen.print(Prose(visible(words.nothing(party, lang))))
    if (more := len(owned) - _SHOWN) > 0:
        screen.print(Prose(say("watch.ownership.more", lang, count=f"{more:,}"), style="dim"))
    for line in words.remarks(found, lang):
        screen.print(Prose(visible(line), style="yellow"))
    screen.print(Prose(say("watch.ownership.key", lang), style="dim"))


def _table(owned: Sequence[Owned], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("party", "state", "held", "integrated", "way"):
        table.add_column(
            say(f"watch.ownership.head.{column}", lang), no_wrap=column in _NARROW,
            justify="right" if column in _NARROW else "left", overflow="fold",
        )  # fmt: skip
    for one in owned:
        table.add_row(
            Text(visible(one.party)), Text(words.state(one, lang), style=_STYLE[one.state]),
            words.held(one), words.percent(one.integrated),
            Text(visible(words.way(one))),
        )  # fmt: skip
    return table
