"""Levers in a terminal: the heaviest in words, a table for each lever, then the equations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.cli.chain_prose import Prose
from monazite.cli.leverage_lever_view import detailed
from monazite.cli.leverage_sides_view import sides
from monazite.cli.output import console
from monazite.cli.trade_numbers import UNKNOWN
from monazite.shock.leverage.pictures.costs import heaviest, of_tonnes
from monazite.shock.leverage.pictures.pauses import at_main
from monazite.shock.leverage.pictures.wording import (
    main,
    mark,
    middle,
    place,
    sales,
    signed,
    titled,
    told,
    weeks,
)
from monazite.shock.pictures.wording import capital
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from monazite.shock.leverage.results import (
        Equation,
        Leverage,
        LeverHead,
        LeverRow,
    )


def show(found: Leverage, seen: str | None, lang: str, *, full: bool) -> None:
    """Who can hurt whom most, lever by lever (of one alone with bands), and how it is reckoned.

    seen: the side whose view is shown (ISO3), None: both sides in one table; full: equations with
    their words.
    """
    screen = console()
    first = {"first": found.first_day, "months": main(found.horizons)}
    screen.print(Prose(say("shock.leverage.view.title", lang, **first), style="bold"))
    for line in heaviest(found, lang):
        screen.print(Prose(line, lead="• "))
    if seen is not None:
        sides(screen, found, seen, lang)
    else:
        _levers(screen, found, lang)
    _unknown(screen, found, lang)
    equations(screen, found.equations, lang, full=full)
    after(screen, found, lang)


def equations(screen: Console, found: Iterable[Equation], lang: str, *, full: bool) -> None:
    """How each column is reckoned: its formula, and what that says where it is asked for."""
    screen.print()
    screen.print(Prose(say("shock.leverage.view.equations", lang), style="bold"))
    for one in found:
        values = {"formula": one.formula, "unit": one.unit}
        screen.print(Prose(say("shock.leverage.view.equation", lang, **values)))
        if full:
            screen.print(Prose(one.words[lang], lead="    ", style="dim"))


def after(screen: Console, found: Leverage, lang: str) -> None:
    """What is to be known, and what it rests on."""
    screen.print()
    for note in found.notes:
        screen.print(Prose(note[lang], lead="• "))
    for line in remarks(found, lang):
        screen.print(Prose(line, style="dim"))


def _levers(screen: Console, found: Leverage, lang: str) -> None:
    known = [one for one in found.levers if one.known]
    for lever in known:
        screen.print()
        screen.print(Prose(titled(lever, lang), style="bold"))
        screen.print(Prose(state(lever, lang), style="dim"))
        if lever.kind == "answer":
            screen.print(Prose(_answer(found, lever, lang)))
        elif len(found.levers) == 1:
            detailed(screen, found, lever, lang)
        else:
            screen.print(_table(found, lever, lang))
            screen.print(Prose(say("shock.leverage.view.legend", lang), style="dim"))
    if len(known) > 1:
        values = {"months": main(found.horizons), "days": found.pause_days}
        screen.print(Prose(say("shock.leverage.view.key", lang, **values), style="dim"))
    if note := of_tonnes(found, lang):
        screen.print(Prose(note, style="dim"))


def state(lever: LeverHead, lang: str) -> str:
    """The id of a lever, and how its measures stand on the first day."""
    parts = [lever.id]
    for one in lever.measures:
        key = "shock.leverage.view.state" if one.until is None else "shock.leverage.view.until"
        stands = say(f"status.{one.state}", lang)
        parts.append(say(key, lang, measure=one.measure, state=stands, until=one.until))
    return say("shock.leverage.and", lang).join(parts)


def _answer(found: Leverage, lever: LeverHead, lang: str) -> str:
    """What an answer spares its own holder, where the lever stands that it answers."""
    months = main(found.horizons)
    row = next(one for one in found.rows if (one.lever, one.months) == (lever.id, months))
    values = {"holder": place(lever.holder, lang), "on": lever.on, "months": months}
    return say("shock.leverage.view.answer", lang, **values, lost=told(row.holder.lost, lang))


def _table(found: Leverage, lever: LeverHead, lang: str) -> Table:
    """A row for each destination: costs by horizon, both clocks, a pause."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say("shock.leverage.head.to", lang), no_wrap=True)
    for months in found.horizons:
        table.add_column(say("shock.leverage.view.within", lang, months=months), justify="right")
    for name in ("theirs", "own", "bites", "free", "pause_other", "pause_own"):
        table.add_column(say(f"shock.leverage.view.{name}", lang), justify="right")
    rows = [one for one in found.rows if one.lever == lever.id]
    for country in dict.fromkeys(one.other.country for one in rows):
        table.add_row(*_row(found, [one for one in rows if one.other.country == country], lang))
    return table


def _row(found: Leverage, rows: Sequence[LeverRow], lang: str) -> list[str]:
    """The cells of a destination; rows: of it, horizon by horizon."""
    months = main(found.horizons)
    at = next(one for one in rows if one.months == months)
    lever, country = at.lever, at.other.country
    clocks = (one for one in found.clocks if (one.lever, one.other) == (lever, country))
    pauses = (one for one in at_main(found) if (one.lever, one.other.country) == (lever, country))
    clock, pause = next(clocks, None), next(pauses, None)
    return [
        capital(place(country, lang)),
        *(middle(one.other.lost, lang) for one in rows),
        *(middle(sales(side), lang) + mark(side) for side in (at.other, at.holder)),
        weeks(clock.bites.band.p50) if clock and clock.bites.band else UNKNOWN,
        (clock and clock.free.month) or UNKNOWN,
        middle(pause.other.output, lang, signed) if pause else UNKNOWN,
        middle(sales(pause.holder), lang, signed) + mark(pause.holder) if pause else UNKNOWN,
    ]


def _unknown(screen: Console, found: Leverage, lang: str) -> None:
    """Levers without a figure, each with the reason."""
    none = [one for one in found.levers if not one.known]
    if not none:
        return
    screen.print()
    screen.print(Prose(say("shock.leverage.view.none", lang), style="bold"))
    for one in none:
        reason = one.why[lang] if one.why else ""
        values = {"lever": titled(one, lang), "why": reason}
        screen.print(Prose(say("shock.leverage.view.because", lang, **values), lead="• "))
