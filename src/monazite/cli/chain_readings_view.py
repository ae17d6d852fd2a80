"""Readings that disagree in a terminal: maker by maker, every figure, and why one is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.balance.telling import place
from monazite.cli.chain_numbers import mass
from monazite.cli.chain_prose import Prose
from monazite.cli.trade_numbers import SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.chain.disagreements import Disagreement
    from monazite.chain.figures import Figure


def show_readings(screen: Console, found: Sequence[Disagreement], lang: str) -> None:
    """Those of most weight, the reasons for the choice after them; nothing where all agree."""
    if not found:
        return
    screen.print()
    screen.print(Prose(say("chain.cli.readings.title", lang), style="bold"))
    for one in found[:SHOWN]:
        chosen = one.reading.chosen
        said = say(
            "chain.cli.readings.one", lang, maker=place(one.node, lang),
            chosen=_amount(chosen, lang), source=chosen.source, year=chosen.year,
        )  # fmt: skip
        screen.print(Prose(said, lead="• "))
        for other in one.reading.others:
            screen.print(Prose(_other(other, lang), lead="  – "))
    if len(found) > SHOWN:
        more = say("chain.cli.readings.more", lang, count=len(found) - SHOWN)
        screen.print(Prose(more, style="dim"))
    for why in dict.fromkeys(one.reading.why for one in found[:SHOWN]):
        screen.print(Prose(say(f"chain.choice.{why}", lang), style="dim"))


def _other(figure: Figure, lang: str) -> str:
    return say(
        "chain.cli.readings.other", lang, amount=_amount(figure, lang), source=figure.source,
        year=figure.year,
    )  # fmt: skip


def _amount(figure: Figure, lang: str) -> str:
    if figure.unit == "%":
        return say("chain.cli.readings.share", lang, share=f"{figure.value:g}%")
    return mass(figure.value, lang)
