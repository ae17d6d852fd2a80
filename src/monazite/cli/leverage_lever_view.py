"""One lever in a terminal, with the bands of its numbers: costs, clocks, a pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.cli.chain_prose import Prose
from monazite.shock.leverage.pictures.clocks import biting, freed
from monazite.shock.leverage.pictures.pauses import at_main, headed
from monazite.shock.leverage.pictures.wording import (
    known,
    place,
    sales,
    signed,
    told,
    told_sales,
)
from monazite.shock.pictures.wording import capital, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.shock.leverage.results import Leverage, LeverHead, LeverRow


def detailed(screen: Console, found: Leverage, lever: LeverHead, lang: str) -> None:
    """Parts for what either side loses, as far as anything changes; both clocks, and the pause."""
    rows = [one for one in found.rows if one.lever == lever.id]
    holder = {"holder": place(lever.holder, lang)}
    for part in ("lost", "theirs", "own"):
        if part == "theirs" and not any(known(sales(one.other)) for one in rows):
            continue
        title = say(f"shock.leverage.view.lever_{part}", lang, **holder)
        _part(screen, title, _costs(found, rows, part, lang))
    screen.print(Prose(say("shock.leverage.view.together", lang), style="dim"))
    _part(screen, say("shock.leverage.view.clocks", lang), _clocks(found, lever, lang))
    if any(one.lever == lever.id for one in found.pauses):
        _part(screen, headed(found, lang), _pauses(found, lever, lang))
        screen.print(Prose(say("shock.leverage.view.kept", lang), style="dim"))


def _part(screen: Console, title: str, table: Table) -> None:
    screen.print()
    screen.print(Prose(title, style="bold"))
    screen.print(table)


def _bare(heads: Sequence[str]) -> Table:
    """A table without frame: names on the left, numbers on the right."""
    table = Table(box=None, pad_edge=False)
    for n, head in enumerate(heads):
        table.add_column(head, justify="right" if n else "left", no_wrap=not n)
    return table


def _costs(found: Leverage, rows: Sequence[LeverRow], part: str, lang: str) -> Table:
    """A row for each destination, a column for each horizon."""
    within = [say("shock.leverage.view.within", lang, months=one) for one in found.horizons]
    table = _bare([say("shock.leverage.head.to", lang), *within])
    for country in dict.fromkeys(one.other.country for one in rows):
        numbers = {
            one.months: _told(one, part, lang) for one in rows if one.other.country == country
        }
        cells = (Prose(numbers[months]) for months in found.horizons)
        table.add_row(capital(place(country, lang)), *cells)
    return table


def _told(row: LeverRow, part: str, lang: str) -> str:
    if part == "lost":
        return told(row.other.lost, lang)
    return told_sales(row.other if part == "theirs" else row.holder, lang)


def _clocks(found: Leverage, lever: LeverHead, lang: str) -> Table:
    heads = [say(f"shock.leverage.head.{name}", lang) for name in ("to", "when", "free")]
    table = _bare(heads)
    for one in found.clocks:
        if one.lever == lever.id:
            words = (Prose(biting(one, lang)), Prose(freed(one.free, lang)))
            table.add_row(capital(place(one.other, lang)), *words)
    return table


def _pauses(found: Leverage, lever: LeverHead, lang: str) -> Table:
    """A row for each destination: what either side keeps, and how often both do."""
    names = ("to", "value_added", "sales", "own_sales", "both")
    table = _bare([say(f"shock.leverage.short.{name}", lang) for name in names])
    for one in at_main(found):
        if one.lever == lever.id:
            both = "" if one.both is None else percent(one.both)
            sold = (told_sales(side, lang, signed) for side in (one.other, one.holder))
            cells = map(Prose, (told(one.other.output, lang, signed), *sold))
            table.add_row(capital(place(one.other.country, lang)), *cells, both)
    return table
