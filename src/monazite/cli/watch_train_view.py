"""A trained risk model in a terminal: what it was made of, and what it was worth on later rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.watch.targeting.pictures.behind import caveats, percent
from monazite.watch.targeting.store import card_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from monazite.watch.targeting.model import Model


def show(found: Model, folder: Path, lang: str) -> None:
    """Rows and days, columns used and left out, each outcome with its precision, warnings."""
    screen, card = console(), found.card
    told = {key: card[key] for key in ("first_day", "cut_off", "label")}
    told |= {"table": visible(card["table"]), "label": visible(card["label"])}
    screen.print(
        Prose(say("watch.risk.trained", lang, rows=f"{card['rows']:,}", **told), style="bold")
    )
    for line in columns(card, lang):
        screen.print(Prose(line))
    screen.print(_worth(card, lang))
    for line in warned(card, lang):
        screen.print(Prose(line, style="yellow"))
    screen.print(Prose(say("watch.risk.later", lang), style="dim"))
    for line in caveats(lang):
        screen.print(Prose(line, style="dim"))
    kept = {"folder": visible(str(folder)), "card": visible(str(card_file(folder)))}
    screen.print(Prose(say("watch.risk.kept", lang, **kept)))


def columns(card: Mapping[str, Any], lang: str) -> list[str]:
    """The columns that were used, and those left out with the reason."""
    between = say("chain.pictures.between", lang)
    used = [visible(one["name"]) for one in card["columns"] if not one["why"]]
    lines = [say("watch.risk.used", lang, count=len(used), columns=between.join(used))]
    left = [
        say(
            "watch.risk.left", lang, column=visible(one["name"]),
            why=say(f"watch.targeting.left.{one['why']}", lang),
        )
        for one in card["columns"]
        if one["why"]
    ]  # fmt: skip
    if left:
        lines.append(say("watch.risk.left_out", lang, columns=between.join(left)))
    return lines


def warned(card: Mapping[str, Any], lang: str) -> list[str]:
    """The columns that alone tell so much that they may have been written after an inspection."""
    return [
        say(
            "watch.risk.tells_much", lang, column=visible(one["column"]),
            area=f"{one['area']['value']:.3f}",
        )
        for one in card["tells_much"]
    ]  # fmt: skip


def _worth(card: Mapping[str, Any], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    first = next(iter(card["outcomes"].values()))
    table.add_column(say("watch.risk.head.outcome", lang))
    for key in ("found", "looked", "area"):
        table.add_column(say(f"watch.risk.head.{key}", lang), justify="right")
    for part in first["precision"]:
        head = say("watch.risk.head.precision_at", lang, budget=f"{100 * float(part):g} %")
        table.add_column(head, justify="right")
    for name, one in card["outcomes"].items():
        table.add_row(
            visible(name), f"{one['found']:,}", f"{one['looked']:,}",
            f"{one['area']['value']:.3f}",
            *(percent(share["value"]) for share in one["precision"].values()),
        )  # fmt: skip
    return table
