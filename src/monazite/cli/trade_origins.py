"""`monazite trade origins` on the screen: the first origins of one year, the largest first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, percent, share_bar
from monazite.cli.trade_screen import show_end, show_more
from monazite.cli.trade_words import by_reading, code, listed, place, reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.cli.trade_supply import Asked
    from monazite.trade.flows.answer import Answer

    Row = dict[str, Any]


def through() -> tuple[str, ...]:
    """The entrepôts (ISO3) through which goods are traced back."""
    from monazite.trade.mirror.data import entrepots

    return tuple(entrepots())


def show(asked: Asked, answer: Answer, lang: str) -> None:
    """A table for each reading, code and importer: its newest year."""
    screen = console()
    of = listed([code(each, lang) for each in asked.codes], lang)
    if asked.importer is None:
        title = say("flows.origins.all", lang, code=of)
    else:
        title = say("flows.origins.to", lang, code=of, importer=place(asked.importer, lang))
    screen.print(Text(title, style="bold"))
    rows = answer.rows()
    found = list(_newest(rows))
    for group in found[:SHOWN]:
        screen.print()
        heading = [reading(group[0], lang), place(group[0]["importer"], lang), group[0]["year"]]
        heading = [group[0]["code"], *heading] if len(asked.codes) > 1 else heading
        screen.print(Text(" · ".join(map(str, heading)), style="bold dim"))
        screen.print(_table(group[:SHOWN], lang))
        show_more(screen, len(group), lang)
    show_more(screen, len(found), lang)
    screen.print()
    if rows:
        places = say("explain.comma", lang).join(place(iso3, lang) for iso3 in through())
        screen.print(Text(say("flows.origins.key", lang, places=places), style="dim"))
    show_end(screen, answer, rows, lang)


def _newest(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The newest year of each reading, code and importer."""
    for group in by_reading(rows):
        ordered = sorted(group, key=lambda row: row["importer"])
        for _, its in groupby(ordered, key=lambda row: str(row["importer"])):
            own = list(its)
            newest = max(row["year"] for row in own)
            yield sorted((r for r in own if r["year"] == newest), key=lambda row: -row["share"])


def _table(rows: Sequence[Row], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("flows.head.origin", lang), no_wrap=True, max_width=28)
    table.add_column(say("flows.head.share", lang), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True, style="cyan")
    table.add_column(say("flows.head.basis", lang), style="dim")
    for row in rows:
        origin = row["origin"]
        table.add_row(
            place(origin, lang) if origin else say("flows.origins.nowhere", lang),
            percent(row["share"], lang), share_bar(row["share"]),
            say(f"flows.basis.{row['basis']}", lang),
        )  # fmt: skip
    return table
