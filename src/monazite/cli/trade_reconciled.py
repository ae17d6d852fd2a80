"""`monazite trade mirror --reconciled` on the screen: one figure of both sides of each flow."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, UNKNOWN, percent, thousands, tonnes
from monazite.cli.trade_screen import show_more
from monazite.cli.trade_words import code, note_lines, place, source_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.trade.flows.answer import Answer

    Row = dict[str, Any]

_LARGEST_GAP = 5.0
"""Of a gap above e to the fifth a percentage says nothing."""


def show(digits: str, named: Sequence[str], answer: Answer, lang: str) -> None:
    """The flows of the newest year first, the largest first, each with how its sides differ."""
    screen = console()
    title = say("flows.reconciled.title", lang, code=code(digits, lang))
    screen.print(Text(title, style="bold"))
    rows = sorted(answer.rows(), key=_order)
    reasons = sorted({row["freight_reason"] for row in rows[:SHOWN] if row["freight_reason"]})
    if rows:
        screen.print()
        screen.print(_table(rows[:SHOWN], reasons, lang))
        show_more(screen, len(rows), lang)
        screen.print()
        for number, one in enumerate(reasons, start=1):
            screen.print(Text(f"{number} {say(f'flows.reason.{one}', lang)}", style="dim"))
        screen.print(Text(say("flows.reconciled.key", lang), style="dim"))
    for line in note_lines(answer, lang):
        screen.print(Text(f"• {line}"))
    if rows:
        screen.print(Text(source_line(named, lang), style="dim"))


def _order(row: Row) -> tuple[int, float, str, str]:
    return -row["year"], -(row["mass_kg"] or 0.0), row["exporter"], row["importer"]


def _table(rows: Sequence[Row], reasons: list[str], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for head in ("year", "exporter", "importer"):
        table.add_column(say(f"flows.head.{head}", lang), no_wrap=True, max_width=20)
    for head in ("mass", "value_fob", "weight", "over", "freight"):
        table.add_column(say(f"flows.head.{head}", lang), justify="right", overflow="fold")
    table.add_column(say("flows.head.why", lang), style="dim")
    for row in rows:
        why = row["freight_reason"]
        table.add_row(
            str(row["year"]), place(row["exporter"], lang), place(row["importer"], lang),
            tonnes(row["mass_kg"]), thousands(row["value_fob_usd"]),
            percent(row["weight_mass"], lang), _over(row["gap_mass"], lang),
            percent(row["freight"], lang), str(reasons.index(why) + 1) if why else "",
        )  # fmt: skip
    return table


def _over(gap: float | None, lang: str) -> str:
    """By how much the importer's mass lies over the exporter's, from the log of their ratio."""
    if gap is None or abs(gap) > _LARGEST_GAP:
        return UNKNOWN
    text = percent(exp(gap) - 1, lang).replace("-", "−")
    return f"+{text}" if gap > 0 else text
