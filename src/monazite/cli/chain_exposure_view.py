"""An exposure in a terminal: on whom a use stands, stage by stage, and how it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.notes import of_use
from monazite.cli.chain_numbers import band, joined, largest, listed, mass, place
from monazite.cli.chain_problems import show_problems
from monazite.cli.output import console
from monazite.cli.trade_numbers import UNKNOWN, share_bar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from monazite.chain.exposures.values import Exposure, Form, Share
    from monazite.cli.chain_world import Opened

_LINES, _FORMS, _ROWS = 10, 4, 4
_LEAST = 0.005


def show(found: Exposure, asked: Opened, lang: str) -> None:
    """Title, shares by country, stages, forms, cover, and the rows behind it."""
    screen = console()
    screen.print(Text(title(found, lang), style="bold"))
    if found.use:
        _show_body(screen, found, lang)
        screen.print(Text(grounds(found, lang, own=asked.own), style="dim"))
    else:
        screen.print(Text(say("chain.cli.no_use", lang)))
    show_problems(screen, asked.problems, lang)


def title(found: Exposure, lang: str) -> str:
    """Who uses what, when and how much."""
    what = words.sector(found.sector, lang) if found.sector else words.stage(found.stage, lang)
    return say(
        "chain.cli.exposure.title", lang, country=words.country(found.country, lang), what=what,
        material=words.material(found.material, lang), year=found.year,
        amount=mass(found.use or None, lang),
    )  # fmt: skip


def _show_body(screen: Console, found: Exposure, lang: str) -> None:
    """All below the title."""
    screen.print()
    show_shares(screen, found, lang)
    if found.made and not is_small_part(found):
        screen.print()
        screen.print(_stages_table(found, lang))
    screen.print()
    for line in _lines(found, lang):
        screen.print(Text(line))


def show_shares(screen: Console, found: Exposure, lang: str) -> None:
    """The shares and how to read them; nothing where they are of a small part of the use."""
    if is_small_part(found):
        return
    screen.print(shares_table(found, lang))
    screen.print(Text(say("chain.cli.ultimate.key", lang), style="dim"))


def is_small_part(found: Exposure) -> bool:
    """Whether most of the use is counted with the rest of the world: a note says so instead."""
    return found.left_out is not None and found.left_out.main


def grounds(found: Exposure, lang: str, *, own: bool) -> str:
    """The weightiest rows behind it: packaged ones, or of files of one's own."""
    rows = joined([one.row for one in found.grounds[:_ROWS]], lang)
    key = "chain.cli.grounds.own" if own else "chain.cli.grounds"
    return say(key, lang, count=len(found.grounds), rows=rows)


def shares_table(found: Exposure, lang: str) -> Table:
    """A row for each country: through every stage, where it was bought, and who controls it."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.country", lang), no_wrap=True)
    for head in ("ultimate", "range"):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True, style="cyan")
    for head in ("direct", "owned"):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    direct, owned = _by_country(found.direct), _by_country(found.owned)
    for one in largest(found.ultimate, _LINES):
        name, share = words.country(one.country, lang), words.percent(one.share)
        other = (direct.get(one.country, 0.0), owned.get(one.country, 0.0))
        table.add_row(name, share, band(one.band, lang), share_bar(one.share), *map(_part, other))
    nobody = say("chain.pictures.origin_unknown", lang)
    left = (words.percent(found.unknown), UNKNOWN, share_bar(found.unknown))
    table.add_row(nobody, *left, _part(found.direct_unknown), UNKNOWN)
    if found.unowned:
        owner = say("chain.cli.owner_unknown", lang)
        table.add_row(owner, UNKNOWN, UNKNOWN, "", UNKNOWN, _part(found.unowned))
    return table


def _by_country(shares: Iterable[Share]) -> dict[str, float]:
    return {one.country: one.share for one in shares}


def _part(share: float) -> str:
    return words.percent(share) if share else UNKNOWN


def _stages_table(found: Exposure, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.stage", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.made_in", lang), ratio=1)
    for head in ("later", "unknown"):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    for at in found.made:
        left = (_part(round(share, 9)) for share in (at.later, at.unknown))
        table.add_row(words.stage(at.stage, lang), listed(at.shares, lang), *left)
    return table


def _lines(found: Exposure, lang: str) -> Iterable[str]:
    """How it came in, what was estimated, how long stocks last."""
    forms = [one for one in found.forms if one.share >= _LEAST][:_FORMS]
    if forms:
        said = joined([_form(one, found, lang) for one in forms], lang)
        yield say("chain.cli.forms", lang, forms=said)
    if found.elements:
        worst = words.material(found.worst, lang) if found.worst else UNKNOWN
        parts = joined([words.material(one.material, lang) for one in found.elements], lang)
        yield say("chain.cli.alloy", lang, elements=parts, worst=worst)
    yield from (note.text(lang) for note in of_use(found))
    yield cover(found, lang)


def _form(one: Form, found: Exposure, lang: str) -> str:
    values = {"stage": words.stage(one.stage, lang), "share": words.percent(one.share)}
    if one.seller == found.country:
        return say("chain.cli.form.home", lang, **values)
    return say("chain.cli.form.from", lang, seller=place(one.seller, lang), **values)


def cover(found: Exposure, lang: str) -> str:
    """How long stocks last, if the largest supplier abroad goes; that nobody says, otherwise."""
    abroad = next((one for one in found.ultimate if one.country != found.country), None)
    days = found.cover.days
    if days is None:
        return say("chain.cli.cover.none", lang)
    told = list(dict.fromkeys(stock.figure.source for stock in found.cover.stocks))
    said = {"source": joined(told, lang), "days": f"{days:,.0f}"}
    if abroad is None:
        return say("chain.cli.cover.days", lang, **said)
    survive = f"{days / abroad.share:,.0f}"
    country = words.country(abroad.country, lang)
    return say("chain.cli.cover.survive", lang, survive=survive, country=country, **said)
