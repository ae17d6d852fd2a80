"""Unit values of single flows on the screen and as a chart: what lies far from its like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.charts.dots import AMOUNT, FEW, HIGH, LOW, USUAL, dots
from monazite.charts.flow_shapes import Caption, Dot
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, digits, tonnes
from monazite.cli.trade_screen import show_end, show_more
from monazite.cli.trade_words import code, listed, place, source_line, sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.render import Chart
    from monazite.trade.flows.answer import Answer

    Row = dict[str, Any]

_DOTS = 3_000
"""More dots than a page can draw; the newest periods are kept."""
_STYLES = {LOW: "yellow", HIGH: "magenta"}


def show(of: tuple[str, ...], answer: Answer, lang: str) -> None:
    """The flows that stand apart, the farthest first, with what their like would be worth."""
    screen = console()
    screen.print(Text(_title(of, lang), style="bold"))
    rows = answer.rows()
    flagged = sorted((row for row in rows if row["flag"]), key=lambda row: -abs(row["z"]))
    known = sum(row["z"] is not None for row in rows)
    line = say("flows.outliers.counts", lang, flagged=f"{len(flagged):,}", known=f"{known:,}",
               rows=f"{len(rows):,}")  # fmt: skip
    screen.print(Text(line))
    if flagged:
        screen.print()
        screen.print(_table(flagged[:SHOWN], lang))
    show_more(screen, len(flagged), lang)
    screen.print()
    screen.print(Text(say("flows.outliers.caution", lang), style="dim"))
    show_end(screen, answer, rows, lang)


def _title(of: Sequence[str], lang: str) -> str:
    return say("flows.outliers.title", lang, of=listed([code(one, lang) for one in of], lang))


def _table(rows: Sequence[Row], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    # A column that says the same of every row is left out.
    varied = [one for one in ("period", "direction") if len({row[one] for row in rows}) > 1]
    for head in (*varied, "reporter", "partner"):
        table.add_column(say(f"flows.head.{head}", lang), no_wrap=True, max_width=20)
    for head in ("mass", "unit_value", "expected", "distance"):
        table.add_column(say(f"flows.head.{head}", lang), justify="right", no_wrap=True)
    table.add_column(say("flows.head.flag", lang), no_wrap=True)
    for row in rows:
        said = {"period": row["period"]} | {
            "direction": say(f"flows.direction.{row['direction']}", lang)
        }
        table.add_row(
            *(said[one] for one in varied), place(row["reporter"], lang),
            place(row["partner"], lang), tonnes(row["mass_kg"]), digits(row["unit_value_usd_kg"]),
            digits(row["expected_usd_kg"]), f"{row['z']:+.1f}".replace("-", "−"),
            Text(say(f"flows.flag.{row['flag']}", lang), style=_STYLES[row["flag"]]),
        )  # fmt: skip
    return table


def chart(of: tuple[str, ...], answer: Answer, lang: str) -> Chart:
    """Every flow with a unit value as a dot; the newest, where there are too many."""
    rows = [row for row in answer.rows() if row["unit_value_usd_kg"]]
    newest = sorted(rows, key=lambda row: row["period"], reverse=True)[:_DOTS]
    drawn = [_dot(row, lang) for row in newest]
    values = sorted(dot.y for dot in drawn if dot.kind == USUAL)
    labels = {kind: say(f"flows.flag.{kind}", lang) for kind in (USUAL, LOW, HIGH, FEW)}
    labels[AMOUNT] = say("flows.axis.mass", lang)
    line = source_line(sources(rows), lang)
    caption = Caption(_title(of, lang), line, say("flows.head.unit_value", lang), labels)
    return dots(drawn, values[len(values) // 2] if values else None, caption)


def _dot(row: Row, lang: str) -> Dot:
    ends = (place(row[end], lang) for end in ("reporter", "partner"))
    tip = f"{row['period']} {' · '.join(ends)}: {digits(row['unit_value_usd_kg'])}"
    kind = row["flag"] or (FEW if row["z"] is None else USUAL)
    return Dot(float(row["mass_kg"]), row["unit_value_usd_kg"], kind, tip)
