"""What is wrong with a user's files, in a terminal: each problem with its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import counted
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose

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
    screen.print(Prose(head, style="bold yellow"))
    for one in problems:
        screen.print(Prose(visible(one.wrong(lang)), lead="• "))
        screen.print(Prose(visible(one.remedy(lang)), lead="  → ", style="dim"))
