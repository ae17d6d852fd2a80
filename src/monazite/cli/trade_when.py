"""`monazite trade releases`: when official statistics are due next."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.trade.releases import Release


def releases(
    publisher: Annotated[
        str | None, typer.Argument(help="A publisher or a series: gacc, comtrade-annual …")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day, YYYY-MM-DD (today).")] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """When the next official release of every series is due, and who says so."""
    from monazite.trade.releases import due, next_release

    day = _day(on)
    found = due(day) if publisher is None else [next_release(publisher, day)]
    if json:
        print_json({"on": day.isoformat(), "releases": [_document(one) for one in found]})
    else:
        _show(found, day, lang.value)


def _day(text: str | None) -> date:
    if text is None:
        return date.today()  # noqa: DTZ011 - the day where the reader sits
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError("on", text, "a day as YYYY-MM-DD") from None


def _document(release: Release) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in asdict(release).items()
    }


def _show(found: Sequence[Release], day: date, lang: str) -> None:
    """The releases, the soonest first, each with what it covers and how sure the day is."""
    from rich.table import Table
    from rich.text import Text

    from monazite.catalogue.texts import say

    screen = console()
    screen.print(Text(say("flows.releases.title", lang, day=day), style="bold"))
    table = Table(box=None, pad_edge=False)
    for head in ("due", "what", "covers", "trust"):
        table.add_column(say(f"flows.head.{head}", lang), no_wrap=head == "due", overflow="fold")
    for one in found:
        what = Text(one.what_zh if lang == "zh" else one.what)
        what.append(f"\n{one.publisher} · {one.series}", style="dim")
        table.add_row(
            _window(one, lang), what, one.period_covered or "",
            say(f"flows.trust.{one.confidence}", lang),
        )  # fmt: skip
    screen.print(table)
    if len(found) == 1:
        (one,) = found
        for line in (one.note_zh if lang == "zh" else one.note, one.source):
            screen.print(Text(line, style="dim"))


def _window(release: Release, lang: str) -> str:
    from monazite.catalogue.texts import say

    first, last = release.earliest, release.latest
    if first is None or last is None:
        return say("flows.releases.rolling", lang)
    if first == last:
        return first.isoformat()
    return say("flows.releases.window", lang, first=first, last=last)
