"""`monazite trade rows` on the screen: the rows behind a figure, each with its file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, thousands, tonnes
from monazite.cli.trade_screen import show_end, show_more
from monazite.cli.trade_words import place, short

if TYPE_CHECKING:
    from monazite.trade.flows.answer import Answer

_HEADS = ("period", "code", "exporter", "importer", "side")
_NUMBERS = ("mass", "value")


def show(answer: Answer, lang: str) -> None:
    """The newest rows first: what they say, who says so, and where it was read."""
    screen = console()
    rows = sorted(answer.rows(), key=lambda row: row["period"], reverse=True)
    screen.print(Text(say("flows.rows.title", lang, count=f"{len(rows):,}"), style="bold"))
    if rows:
        table = Table(box=None, pad_edge=False)
        for head in _HEADS:
            table.add_column(say(f"flows.head.{head}", lang), no_wrap=True, max_width=20)
        for head in _NUMBERS:
            table.add_column(say(f"flows.head.{head}", lang), justify="right")
        table.add_column(say("flows.head.read_from", lang), overflow="fold", style="dim")
        for row in rows[:SHOWN]:
            read = say("flows.rows.from", lang, file=visible(row["file"]), row=row["row"])
            table.add_row(
                row["period"], row["code"], place(row["exporter"], lang),
                place(row["importer"], lang), say(f"flows.says.{row['side']}", lang),
                tonnes(row["mass_kg"]), thousands(row["value_usd"]),
                f"{short(row['source'], lang)} {row['vintage']}, {read}",
            )  # fmt: skip
        screen.print(table)
    show_more(screen, len(rows), lang)
    show_end(screen, answer, rows, lang)
