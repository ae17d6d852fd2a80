"""What is wrong with a user's files, in a terminal: each problem with its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from monazite.catalogue.texts import counted
from monazite.catalogue.words import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.chain.problems import Problem


def show_problems(screen: Console, problems: Sequence[Problem], lang: str) -> None:
    """How many there are, then each with its row and remedy; nothing where there are none."""
    if not problems:
        return
    screen.print()
    head = counted("chain.cli.partial", len(problems), lang)
    screen.print(Text(head, style="bold yellow"))
    for one in problems:
        screen.print(Text(f"• {visible(one.wrong(lang))}"))
        screen.print(Text(f"  → {visible(one.remedy(lang))}", style="dim"))
