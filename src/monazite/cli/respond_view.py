"""An answer to a planner in a terminal: what to do, what it saves, what more would buy, and why."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.wording import rounded
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.shock_run_view import table_of, title
from monazite.cli.trade_numbers import UNKNOWN
from monazite.shock.pictures.wording import banded, percent
from monazite.shock.response.pictures.licensing import best, panel
from monazite.shock.response.pictures.marginals import budget, dollar, ranked, value, what
from monazite.shock.response.pictures.regretting import weighed
from monazite.shock.response.pictures.simulating import saved
from monazite.shock.response.saying import fares, headline, remarks, unmet, wishes
from monazite.shock.response.words import (
    LEAST,
    amount,
    bound,
    chances,
    dollars,
    millions,
    places,
    portfolio,
    ready,
    step,
    titles,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.table import Table

    from monazite.shock.response.results import Binding, Response

_STEPS, _PLACES, _BOUNDS, _LICENCES = 16, 6, 5, 3
"""Rows of the tables; files have all of them."""
_NAMED = 6
"""Assumptions of a kind that are named; files name all of them."""
_HEADS = "shock.respond.head"


def show(found: Response, lang: str) -> None:
    """The whole answer on a screen or two, what matters most at the head."""
    screen = console()
    if not found.feasible:
        told = say("shock.respond.headline.infeasible", lang, places=places(found, lang))
        screen.print(Prose(told, style="bold"))
        for line in unmet(found, lang):
            screen.print(Prose(line, lead="• "))
        screen.print()
    screen.print(Prose(headline(found, lang), style="bold"))
    for line in (*wishes(found, lang), *fares(found, lang)):
        screen.print(Prose(line))
    for part in (_plan, _next, _binding, _simulated, _regret, _licences):
        part(screen, found, lang)
    screen.print()
    for line in remarks(found, lang, _NAMED):
        screen.print(Prose(line, lead="• ", style="dim"))


def _table(heads: Sequence[str], left: int, lang: str) -> Table:
    return table_of(heads, left, lang, _HEADS)


def _plan(screen: Console, found: Response, lang: str) -> None:
    """The dearest steps, year by year, each year with what it costs in all."""
    if not found.plan:
        return
    title(screen, "shock.respond.cli.plan", lang)
    shown = sorted(found.plan, key=lambda one: -one.cost_musd)[:_STEPS]
    shown.sort(key=lambda one: (one.year, -one.cost_musd))
    table = _table(("step", "amount", "ready", "cost"), 1, lang)
    for year, each in groupby(shown, key=lambda one: one.year):
        cost = sum(one.cost_musd for one in found.plan if one.year == year)
        table.add_row(str(year), "", "", millions(cost), style="bold")
        for one in each:
            table.add_row(
                Prose(step(one, lang), lead="  "), amount(one.amount, one.unit, lang),
                ready(one, lang), millions(one.cost_musd),
            )  # fmt: skip
    screen.print(table)
    if more := len(found.plan) - len(shown):
        told = say("shock.respond.picture.plan.rest", lang, count=more)
        screen.print(Prose(told, style="dim"))


def _next(screen: Console, found: Response, lang: str) -> None:
    """What a little more of something would be worth."""
    known = ranked(found)[:_PLACES]
    if not known:
        return
    title(screen, "shock.respond.cli.next", lang)
    for line in budget(found, lang):
        screen.print(Prose(line))
    table = _table(("what", "value", "per_dollar"), 1, lang)
    for one in known:
        worth = dollar(one, lang) or UNKNOWN
        table.add_row(Prose(what(one, lang)), value(one, lang), worth)
    screen.print(table)


def _binding(screen: Console, found: Response, lang: str) -> None:
    """Of each kind and good the place in which it binds most."""
    most: dict[tuple[str, str | None], Binding] = {}
    for one in sorted(found.binding, key=lambda one: -one.value):
        most.setdefault((one.kind, one.what), one)
    known = list(most.values())[:_BOUNDS]
    if not known:
        return
    title(screen, "shock.respond.cli.binding", lang)
    table = _table(("what", "cases", "value"), 1, lang)
    for one in known:
        worth = say(f"shock.respond.cli.worth.{one.unit}", lang, amount=rounded(one.value))
        table.add_row(Prose(bound(one, lang)), percent(one.cases / one.of), worth)
    screen.print(table)


def _simulated(screen: Console, found: Response, lang: str) -> None:
    """What the plan saves week by week, beside what was planned."""
    if not found.simulated:
        return
    title(screen, "shock.respond.cli.simulated", lang, draws=f"{found.simulated[0].draws:,}")
    heads = ("future", "probability", "without", "with", "saved", "planned")
    table, names, chance = _table(heads, 1, lang), titles(found, lang), chances(found)
    for one in found.simulated:
        table.add_row(
            Prose(names[one.future]), percent(chance[one.future]), millions(one.without_musd.p50),
            millions(one.with_musd.p50), banded(one.saved_musd, lang, millions),
            millions(saved(one)),
        )  # fmt: skip
    screen.print(table)
    screen.print(Prose(say("shock.respond.cli.simulated_key", lang), style="dim"))


def _regret(screen: Console, found: Response, lang: str) -> None:
    known = weighed(found)
    if not known:
        return
    title(screen, "shock.respond.cli.regret", lang)
    table = _table(("portfolio", "spent", "lost", "expected", "worst", "future"), 1, lang)
    names = titles(found, lang)
    for one in known:
        sums = map(millions, (one.spent, one.lost, one.expected, one.worst))
        where = names[one.future] if one.worst >= LEAST else ""
        table.add_row(portfolio(one.portfolio, lang), *sums, Prose(where))
    screen.print(table)
    screen.print(Prose(say("shock.respond.cli.regret_key", lang), style="dim"))


def _licences(screen: Console, found: Response, lang: str) -> None:
    known = best(found)[:_LICENCES]
    if not known:
        return
    title(screen, "shock.respond.cli.licences", lang, future=titles(found, lang)[known[0].future])
    table = _table(("good", "month", "licence", "spread", "observed"), 1, lang)
    for one in known:
        numbers = (one.value_usd_kg, one.spread_usd_kg, one.observed_usd_kg)
        cells = (UNKNOWN if number is None else dollars(number) for number in numbers)
        table.add_row(Prose(panel((one.good, one.origin, one.country), lang)), one.month, *cells)
    screen.print(table)
    screen.print(Prose(say("shock.respond.cli.licences_key", lang), style="dim"))
