"""The plan by year: public money by policy, and what is bought, begun and arranged, until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.plans import BEGUN, SPENT, plans
from monazite.charts.response_shapes import Bar, Outlay
from monazite.shock.pictures.wording import first_of
from monazite.shock.response.pictures.behind import behind
from monazite.shock.response.saying import headline, remarks, rests
from monazite.shock.response.setting import WAYS
from monazite.shock.response.words import (
    LEAST,
    amount,
    budget,
    millions,
    money,
    places,
    ready,
    step,
    way,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.shock.response.results import Response, Step

MOST = 14
"""Lanes of the picture; the table behind it has all steps."""
COLUMNS = ("year", "way", "step", "amount", "begun", "ready", "cost")
_KEY = "shock.respond.picture.plan"
_YEAR = 12


def plan(found: Response, lang: str) -> Picture:
    """Money above, steps below, over the months that are planned."""
    ends = _ends(found)
    groups = lanes(found.plan)
    shown = sorted(groups, key=lambda each: -sum(one.cost_musd for one in each))[:MOST]
    shown.sort(key=lambda each: (min(one.begun for one in each), WAYS.index(each[0].way)))
    used = [name for name in WAYS if any(one.way == name for one in found.plan)]
    chart = plans(
        list(_spent(found.plan, ends, lang)),
        [_bar(each, ends, lang) for each in shown],
        [way(name, lang) for name in used],
        ends,
        _caption(found, len(groups) - len(shown), lang),
    )
    text = [headline(found, lang), *(_told(each, lang) for each in shown), *remarks(found, lang)]
    return Picture(chart, behind(text, COLUMNS, [row(one, lang) for one in found.plan], lang))


def lanes(steps: Sequence[Step]) -> list[list[Step]]:
    """The steps of each thing, of whatever year."""
    found: dict[tuple[object, ...], list[Step]] = {}
    for one in steps:
        key = (one.way, one.what, one.sector, one.country, one.project, one.name, one.unit)
        found.setdefault(key, []).append(one)
    return list(found.values())


def row(one: Step, lang: str) -> tuple[str, ...]:
    """A step as `COLUMNS` say."""
    return (
        str(one.year), way(one.way, lang), step(one, lang), amount(one.amount, one.unit, lang),
        one.begun, ready(one, lang), millions(one.cost_musd),
    )  # fmt: skip


def _caption(found: Response, more: int, lang: str) -> Caption:
    told = {
        "places": places(found, lang), "spent": millions(found.spent_musd),
        "budget": budget(found, lang),
    }  # fmt: skip
    source = [say(f"{_KEY}.source", lang), rests(found, lang)]
    if more:
        source.insert(1, say(f"{_KEY}.rest", lang, count=more))
    return Caption(
        title=say(f"{_KEY}.{'title' if found.plan else 'none'}", lang, **told),
        source=" ".join(source), axis="",
        labels={SPENT: say(f"{_KEY}.spent", lang), BEGUN: say(f"{_KEY}.begun", lang)},
    )  # fmt: skip


def _ends(found: Response) -> tuple[date, date]:
    first = first_of(found.first)
    months = first.year * _YEAR + first.month - 1 + found.months
    return first, date(months // _YEAR, months % _YEAR + 1, 1)


def _spent(steps: Sequence[Step], ends: tuple[date, date], lang: str) -> Iterator[Outlay]:
    """Public money of each year of the plan, policy by policy."""
    low, high = ends
    for year in range(low.year, high.year + 1):
        first, after = max(low, date(year, 1, 1)), min(high, date(year + 1, 1, 1))
        for name in WAYS:
            own = [one for one in steps if (one.year, one.way) == (year, name)]
            cost = sum(one.cost_musd for one in own)
            if cost > 0:
                yield Outlay(way(name, lang), first, after, cost, _paid(cost, lang))


def _bar(steps: Sequence[Step], ends: tuple[date, date], lang: str) -> Bar:
    first = first_of(min(one.begun for one in steps))
    helps = first_of(min(one.ready or one.begun for one in steps))
    text = say(f"{_KEY}.text", lang, amount=_amount(steps, lang), money=_money(steps, lang))
    tips = "; ".join(
        say(f"{_KEY}.tip", lang, begun=one.begun, ready=ready(one, lang)) for one in steps
    )
    last = ends[1]
    lane = step(steps[0], lang)
    return Bar(lane, way(steps[0].way, lang), first, min(helps, last), last, text, tips)


def _told(steps: Sequence[Step], lang: str) -> str:
    first = min(steps, key=lambda one: one.begun)
    return say(
        f"{_KEY}.told", lang, step=step(first, lang), amount=_amount(steps, lang),
        money=_money(steps, lang), begun=first.begun, ready=ready(first, lang),
    )  # fmt: skip


def _amount(steps: Sequence[Step], lang: str) -> str:
    return amount(sum(one.amount for one in steps), steps[0].unit, lang)


def _money(steps: Sequence[Step], lang: str) -> str:
    return _paid(sum(one.cost_musd for one in steps), lang)


def _paid(cost: float, lang: str) -> str:
    """Money, and of what is too little to be told how little: never as if nothing were paid."""
    if 0 < cost < LEAST:
        return say("shock.respond.money_under", lang, amount=LEAST)
    return money(cost, lang)
