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
from monazite.cli.shock_scenario import titled
from monazite.cli.trade_numbers import UNKNOWN
from monazite.shock.pictures.errors import error, said, wrong
from monazite.shock.pictures.likely import costs, likely, who
from monazite.shock.pictures.losing import LEAST, alone, largest, millions, whole
from monazite.shock.pictures.prices import highest, moved
from monazite.shock.pictures.wording import amount, banded, capital, goods, meter, percent, user
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from monazite.shock.results.outcome import Band, Halt, Month, Outcome
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


def table_of(heads: Sequence[str], left: int, lang: str, room: str = "shock.cli.head") -> Table:
    """A table without frame; heads: keys of `room`, the first `left` of them words."""
    table = Table(box=None, pad_edge=False)
    for n, name in enumerate(heads):
        head = say(f"{room}.{name}", lang)
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
        heads = ("month", "simulated", "without_it", "observed", "error")
        seen = any(one.observed_t is not None for one in months)
        table = table_of(heads if seen else heads[:3], 1, lang)
        for one in months:
            if one.whole and one.flow_t is not None:
                table.add_row(*_month(one, lang)[: len(table.columns)])
        screen.print(table)
        if seen:
            screen.print(Prose(capital(said(error(months), lang)), style="dim"))
    if len(meters) > _MONTHS:
        screen.print(Prose(say("shock.cli.run.more", lang, count=len(meters) - _MONTHS)))
    screen.print(Prose(say("shock.cli.run.months_key", lang, year=found.world_year), style="dim"))


def _month(one: Month, lang: str) -> tuple[str, ...]:
    flow = UNKNOWN if one.flow_t is None else banded(one.flow_t, lang, amount)
    without = UNKNOWN if one.without_t is None else amount(one.without_t.p50)
    if one.observed_t is None:
        return one.month, flow, without, UNKNOWN, ""
    return one.month, flow, without, amount(one.observed_t), wrong(one, lang)


def _halts(screen: Console, found: Outcome, lang: str) -> None:
    known, cost = likely(found, _HALTS), costs(found)
    free = bool(known) and who(known[0]) not in cost
    title(screen, f"shock.cli.run.halts{'_free' if free else ''}", lang)
    if not known:
        screen.print(Prose(say("shock.cli.run.no_halts", lang)))
        return
    table = table_of(("user", "draws", "first_halt", "between", "stands"), 1, lang)
    for one in known:
        table.add_row(Prose(user(one.sector, one.country, lang, one.good)), *_halt(one, lang))
    screen.print(table)
    screen.print(Prose(say("shock.cli.run.halts_key", lang), style="dim"))
    rest = [one for one in found.halts if one not in known]
    if rest:
        counts = {"count": len(rest), "free": sum(who(one) not in cost for one in rest)}
        screen.print(Prose(say("shock.cli.run.halts_more", lang, **counts), style="dim"))


def _halt(one: Halt, lang: str) -> tuple[str, ...]:
    week = one.first_week
    between = say("shock.cli.run.between", lang, low=week.p5.date, high=week.p95.date)
    stands = banded(one.share_halting, lang, percent)
    return percent(one.draws), week.p50.date, between, stands


def _prices(screen: Console, found: Outcome, lang: str) -> None:
    by_good = [list(each) for _, each in groupby(found.prices, lambda one: one.good)]
    by_good.sort(key=lambda months: -moved(months))
    title(screen, "shock.cli.run.prices", lang)
    table = table_of(("good", "month", "inner", "paid", "without_it", "spot", "at_spot"), 2, lang)
    for months in by_good[:_PRICES]:
        one = highest(months)
        if one is None:
            continue
        middles = (
            UNKNOWN if band is None else rounded(band.p50)
            for band in (one.inner, one.weighted, one.without_weighted)
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
    ways: dict[tuple[str, str, str], tuple[float, float]] = {}
    for one in known:
        left, landed = ways.get(way := (one.good, one.through, one.country), (0.0, 0.0))
        ways[way] = left + _middle(one.flow_t), landed + _middle(one.landed_t)
    for (good, hub, country), (left, landed) in sorted(ways.items(), key=lambda way: -way[1][0]):
        told = {
            "good": goods(good, lang), "through": words.country(hub, lang),
            "country": words.country(country, lang), "amount": amount(left),
            "landed": amount(landed),
        }  # fmt: skip
        screen.print(Prose(say("shock.cli.run.hub", lang, **told), lead="• "))


def _middle(band: Band | None) -> float:
    return band.p50 if band else 0.0


def _losses(screen: Console, found: Outcome, lang: str) -> None:
    title(screen, "shock.cli.run.losses", lang, weeks=found.weeks)
    users = [one for one in found.losses if one.sector is not None and one.country is not None]
    rows = [whole(found), *largest(users, _LOSSES)]
    members = {"lost": "lost_musd", "leaked": "leaked_musd", "without_it": "without_musd"}
    if any(one.missing_musd and one.missing_musd.p95 >= LEAST for one in rows):
        members["missing"] = "missing_musd"
    table = table_of(("user", *members), 1, lang)
    for one in rows:
        name = Prose(user(one.sector, one.country, lang, one.good))
        table.add_row(name, *(_millions(getattr(one, member), lang) for member in members.values()))
    screen.print(table)
    screen.print(Prose(say("shock.cli.run.losses_key", lang), style="dim"))
    for line in alone(found, lang):
        screen.print(Prose(line, style="dim"))


def _millions(band: Band | None, lang: str) -> str:
    return UNKNOWN if band is None else millions(band, lang)
