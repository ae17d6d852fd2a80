"""Levers as one side sees them: what it holds and what it faces, by the same numbers."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.cli.chain_prose import Prose
from monazite.shock.leverage.pictures.wording import (
    heads,
    main,
    mark,
    middle,
    place,
    sales,
    signed,
)
from monazite.shock.leverage.views import view
from monazite.shock.pictures.wording import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.shock.leverage.results import Gain, Leverage
    from monazite.shock.leverage.views import ViewRow


def sides(screen: Console, found: Leverage, seen: str, lang: str) -> None:
    """Both parts for the side (ISO3), to the end of one horizon; above nothing is better."""
    months = main(found.horizons)
    rows = [one for one in view(found, seen).rows if one.months == months]
    named = {"side": place(seen, lang), "months": months}
    for part in ("holds", "faces"):
        some = [one for one in rows if one.own == (part == "holds")]
        screen.print()
        screen.print(Prose(say(f"shock.leverage.view.{part}", lang, **named), style="bold"))
        if some:
            screen.print(_table(found, some, lang))
            key = f"shock.leverage.view.signs_{part}"
            screen.print(Prose(say(key, lang, **named), style="dim"))
        else:
            screen.print(Prose(say("shock.leverage.view.nothing", lang, **named)))
    screen.print(Prose(say("shock.leverage.view.signs", lang, **named), style="dim"))


def _table(found: Leverage, rows: Sequence[ViewRow], lang: str) -> Table:
    """Lever by lever a row for each counterpart: one's own two medians, then those of the other.

    What the holder itself loses is by the whole lever: for the holder it stands beside its name.
    """
    table = Table(box=None, pad_edge=False)
    table.add_column(say("shock.leverage.head.lever", lang), ratio=1)
    for name in ("my_output", "my_sales", "their_output", "their_sales"):
        table.add_column(say(f"shock.leverage.view.{name}", lang), justify="right", no_wrap=True)
    for lever, each in groupby(rows, lambda one: one.lever):
        own = list(each)
        title, once = (
            Prose(heads(found)[lever].title[lang], style="bold"),
            _cells(own[0].mine, lang)[0],
        )
        table.add_row(title, once if own[0].own else "")
        for one in own:
            name, (output, sold) = capital(place(one.theirs.country, lang)), _cells(one.mine, lang)
            mine = ("" if one.own else output, sold)
            table.add_row(f"  {name}", *mine, *_cells(one.theirs, lang))
    return table


def _cells(one: Gain, lang: str) -> tuple[str, str]:
    return middle(one.output, lang, signed), middle(sales(one), lang, signed) + mark(one)
