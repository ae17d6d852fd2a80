"""How a check before filing looks in a terminal: what, where, the cure, and the law behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from monazite.catalogue.texts import counted, say
from monazite.catalogue.words import visible
from monazite.cli.desk_check_document import counts
from monazite.cli.findings_view import findings_table
from monazite.cli.output import console
from monazite.licensing.where import where

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.licensing.precheck import Precheck

_NAMED = 3


def show(found: Precheck, name: str, day: date, lang: str, others: Sequence[str]) -> None:
    """The verdict, then every finding as a row of the table; others: files nobody named."""
    screen = console()
    screen.print(Text(_verdict(found, lang), style=_style(found)))
    screen.print(Text(say("desk.cli.check.of", lang, file=visible(name), day=day.isoformat())))
    screen.print(Text(_counted(found, lang), style="dim"))
    if others:
        screen.print(Text(_others(others, lang), style="dim"))
    if found.findings:
        screen.print()
        screen.print(findings_table(found.findings, where, lang))


def _others(names: Sequence[str], lang: str) -> str:
    """One sentence, however many they are."""
    listed = ", ".join(visible(name) for name in names[:_NAMED])
    more = " …" if len(names) > _NAMED else ""
    return counted("desk.cli.check.unnamed", len(names), lang, names=listed + more)


def _verdict(found: Precheck, lang: str) -> str:
    said = "may" if found.may_be_filed else "bounces"
    return say(f"desk.cli.check.{said}", lang)


def _style(found: Precheck) -> str:
    return "bold green" if found.may_be_filed else "bold red"


def _counted(found: Precheck, lang: str) -> str:
    said = [
        counted(f"desk.cli.check.count.{severity}", count, lang)
        for severity, count in counts(found).items()
    ]
    return "  ".join(said)
