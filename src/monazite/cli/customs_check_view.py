"""How a check at the gate looks in a terminal: the outcome, then each point with law and cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.findings_view import findings_table
from monazite.cli.output import console
from monazite.customs.gate import CLEAR, LOOK, STOP
from monazite.customs.where import where

if TYPE_CHECKING:
    from datetime import date

    from monazite.customs.gate import Checked

_STYLES = {CLEAR: "bold green", LOOK: "bold yellow", STOP: "bold red"}


def show(reference: str, as_of: str, day: date, checked: Checked, lang: str) -> None:
    """The outcome and why, what the law says of each item, and every finding.

    as_of: the key of the sentence that says by what it was checked on the day.
    """
    screen = console()
    outcome = checked.outcome
    heading = say(f"customs.outcome.{outcome}", lang)
    screen.print(Text(f"{visible(reference)}  {heading}", style=_STYLES[outcome]))
    screen.print(Text(say(f"customs.outcome_why.{outcome}", lang)))
    screen.print(Text(say(as_of, lang, day=day.isoformat()), style="dim"))
    for item in checked.items:
        ruled = say(f"outcome.{item.ruling.outcome}", lang) if item.ruling else "–"
        screen.print(Text(say("customs.cli.item", lang, number=item.number, ruling=ruled)))
    if found := checked.all_findings():
        screen.print()
        screen.print(findings_table(found, where, lang))
