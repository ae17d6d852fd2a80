"""Scored declarations in a terminal: the riskiest with their reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from rich.table import Table

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.watch.targeting.odd import odd
from monazite.watch.targeting.pictures.behind import caveats
from monazite.watch.targeting.reasons import Reasons
from monazite.watch.targeting.table.cells import FIRST

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.watch.targeting.model import Model
    from monazite.watch.targeting.odd import Odd
    from monazite.watch.targeting.scores import Scores

_NAMED = 10
"""Rows of a kind that are named; --json names all."""


def show(made: Model, found: Scores, out: Path | None, top: int, lang: str) -> None:
    """Where the scores are, else the riskiest rows; and what belongs beside them."""
    screen = console()
    count = {"rows": f"{len(found.risks):,}", "cut_off": made.card["cut_off"]}
    if out is not None:
        screen.print(Prose(say("watch.risk.written", lang, file=visible(str(out)), **count)))
    else:
        screen.print(Prose(say("watch.risk.scored", lang, **count), style="bold"))
        screen.print(_table(found, top, lang))
    if early := int((~found.late).sum()):
        screen.print(Prose(say("watch.risk.known", lang, rows=f"{early:,}", **_day(made))))
    for one in odd_rows(made, found):
        rows = ", ".join(map(str, one.rows[:_NAMED])) + ("…" if len(one.rows) > _NAMED else "")
        told = say(f"watch.risk.odd.{one.why}", lang, column=visible(one.column), rows=rows)
        screen.print(Prose(told, style="yellow"))
    screen.print(Prose(caveats(lang)[0], style="dim"))


def odd_rows(made: Model, found: Scores) -> tuple[Odd, ...]:
    """Rows that the model can say little of."""
    first = date.fromisoformat(made.card["first_day"]).toordinal() - FIRST.toordinal()
    return odd(found, first)


def riskiest(found: Scores, top: int) -> list[int]:
    """The rows of highest risk, counted from 0, highest first."""
    order: list[int] = np.argsort(-found.risks, kind="stable")[:top].tolist()
    return order


def _table(found: Scores, top: int, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for key in ("row", "score"):
        table.add_column(say(f"watch.risk.head.{key}", lang), justify="right", no_wrap=True)
    table.add_column(say("watch.risk.head.reasons", lang), ratio=1)
    rows = riskiest(found, top)
    reasons = Reasons(found, lang).texts(np.array(rows))
    for row, why in zip(rows, reasons, strict=True):
        table.add_row(str(row + 1), f"{found.risks[row]:.3f}", Prose(visible(why)))
    return table


def _day(made: Model) -> dict[str, str]:
    return {"cut_off": made.card["cut_off"]}
