"""What a change of the lists did, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from monazite.catalogue.texts import counted, say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.watch.screening.rescreening.documents import rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.watch.screening.answers import ListUsed
    from monazite.watch.screening.rescreening.comparing import Change

_SHOWN = 60
"""Lines that a screen shows; the others are in the files."""
_SIGNS = 16
_STYLE = {"appeared": "bold red", "gone": "green", "changed": "yellow", "result": "yellow"}


def show(
    changes: Sequence[Change], before: Sequence[ListUsed], now: Sequence[ListUsed], lang: str
) -> None:
    """Which lists changed, how many parties are concerned, a line for each alert."""
    screen = console()
    for line in _lists(before, now, lang):
        screen.print(Prose(visible(line)))
    concerned = sum(one.any for one in changes)
    told = say("watch.rescreen.parties", lang, count=f"{concerned:,}", all=f"{len(changes):,}")
    screen.print(Prose(told, style="bold"))
    found = list(rows(changes))
    for one in found[:_SHOWN]:
        screen.print(Text(visible(_line(one, lang)), style=_STYLE[str(one["change"])]))
    if (more := len(found) - _SHOWN) > 0:
        screen.print(Prose(counted("watch.rescreen.more", more, lang), style="dim"))


def _lists(before: Sequence[ListUsed], now: Sequence[ListUsed], lang: str) -> list[str]:
    """The lists that are not the same on both sides."""
    earlier, later = ({one.list: one.version for one in side} for side in (before, now))
    none = say("watch.rescreen.none", lang)
    told = [
        say("watch.rescreen.list", lang, list=name, old=earlier.get(name, none)[:_SIGNS],
            new=later.get(name, none)[:_SIGNS])
        for name in sorted(earlier.keys() | later.keys())
        if earlier.get(name) != later.get(name)
    ]  # fmt: skip
    return told or [say("watch.rescreen.same", lang)]


def _line(one: Mapping[str, object], lang: str) -> str:
    change = one["change"]
    if change == "result":
        return say("watch.rescreen.result", lang, row=one["row"], name=one["name"],
                   before=say(f"watch.rescreen.was.{one['result_before']}", lang),
                   now=say(f"watch.rescreen.was.{one['result']}", lang))  # fmt: skip
    what = [say(f"watch.rescreen.what.{part}", lang) for part in str(one["what"]).split()]
    scores = [_score(one["score_before"]), _score(one["score"])]
    return say(
        f"watch.rescreen.{change}", lang, row=one["row"], name=one["name"], list=one["list"],
        entity=one["entity_id"], entry=one["entity_name"], alias=one["alias"],
        score=" → ".join(filter(None, scores)),
        what=", ".join(what),
    )  # fmt: skip


def _score(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else ""
