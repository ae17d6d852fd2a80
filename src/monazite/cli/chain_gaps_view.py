"""Gaps in a terminal, reason by reason; and what the balance moved, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import counted, say
from monazite.chain import words
from monazite.chain.balance.telling import told
from monazite.chain.stages import SECTOR
from monazite.cli.chain_numbers import joined
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.chain.balance.residuals import Residual
    from monazite.chain.worlds import Gap


def show(gaps: Sequence[Gap], year: int, lang: str) -> None:
    """Each reason once, with all that is missing for it."""
    screen = console()
    screen.print(Prose(counted("chain.cli.gaps.title", len(gaps), lang, year=year), style="bold"))
    by_reason: dict[str, list[Gap]] = {}
    for one in gaps:
        by_reason.setdefault(one.why, []).append(one)
    for why, found in by_reason.items():
        screen.print()
        screen.print(Prose(say(f"chain.gap.{why}", lang)))
        said = say("chain.cli.gaps.between", lang).join(_grouped(found, lang))
        screen.print(Prose(said, lead="  ", style="dim"))
    if any(one.filled for one in gaps):
        screen.print()
        screen.print(Prose(say("chain.cli.gaps.key", lang), style="dim"))


def _grouped(gaps: Sequence[Gap], lang: str) -> Iterable[str]:
    """Each material and quantity once, with all the places at which it is missing."""
    places: dict[tuple[str, str, bool], dict[str, None]] = {}
    for one in gaps:
        at = places.setdefault((one.material, one.quantity, one.filled), {})
        if where := _where(one, lang):
            at[where] = None
    for (material, quantity, filled), at in places.items():
        said = {
            "material": words.material(material, lang),
            "quantity": say(f"chain.quantity.{quantity}", lang),
            "mark": "*" if filled else "",
        }
        if at:
            yield say("chain.cli.gaps.one", lang, where=joined(list(at), lang), **said)
        else:
            yield say("chain.cli.gaps.everywhere", lang, **said)


def _where(gap: Gap, lang: str) -> str:
    """Stage and country; a use, which is the last stage of all, says its country alone."""
    stage = words.stage(gap.stage, lang) if gap.stage not in ("", SECTOR) else ""
    country = words.country(gap.country, lang) if gap.country else ""
    if stage and country:
        return say("chain.cli.gaps.at", lang, stage=stage, country=country)
    return stage or country


def show_moved(moved: Sequence[tuple[str, Residual]], year: int, lang: str) -> None:
    """The figures that the balance had to move furthest, by their own standard deviations."""
    screen = console()
    screen.print(Prose(say("chain.cli.moved.title", lang, year=year), style="bold"))
    for element, one in moved[:SHOWN]:
        name = words.material(element, lang)
        said = say("chain.cli.moved.one", lang, element=name, move=told(one, lang))
        screen.print(Prose(said, lead="• "))
    show_more(screen, len(moved), lang)
