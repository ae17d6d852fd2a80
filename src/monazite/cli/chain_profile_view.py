"""A profile in a terminal: the use, its stages and sectors, losses, notes and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import counted, say
from monazite.chain import words
from monazite.cli import chain_chokepoints_view
from monazite.cli.chain_exposure_view import cover, grounds, show_shares, title
from monazite.cli.chain_numbers import listed, mass
from monazite.cli.output import console
from monazite.cli.trade_numbers import UNKNOWN

if TYPE_CHECKING:
    from rich.console import Console

    from monazite.chain.profiles import Profile


def show(found: Profile, lang: str) -> None:
    """The profile from top to bottom."""
    screen = console()
    screen.print(Text(title(found.use, lang), style="bold"))
    if found.use.use:
        screen.print()
        show_shares(screen, found.use, lang)
    else:
        screen.print(Text(say("chain.cli.no_use", lang)))
    _show_stages(screen, found, lang)
    _show_sectors(screen, found, lang)
    _show_losses(screen, found, lang)
    _show_end(screen, found, lang)


def _head(screen: Console, key: str, lang: str) -> None:
    screen.print()
    screen.print(Text(say(f"chain.cli.profile.{key}", lang), style="bold dim"))


def _show_stages(screen: Console, found: Profile, lang: str) -> None:
    """By stage who makes it in the world, what the country makes, and on whom it stands there."""
    _head(screen, "stages", lang)
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.stage", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.makers", lang), ratio=1)
    table.add_column(say("chain.cli.head.own", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.stands_on", lang), ratio=1)
    for rung in found.rungs:
        market = listed(rung.market.ultimate, lang, 3) if rung.market else UNKNOWN
        makers = listed(rung.makers, lang, 3)
        table.add_row(words.stage(rung.stage, lang), makers, mass(rung.own, lang), market)
    screen.print(table)


def _show_sectors(screen: Console, found: Profile, lang: str) -> None:
    if not found.sectors:
        return
    _head(screen, "sectors", lang)
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.sector", lang), no_wrap=True)
    for head in ("use", "share"):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.stands_on", lang), ratio=1)
    for one in found.sectors:
        abroad = [each for each in one.ultimate if each.country != found.country]
        cells = (mass(one.use, lang), words.percent(one.share), listed(abroad, lang, 3))
        table.add_row(words.sector(one.sector, lang), *cells)
    screen.print(table)


def _show_losses(screen: Console, found: Profile, lang: str) -> None:
    pairs = [one for one in found.chokepoints if one.supplier != found.country]
    if pairs:
        _head(screen, "losses", lang)
        screen.print(chain_chokepoints_view.table(pairs, lang, several=False))


def _show_end(screen: Console, found: Profile, lang: str) -> None:
    screen.print()
    for note in found.notes:
        screen.print(Text(f"• {note.text(lang)}"))
    screen.print(Text(f"• {cover(found.use, lang)}"))
    if found.gaps:
        said = counted("chain.cli.profile.gaps", len(found.gaps), lang, material=found.material)
        screen.print(Text(f"• {said}"))
    if found.use.grounds:
        screen.print(Text(grounds(found.use, lang, own=False), style="dim"))
