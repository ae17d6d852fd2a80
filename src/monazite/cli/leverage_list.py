"""`monazite leverage list`: the levers and packages that Monazite carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json

if TYPE_CHECKING:
    from rich.console import Console

    from monazite.shock.leverage.schema import Lever, Package


def list_(json: JsonOption = False, lang: LangOption = Lang.EN) -> None:
    """The levers of each side, and the packages made of them.

    A lever is a measure, an answer to one, or an easing of one; a package is what sides give each
    other, as they agreed it or as an assumption. A package of one's own is a YAML file.

    Example: monazite leverage list --lang zh
    """
    from monazite.shock.leverage.reading import levers, packages

    if json:
        print_json({
            "levers": [_lever(one, lang.value) for one in levers()],
            "packages": [_package(one, lang.value) for one in packages()],
        })  # fmt: skip
        return
    from monazite.catalogue.texts import say
    from monazite.cli.chain_prose import Prose

    screen = console()
    _levers(screen, lang.value)
    _packages(screen, lang.value)
    screen.print()
    screen.print(Prose(say("shock.leverage.list.key", lang.value), style="dim"))


def _said(text: object, lang: str) -> str:
    return str(getattr(text, lang))


def _lever(one: Lever, lang: str) -> dict[str, Any]:
    return {
        "id": one.id, "holder": one.holder, "kind": one.kind, "on": one.on,
        "title": _said(one.title, lang), "measures": list(one.measures),
        "targets": list(one.targets), "known": one.scenario is not None,
        "why": None if one.unknown is None else _said(one.unknown, lang),
        "sources": list(one.sources), "confidence": one.confidence,
    }  # fmt: skip


def _package(one: Package, lang: str) -> dict[str, Any]:
    return {
        "id": one.id, "title": _said(one.title, lang), "summary": _said(one.summary, lang),
        "agreed": one.agreed.isoformat(), "commitments": list(one.commitments),
        "gives": [{"side": g.side, "lever": g.lever, "does": g.does} for g in one.gives],
        "sources": list(one.sources),
    }  # fmt: skip


def _levers(screen: Console, lang: str) -> None:
    from rich.table import Table

    from monazite.catalogue.texts import say
    from monazite.cli.chain_prose import Prose
    from monazite.shock.leverage.pictures.wording import place
    from monazite.shock.leverage.reading import levers

    screen.print(Prose(say("shock.leverage.list.levers", lang), style="bold"))
    table = Table(box=None, pad_edge=False)
    for name in ("id", "holder"):
        table.add_column(say(f"shock.leverage.list.{name}", lang), no_wrap=True)
    for name in ("what", "figure"):
        table.add_column(say(f"shock.leverage.list.{name}", lang), ratio=1)
    for one in levers():
        known = say("shock.leverage.list.known", lang)
        figure = known if one.unknown is None else _said(one.unknown, lang)
        cells = (Prose(_said(one.title, lang)), Prose(figure))
        table.add_row(one.id, place(one.holder, lang), *cells)
    screen.print(table)


def _packages(screen: Console, lang: str) -> None:
    from rich.table import Table

    from monazite.catalogue.texts import say
    from monazite.cli.chain_prose import Prose
    from monazite.shock.leverage.reading import packages

    screen.print()
    screen.print(Prose(say("shock.leverage.list.packages", lang), style="bold"))
    table = Table(box=None, pad_edge=False)
    for name in ("id", "agreed"):
        table.add_column(say(f"shock.leverage.list.{name}", lang), no_wrap=True)
    table.add_column(say("shock.leverage.list.what", lang), ratio=1)
    for one in packages():
        table.add_row(one.id, one.agreed.isoformat(), Prose(_said(one.title, lang)))
    screen.print(table)
