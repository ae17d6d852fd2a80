"""A profile in a terminal: the use, its stages and sectors, losses, notes and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import counted, say
from monazite.chain import words
from monazite.cli import chain_chokepoints_view
from monazite.cli.chain_exposure_view import (
    cover,
    grounds,
    is_small_part,
    show_shares,
    show_small_part,
    title,
)
from monazite.cli.chain_numbers import LEAST, joined, listed, makers_of, mass
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import UNKNOWN

if TYPE_CHECKING:
    from rich.console import Console

    from monazite.chain.exposures.values import Exposure
    from monazite.chain.profiles import Profile


def show(found: Profile, lang: str) -> None:
    """The profile from top to bottom."""
    screen = console()
    screen.print(Prose(title(found.use, lang), style="bold"))
    if is_small_part(found.use):
        show_small_part(screen, found.use, lang)
    elif found.use.use:
        screen.print()
        show_shares(screen, found.use, lang)
    else:
        screen.print(Prose(found.notes[0].text(lang)))
    _show_stages(screen, found, lang)
    _show_sectors(screen, found, lang)
    _show_losses(screen, found, lang)
    _show_end(screen, found, lang)


def _head(screen: Console, key: str, lang: str) -> None:
    screen.print()
    screen.print(Prose(say(f"chain.cli.profile.{key}", lang), style="bold dim"))


def _show_stages(screen: Console, found: Profile, lang: str) -> None:
    """By stage who makes it in the world, what the country makes, and on whom it stands there."""
    _head(screen, "stages", lang)
    world = _stage_table("world", lang=lang)
    world.add_column(say("chain.cli.head.makers", lang), ratio=1)
    own = _stage_table("own", "has", lang=lang)
    own.add_column(say("chain.cli.head.stands_on", lang), ratio=1)
    for rung in found.rungs:
        stage = words.stage(rung.stage, lang)
        makers = Prose(makers_of(rung.makers, rung.unknown, lang, 3), items=True)
        world.add_row(stage, mass(rung.output, lang), makers)
        amounts = (rung.own, rung.market.use if rung.market else None)
        on = Prose(_stands_on(rung.market, lang), items=True)
        own.add_row(stage, *(mass(one, lang) for one in amounts), on)
    for table in (world, "", own):
        screen.print(table)


def _stage_table(*amounts: str, lang: str) -> Table:
    """A table of stages with their amounts; the last column is still to come."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.stage", lang), no_wrap=True)
    for head in amounts:
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    return table


def _stands_on(market: Exposure | None, lang: str) -> str:
    """The makers behind a market; whose goods overlap; and what is of unknown origin."""
    if market is None:
        return UNKNOWN
    known = [] if (said := listed(market.ultimate, lang, 3)) == UNKNOWN else [said]
    if market.unknown >= LEAST:
        nobody = say("chain.pictures.origin_unknown", lang)
        share = words.percent(market.unknown)
        known.append(say("chain.pictures.part", lang, name=nobody, share=share))
    return joined(known, lang) or UNKNOWN


def _show_sectors(screen: Console, found: Profile, lang: str) -> None:
    if not found.sectors or is_small_part(found.use):
        return
    _head(screen, "sectors", lang)
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.sector", lang), no_wrap=True)
    for head in ("use", "share"):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.stands_on", lang), ratio=1)
    for one in found.sectors:
        abroad = [each for each in one.ultimate if each.country != found.country]
        on = Prose(listed(abroad, lang, 3), items=True)
        cells = (mass(one.use, lang), words.percent(one.share), on)
        table.add_row(words.sector(one.sector, lang), *cells)
    screen.print(table)


def _show_losses(screen: Console, found: Profile, lang: str) -> None:
    pairs = [one for one in found.chokepoints if one.supplier != found.country]
    if pairs:
        _head(screen, "losses", lang)
        screen.print(chain_chokepoints_view.table(pairs, lang, several=False))
        stands = {one.country: one.share for one in found.use.ultimate}
        if any(abs(one.loss - stands.get(one.supplier, 0.0)) >= LEAST for one in pairs):
            screen.print(Prose(say("chain.cli.profile.loss_key", lang), style="dim"))


def _show_end(screen: Console, found: Profile, lang: str) -> None:
    screen.print()
    told = is_small_part(found.use) or not found.use.use
    for note in found.notes[told:]:
        screen.print(Prose(note.text(lang), lead="• "))
    screen.print(Prose(cover(found.use, lang), lead="• "))
    if found.gaps:
        said = counted("chain.cli.profile.gaps", len(found.gaps), lang, material=found.material)
        screen.print(Prose(said, lead="• "))
    if found.use.grounds:
        screen.print(Prose(grounds(found.use, lang, own=False), style="dim"))
