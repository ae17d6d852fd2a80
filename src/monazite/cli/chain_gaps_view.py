"""Gaps in a terminal, reason by reason; and what the balance moved, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from monazite.catalogue.texts import counted, say
from monazite.chain import words
from monazite.chain.balance.telling import told
from monazite.cli.chain_numbers import joined
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.balance.residuals import Residual
    from monazite.chain.worlds import Gap


def show(gaps: Sequence[Gap], year: int, lang: str) -> None:
    """Each reason once, with all that is missing for it."""
    screen = console()
    screen.print(Text(counted("chain.cli.gaps.title", len(gaps), lang, year=year), style="bold"))
    by_reason: dict[str, list[Gap]] = {}
    for one in gaps:
        by_reason.setdefault(one.why, []).append(one)
    for why, found in by_reason.items():
        screen.print()
        screen.print(Text(say(f"chain.gap.{why}", lang)))
        lines = list(dict.fromkeys(_said(one, lang) for one in found))
        screen.print(Text(f"  {joined(lines, lang)}", style="dim"))
    if gaps:
        screen.print()
        screen.print(Text(say("chain.cli.gaps.key", lang), style="dim"))


def _said(gap: Gap, lang: str) -> str:
    where = [words.stage(gap.stage, lang)] if gap.stage else []
    where += [words.country(gap.country, lang)] if gap.country else []
    return say(
        "chain.cli.gaps.one", lang, material=words.material(gap.material, lang),
        quantity=say(f"chain.quantity.{gap.quantity}", lang), where=joined(where, lang),
        mark="*" if gap.filled else "",
    )  # fmt: skip


def show_moved(moved: Sequence[tuple[str, Residual]], year: int, lang: str) -> None:
    """The figures that the balance had to move furthest, by their own standard deviations."""
    screen = console()
    screen.print(Text(say("chain.cli.moved.title", lang, year=year), style="bold"))
    for element, one in moved[:SHOWN]:
        name = words.material(element, lang)
        screen.print(
            Text(f"• {say('chain.cli.moved.one', lang, element=name, move=told(one, lang))}")
        )
    show_more(screen, len(moved), lang)
