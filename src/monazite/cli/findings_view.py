"""Findings as a table in a terminal: where, what and what to do, and the law behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.law.finding import ERROR, NOTE, WARNING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from monazite.law.finding import Finding

_SIGNS = {ERROR: ("✕", "bold red"), WARNING: ("!", "yellow"), NOTE: ("·", "dim")}


def findings_table(
    findings: Sequence[Finding], where: Callable[[str, str], str], lang: str
) -> Table:
    """One row for each; where: says a finding's path in the words of its form."""
    table = Table(box=None, pad_edge=False, expand=True)
    table.add_column("", width=1)
    for head, ratio in (("where", 22), ("what", 60), ("law", 18)):
        table.add_column(say(f"findings.head.{head}", lang), ratio=ratio, overflow="fold")
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
