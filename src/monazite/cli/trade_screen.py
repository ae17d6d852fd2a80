"""How every table of flows ends: how many rows more, what must be known, whose figures they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from monazite.catalogue.texts import counted
from monazite.cli.trade_numbers import SHOWN
from monazite.cli.trade_words import note_lines, source_line, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from monazite.trade.flows.answer import Answer


def show_more(screen: Console, found: int, lang: str, shown: int = SHOWN) -> None:
    """How many rows there are beside those shown, and how to have them all."""
    if found > shown:
        screen.print(Text(counted("flows.more", found - shown, lang), style="dim"))


def show_end(
    screen: Console,
    answer: Answer,
    rows: Sequence[dict[str, Any]],
    lang: str,
    columns: Iterable[str] = ("source",),
    more: Iterable[str] = (),
) -> None:
    """The notes of an answer, and the line on its sources, `more` beside the flows included."""
    for line in note_lines(answer, lang):
        screen.print(Text(f"• {line}"))
    if rows:
        screen.print(Text(source_line([*sources(rows, columns), *more], lang), style="dim"))
