"""History against a run in a terminal: case by case, with the error and the mark."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.shock.parameters.reading import packaged
from monazite.shock.pictures.against import case, groups, result, title
from monazite.shock.pictures.readings import amount, reading, without, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.validation.rows import Row

_STYLES = {None: "dim", "kept": "green", "kept_without": "yellow", "missed": "bold red"}
_ERROR = 20
"""Columns of an error at most: it wraps, so that there is room for what is compared."""
_HEADS = ("observed", "simulated", "without", "error", "result")


def show(found: Sequence[Row], lang: str) -> None:
    """A table for each case, and how many marks are kept."""
    screen = console()
    screen.print(Prose(title(found, lang), style="bold"))
    for line in groups(found, lang):
        screen.print(Prose(line, lead="• "))
    for name, rows in groupby(found, lambda one: one.observation.case):
        screen.print()
        screen.print(Prose(case(name, lang), style="bold"))
        table = Table(box=None, pad_edge=False)
        table.add_column(say("shock.cli.head.what", lang), ratio=1)
        for head in _HEADS:
            long = head == "error"
            table.add_column(
                say(f"shock.cli.head.{head}", lang), justify="right", no_wrap=not long,
                max_width=_ERROR if long else None,
            )  # fmt: skip
        for one in rows:
            table.add_row(Prose(reading(one.observation, lang)), *_cells(one, lang))
        screen.print(table)
    screen.print()
    rests = say("shock.cli.validate.key", lang, hash=packaged().digest)
    screen.print(Prose(rests, style="dim"))


def _cells(one: Row, lang: str) -> tuple[str | Text, ...]:
    seen = one.observation
    shown = (amount(number, seen, lang) for number in (seen.observed, one.p50))
    verdict = Text(result(one, lang), style=_STYLES[one.verdict])
    return *shown, without(one, lang), wrong(one, lang), verdict
