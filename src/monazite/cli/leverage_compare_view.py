"""Packages in a terminal: each side's gain in words, then side by side, then who gives what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.cli.chain_prose import Prose
from monazite.cli.leverage_table_view import equations
from monazite.cli.output import console
from monazite.shock.leverage.pictures.packages import given_by, more, of_tonnes, spoken
from monazite.shock.leverage.pictures.wording import (
    main,
    mark,
    middle,
    place,
    sales,
    signed,
)
from monazite.shock.pictures.wording import capital, listed, percent
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.shock.leverage.results import Comparison, Gain, GiveTold, PackageValue, Promise


def show(found: Comparison, lang: str, *, full: bool) -> None:
    """What each package is worth to either side; what is given, promised, and in no number."""
    screen, months = console(), main(found.horizons)
    values = {"months": months, "first": found.first_day, "after": found.after}
    screen.print(Prose(say("shock.leverage.compare.title", lang, **values), style="bold"))
    for one in found.packages:
        for line in spoken(one, months, lang):
            screen.print(Prose(line, lead="• "))
    for line in more(found, months, lang):
        screen.print(Prose(line, lead="• "))
    for one in found.packages:
        _package(screen, one, found.horizons, lang)
    screen.print()
    for line in (say("shock.leverage.compare.key", lang), of_tonnes(found, lang)):
        screen.print(Prose(line, style="dim"))
    equations(screen, found.equations, lang, full=full)
    screen.print()
    for note in found.notes:
        screen.print(Prose(note[lang], lead="• "))
    for line in remarks(found, lang):
        screen.print(Prose(line, style="dim"))


def _package(screen: Console, one: PackageValue, horizons: Sequence[int], lang: str) -> None:
    """A package: what it gives, what each part of it is worth, the promises it rests on."""
    screen.print()
    screen.print(Prose(one.title[lang], style="bold"))
    for give in one.gives:
        screen.print(Prose(given(give, lang), lead="• "))
    screen.print(_table(one, horizons, lang))
    for promise in one.commitments:
        screen.print(Prose(_promised(promise, lang), lead="• ", style="dim"))


def given(give: GiveTold, lang: str) -> str:
    """What a side gives in a line, and why it cannot be counted where it cannot."""
    values = {
        "side": place(give.side, lang), "title": give.title[lang], "first": give.first,
        "last": give.last, "part": "" if give.share is None else percent(give.share),
    }  # fmt: skip
    said = say(f"shock.leverage.does.{give.does}", lang, **values)
    if give.last is not None:
        said = say("shock.leverage.does.until", lang, does=said, last=give.last)
    if give.to:
        to = listed((place(country, lang) for country in give.to), lang)
        said = say("shock.leverage.does.to", lang, does=said, to=to)
    if give.disputed:
        said = say("shock.leverage.does.disputed", lang, does=said)
    if not give.countable:
        why = give.why[lang] if give.why else say("shock.leverage.reason.no_figure", lang)
        said = say("shock.leverage.does.uncounted", lang, does=said, why=why)
    return said


def _promised(one: Promise, lang: str) -> str:
    values = {"id": one.id, "words": one.words[lang], "kept": one.kept, "not_kept": one.not_kept}
    key = "quoted" if one.quoted else "told"
    return say(f"shock.leverage.compare.promise.{key}", lang, **values)


def _table(one: PackageValue, horizons: Sequence[int], lang: str) -> Table:
    """A row for whose giving and for whom; medians of both numbers by horizon."""
    table = Table(box=None, pad_edge=False)
    for name in ("given_by", "side"):
        table.add_column(say(f"shock.leverage.head.{name}", lang), no_wrap=True)
    for name in ("output", "sales"):
        for n, months in enumerate(horizons):
            key = f"shock.leverage.compare.{name}" if n == 0 else "shock.leverage.view.within"
            table.add_column(say(key, lang, months=months), justify="right")
    before = ""
    for (giver, country), gains in _by_side(one).items():
        name = capital(given_by(giver, lang))
        numbers = [
            *(middle(gain.output, lang, signed) for gain in gains),
            *(middle(sales(gain), lang, signed) + mark(gain) for gain in gains),
        ]
        table.add_row("" if name == before else name, capital(place(country, lang)), *numbers)
        before = name
    return table


def _by_side(one: PackageValue) -> dict[tuple[str | None, str], list[Gain]]:
    """By giver and side its gains, horizon by horizon."""
    found: dict[tuple[str | None, str], list[Gain]] = {}
    for each in one.gains:
        found.setdefault((each.giver, each.gain.country), []).append(each.gain)
    return found
