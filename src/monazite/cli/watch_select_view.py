"""Chosen rows in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.watch.targeting.choosing.selection import Selection

_ROWS = 40


def show(found: Selection, rows: Sequence[Mapping[str, object]], lang: str) -> None:
    """How many rows are opened and why, then the rows."""
    screen = console()
    told = {"opened": f"{len(rows):,}", "of": f"{found.of:,}", "risk": f"{found.cut:,}"}
    drawn = f"{len(rows) - found.cut:,}"
    screen.print(Prose(say("watch.risk.selected", lang, drawn=drawn, **told), style="bold"))
    table = Table(box=None, pad_edge=False)
    for key in ("row", "why", "probability", "score"):
        table.add_column(say(f"watch.risk.head.{key}", lang), justify="right", no_wrap=True)
    for row in rows[:_ROWS]:
        why = say(f"watch.risk.why.{row['why']}", lang)
        table.add_row(str(row["row"]), why, f"{row['probability']:.4f}", f"{row['score']:.3f}")
    screen.print(table)
    show_more(screen, len(rows), lang, _ROWS)
