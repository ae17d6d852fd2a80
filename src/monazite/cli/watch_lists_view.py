"""Lists in a terminal: what a loading did, and which are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import counted, say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.watch.screening.lists.held import Held
    from monazite.watch.screening.lists.loading import Loaded
    from monazite.watch.screening.lists.store import Lists

_SIGNS = 16
_HEADS = ("list", "kind", "entries", "as_of", "age", "state", "version")
_CHANGES = ("new", "gone", "changed", "names_new", "names_gone")
_LOADINGS = ("loaded", "published", "entries", "version")
_RIGHT = ("entries", "age")


def show_loaded(one: Loaded, lang: str) -> None:
    """The version in force, what of it is new, what was left out, what to look at."""
    screen = console()
    version = one.version
    title = say(
        "watch.lists.again" if one.again else "watch.lists.loaded", lang, list=version.list,
        entries=counted("watch.lists.entries", version.entries, lang),
        names=counted("watch.lists.names", version.names, lang),
        version=version.version[:_SIGNS],
    )  # fmt: skip
    screen.print(Prose(title, style="bold"))
    if one.old and not one.again:
        told = {name: f"{getattr(one, name):,}" for name in _CHANGES}
        screen.print(Prose(say("watch.lists.change", lang, old=one.old[:_SIGNS], **told)))
    _show_age(one, lang)
    for file in one.without:
        key = file.partition(".")[0].casefold()
        screen.print(Prose(say(f"watch.lists.without.{key}", lang), style="yellow"))
    for reason, count in version.left_out.items():
        if count:
            screen.print(Prose(counted(f"watch.lists.left_out.{reason}", count, lang), style="dim"))
    if one.dated_old:
        warning = say("watch.lists.dated_old", lang, day=version.published)
        screen.print(Prose(warning, style="yellow"))


def _show_age(one: Loaded, lang: str) -> None:
    """That its age begins anew, or that it is too old already."""
    screen = console()
    if one.stale:
        days, limit = (counted("watch.lists.days", count, lang)
                       for count in (one.age_days, one.loading.stale_after_days))  # fmt: skip
        warning = say(
            "watch.lists.already_stale", lang, age=days, limit=limit, day=one.loading.as_of
        )
        screen.print(Prose(warning, style="bold red"))
    elif one.again and one.loading.published is None:
        screen.print(Prose(say("watch.lists.anew", lang)))


def show(held: Sequence[Held], store: Lists, today: date, lang: str, *, history: bool) -> None:
    """A row for each list; with history every loading of it below."""
    screen = console()
    if not held:
        screen.print(Prose(say("watch.lists.none", lang, folder=visible(str(store.directory)))))
        return
    table = _table(_HEADS, lang)
    for one in held:
        state = "stale" if one.used.stale else "fresh"
        table.add_row(
            visible(one.used.list), one.kind, f"{len(one.entries):,}", one.as_of.isoformat(),
            counted("watch.lists.days", (today - one.as_of).days, lang),
            Text(say(f"watch.lists.state.{state}", lang), style="red" * one.used.stale),
            one.used.version[:_SIGNS],
        )  # fmt: skip
    screen.print(table)
    if any(one.used.stale for one in held):
        screen.print(Prose(say("watch.lists.stale", lang), style="yellow"))
    if history:
        screen.print()
        for one in held:
            screen.print(_loadings(store, one.used.list, lang))


def _loadings(store: Lists, name: str, lang: str) -> Table:
    table = _table(_LOADINGS, lang)
    for one in store.current(name).loadings:
        table.add_row(
            f"{one.at:%Y-%m-%d %H:%M}", one.published.isoformat() if one.published else "",
            f"{one.entries:,}", one.version[:_SIGNS],
        )  # fmt: skip
    return table


def _table(heads: Sequence[str], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for head in heads:
        table.add_column(
            say(f"watch.lists.head.{head}", lang), no_wrap=True,
            justify="right" if head in _RIGHT else "left",
        )  # fmt: skip
    return table
