"""`monazite shock list`: the packaged scenarios, by the day on which they start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.scenarios.schema import Scenario


def list_(json: JsonOption = False, lang: LangOption = Lang.EN) -> None:
    """The scenarios that Monazite carries.

    What happened, and what may; each can be run by its id, and a scenario of one's own can begin
    from one of them.

    Example: monazite shock list --json
    """
    from monazite.shock.scenarios.reading import names, packaged

    found = [packaged(name) for name in names()]
    if json:
        print_json({"scenarios": [_document(one, lang.value) for one in found]})
    else:
        _show(found, lang.value)


def _said(text: object, lang: str) -> str:
    return str(getattr(text, lang))


def _document(one: Scenario, lang: str) -> dict[str, Any]:
    return {
        "id": one.id, "title": _said(one.title, lang), "summary": _said(one.summary, lang),
        "starts": one.starts.isoformat(), "weeks": one.weeks, "materials": list(one.scope),
        "sources": list(one.sources),
    }  # fmt: skip


def _show(found: Sequence[Scenario], lang: str) -> None:
    from rich.table import Table

    from monazite.catalogue.texts import say
    from monazite.cli.chain_prose import Prose

    screen = console()
    screen.print(Prose(say("shock.cli.list.title", lang), style="bold"))
    table = Table(box=None, pad_edge=False)
    for name in ("scenario", "starts", "weeks"):
        table.add_column(say(f"shock.cli.head.{name}", lang), no_wrap=True)
    table.add_column(say("shock.cli.head.title", lang), ratio=1)
    for one in found:
        title = Prose(_said(one.title, lang))
        table.add_row(one.id, one.starts.isoformat(), str(one.weeks), title)
    screen.print(table)
    screen.print(Prose(say("shock.cli.list.key", lang), style="dim"))
