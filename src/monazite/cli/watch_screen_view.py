"""Answers of screening in a terminal: alerts first, what they rest on, what could not be done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import counted, say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.watch.screening.answers import Result
from monazite.watch.screening.comparing.classes import CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from monazite.watch.screening.answers import Answer, Hit
    from monazite.watch.screening.screener import Screener

_SHOWN = 40
"""Hits that a screen shows; the others are in the file."""
_HEADS = ("row", "typed", "list", "entity_id", "alias", "score", "expected", "mark")
_RIGHT = ("row", "score", "expected")
_SIGNS = 12


def show(answers: Sequence[Answer], screener: Screener, out: Path | None, lang: str) -> None:
    """How many parties have which result; hits, alerts first; thresholds; lists; caveats."""
    screen = console()
    counts = Counter(answer.result for answer in answers)
    for result in get_args(Result):
        if counts[result]:
            told = counted(f"watch.screen.result.{result}", counts[result], lang)
            screen.print(Prose(told, style="bold red" if result == "alert" else "bold"))
    found = _hits(answers)
    if out is not None:
        screen.print(Prose(say("watch.screen.written", lang, file=visible(str(out)))))
    if found:
        screen.print(_table(found[:_SHOWN], lang))
    if (more := len(found) - _SHOWN) > 0:
        screen.print(Prose(counted("watch.screen.more", more, lang), style="dim"))
    for line in (*_reasons(answers, lang), *_terms(answers, screener, lang)):
        screen.print(Prose(line, style="dim"))


def _hits(answers: Sequence[Answer]) -> list[tuple[int, Hit]]:
    """Every hit with the row of its party: alerts first, then by score."""
    found = [(row, hit) for row, answer in enumerate(answers, 1) for hit in answer.hits]
    return sorted(found, key=lambda one: (not one[1].alert, -one[1].score))


def _table(found: Sequence[tuple[int, Hit]], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for key in _HEADS:
        right = "right" if key in _RIGHT else "left"
        table.add_column(say(f"watch.screen.head.{key}", lang), justify=right)  # type: ignore[arg-type]
    for row, hit in found:
        table.add_row(
            str(row), Text(visible(hit.typed)), Text(visible(hit.list)), Text(visible(hit.entity)),
            Text(visible(hit.alias)), f"{hit.score:.3f}", f"{hit.expected:.1f}",
            Text(_mark(hit, lang), style="bold red" if hit.alert else ""),
        )  # fmt: skip
    return table


def _mark(hit: Hit, lang: str) -> str:
    """What is to be known of a hit in a word."""
    if hit.suppressed_until is not None:
        return say("watch.screen.mark.suppressed", lang, day=hit.suppressed_until)
    if hit.listed is False:
        return say("watch.screen.mark.not_listed", lang)
    if hit.paused:
        return say("watch.screen.mark.paused", lang)
    return say("watch.screen.mark.alert" if hit.alert else "watch.screen.mark.below", lang)


def _reasons(answers: Sequence[Answer], lang: str) -> list[str]:
    """What could not be done, or was done to names, and of how many."""
    counts = Counter(code for answer in answers for code in answer.why)
    return [
        counted(f"watch.screen.why.{code}", count, lang) for code, count in sorted(counts.items())
    ]


def _terms(answers: Sequence[Answer], screener: Screener, lang: str) -> list[str]:
    """Thresholds with what they cost on clean parties, the lists, and what no result says."""
    if not answers or not answers[0].lists:
        return [say("watch.screen.caveat", lang)]
    alarms = answers[0].alarms
    told = []
    asked = {answer.asked.kind for answer in answers}
    for name in CLASSES if asked - {*CLASSES} else [one for one in CLASSES if one in asked]:
        threshold = screener.calibration.threshold(name, alarms)
        rate = screener.calibration.rate(name, threshold)
        told.append(
            say(
                "watch.screen.threshold", lang, kind=say(f"watch.screen.kind.{name}", lang),
                threshold=f"{threshold:.3f}", rate=f"{rate.rate:.1f}", low=f"{rate.low:.1f}",
                high=f"{rate.high:.1f}",
            )
        )  # fmt: skip
    lists = ", ".join(f"{one.list} ({one.version[:_SIGNS]})" for one in answers[0].lists)
    return [*told, say("watch.screen.lists", lang, lists=lists), say("watch.screen.caveat", lang)]
