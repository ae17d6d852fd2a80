"""A run in a terminal: months, halts, prices, ways round, losses, and what they rest on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.wording import rounded
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.shock_run import titled
from monazite.cli.trade_numbers import UNKNOWN
from monazite.cli.trade_screen import show_more
from monazite.shock.pictures.errors import error, off, said
from monazite.shock.pictures.halting import likely
from monazite.shock.pictures.losing import largest, money
from monazite.shock.pictures.prices import highest, moved
from monazite.shock.pictures.wording import amount, banded, capital, goods, meter, percent, user
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.shock.results.outcome import Halt, Month, Outcome
    from monazite.shock.scenarios.schema import Scenario

_MONTHS, _HALTS, _PRICES, _LOSSES = 3, 8, 5, 6
"""Meters with a table of months, and rows of the tables below it."""


def show(found: Outcome, asked: Scenario, lang: str) -> None:
    """The whole run on a screen or two; files have all of it."""
    screen = console()
    head = {"title": titled(asked, lang), "first": found.first_day, "weeks": found.weeks}
    screen.print(Prose(say("shock.cli.run.title", lang, **head), style="bold"))
    screen.print(Prose(str(getattr(asked.summary, lang)), style="dim"))
    _months(screen, found, lang)
    _halts(screen, found, lang)
    _prices(screen, found, lang)
    _hubs(screen, found, lang)
    _losses(screen, found, lang)
    screen.print()
    for note in found.notes:
        screen.print(Prose(note[lang], lead="• "))
    for line in remarks(found, lang):
        screen.print(Prose(line, style="dim"))


def table_of(heads: Sequence[str], left: int, lang: str) -> Table:
    """A table without frame; heads: keys of `shock.cli.head`, the first `left` of them words."""
    table = Table(box=None, pad_edge=False)
    for n, name in enumerate(heads):
        head = say(f"shock.cli.head.{name}", lang)
        table.add_column(head, justify="left" if n < left else "right", no_wrap=n > 0)
    return table


def title(screen: Console, key: str, lang: str, **values: object) -> None:
    """The title of a part of the screen, after an empty line."""
    screen.print()
    screen.print(Prose(say(key, lang, **values), style="bold"))


def _months(screen: Console, found: Outcome, lang: str) -> None:
    meters = [list(each) for _, each in groupby(found.months, lambda one: one.meter)]
    meters.sort(key=lambda months: all(one.observed_t is None for one in months))
    for months in meters[:_MONTHS]:
        title(screen, "shock.cli.run.months", lang, meter=capital(meter(months[0].meter, lang)))
        heads = ("month", "simulated", "observed", "error")
        seen = any(one.observed_t is not None for one in months)
        table = table_of(heads if seen else heads[:2], 1, lang)
        for one in months:
            if one.whole and one.flow_t is not None:
                table.add_row(*_month(one, lang)[: len(table.columns)])
        screen.print(table)
        if seen:
            screen.print(Prose(capital(said(error(months), lang)), style="dim"))
    if len(meters) > _MONTHS:
        screen.print(Prose(say("shock.cli.run.more", lang, count=len(meters) - _MONTHS)))


def _month(one: Month, lang: str) -> tuple[str, ...]:
    flow = UNKNOWN if one.flow_t is None else banded(one.flow_t, lang, amount)
    if one.observed_t is None:
        return one.month, flow, UNKNOWN, ""
    wrong = ""
    if one.observed_t and one.flow_t is not None:
        wrong = off(one.flow_t.p50 / one.observed_t - 1, lang)
    return one.month, flow, amount(one.observed_t), wrong


def _halts(screen: Console, found: Outcome, lang: str) -> None:
    title(screen, "shock.cli.run.halts", lang)
    known = likely(found, _HALTS)
    if not known:
        screen.print(Prose(say("shock.cli.run.no_halts", lang)))
        return
    table = table_of(("user", "first_halt", "between", "draws", "stands"), 1, lang)
    for one in known:
        table.add_row(user(one.sector, one.country, lang), *_halt(one, lang))
    screen.print(table)
    show_more(screen, len(found.halts), lang, _HALTS)


def _halt(one: Halt, lang: str) -> tuple[str, ...]:
    week = one.first_week
    between = say("shock.cli.run.between", lang, low=week.p5.date, high=week.p95.date)
    return week.p50.date, between, percent(one.draws), banded(one.share, lang, percent)


def _prices(screen: Console, found: Outcome, lang: str) -> None:
    by_good = [list(each) for _, each in groupby(found.prices, lambda one: one.good)]
    by_good.sort(key=lambda months: -moved(months))
    title(screen, "shock.cli.run.prices", lang)
    table = table_of(("good", "month", "inner", "paid", "spot", "at_spot"), 2, lang)
    for months in by_good[:_PRICES]:
        one = highest(months)
        if one is None:
            continue
        middles = (
            UNKNOWN if band is None else rounded(band.p50) for band in (one.inner, one.weighted)
        )
        spot = UNKNOWN if one.spot is None else banded(one.spot, lang)
        part = UNKNOWN if one.at_spot is None else percent(one.at_spot.p50)
        table.add_row(Prose(goods(one.good, lang)), one.month, *middles, spot, part)
    screen.print(table)
    screen.print(Prose(say("shock.cli.run.prices_key", lang), style="dim"))


def _hubs(screen: Console, found: Outcome, lang: str) -> None:
    known = [one for one in found.hubs if one.flow_t is not None]
    if not known:
        return
    title(screen, "shock.cli.run.hubs", lang)
    through = {(one.good, one.through, one.country): 0.0 for one in known}
    for one in known:
        through[one.good, one.through, one.country] += one.flow_t.p50 if one.flow_t else 0.0
    for (good, hub, country), taken in sorted(through.items(), key=lambda pair: -pair[1]):
        said_of = {
            "good": goods(good, lang), "through": words.country(hub, lang),
            "country": words.country(country, lang), "amount": amount(taken),
        }  # fmt: skip
        screen.print(Prose(say("shock.cli.run.hub", lang, **said_of), lead="• "))


def _losses(screen: Console, found: Outcome, lang: str) -> None:
    title(screen, "shock.cli.run.losses", lang)
    table = table_of(("user", "lost", "leaked"), 1, lang)
    whole = [one for one in found.losses if one.sector is None and one.country is None]
    users = [one for one in found.losses if one.sector is not None and one.country is not None]
    for one in (*whole, *largest(users, _LOSSES)):
        bands = (one.lost_musd, one.leaked_musd)
        cells = (money(band, lang) for band in bands)
        table.add_row(user(one.sector, one.country, lang), *cells)
    screen.print(table)
    screen.print(Prose(say("shock.cli.run.losses_key", lang), style="dim"))
