"""How a check at the gate looks in a terminal: the outcome, then each point with law and cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.output import console
from monazite.customs.gate import CLEAR, LOOK, STOP
from monazite.customs.where import where
from monazite.law.finding import ERROR, NOTE, WARNING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.customs.gate import Checked
    from monazite.law.finding import Finding

_SIGNS = {ERROR: ("✕", "bold red"), WARNING: ("!", "yellow"), NOTE: ("·", "dim")}
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
        screen.print(_table(found, lang))


def _table(findings: Sequence[Finding], lang: str) -> Table:
    table = Table(box=None, pad_edge=False, expand=True)
    table.add_column("", width=1)
    for head, ratio in (("where", 22), ("what", 60), ("law", 18)):
        table.add_column(say(f"customs.cli.head.{head}", lang), ratio=ratio, overflow="fold")
    for finding in findings:
        sign, style = _SIGNS[finding.severity]
        place, law = Text(visible(where(finding.path, lang))), Text(finding.law_text(lang))
        table.add_row(Text(sign, style=style), place, _what(finding, lang), law)
    return table


def _what(finding: Finding, lang: str) -> Padding:
    """What is wrong, and below it what to do."""
    text = Text(visible(finding.message(lang)))
    text.append("\n→ " + visible(finding.cure(lang)), style="cyan")
    return Padding(text, (0, 0, 1, 0))
